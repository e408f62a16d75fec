import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { screen } from '../browser.ts';
import { built } from '../built.ts';
import { demoRace, type Played, RealServer } from './real-race.ts';
import { stumbles } from './stumbles.ts';

let server: RealServer;
let race: Played;
beforeEach(async () => {
  server = await RealServer.start(built('pages'));
  race = await demoRace(server, 'mass-start');
  await race.upTo(0.3);
});

async function overlay(query = ''): Promise<Page> {
  const { page } = await screen({ reducedMotion: 'reduce' });
  await page.goto(`${server.url}/overlay${query}`);
  await page.waitForSelector('overlay-stage', { state: 'attached' });
  return page;
}

/** The rundown of the race, with its token typed. */
async function rundown(): Promise<Page> {
  const { page } = await screen({ reducedMotion: 'reduce', locale: 'en-GB' });
  await page.goto(`${server.url}/rundown?race=${race.race}`);
  await page.fill('input', server.token);
  await page.keyboard.press('Enter');
  await page.waitForSelector('graphic-list li:not(.unfit)');
  return page;
}

/** Places, names and gaps of the first six of a tower; those behind them turn pages, latched or not. */
const rowsOf = (page: Page) =>
  page.$$eval('tower-graphic .line', (lines) =>
    lines
      .map((line) => `${line.getAttribute('style')} ${line.textContent?.replace(/\s+/g, ' ')}`)
      .filter((row) => /--at:\s*[0-5];?\s/.test(row))
      .sort(),
  );

it('[B1][B5][B6][B2] by keys: taken, late where the output is late, latched while the race goes on, there after a restart, out', async () => {
  const [desk, main, late] = [await rundown(), await overlay(), await overlay('?delay=1')];
  const later = await overlay('?delay=120');
  await desk.keyboard.press('2');
  await desk.keyboard.press('Enter');
  await main.waitForSelector('tower-graphic[on] .line');
  await late.waitForSelector('tower-graphic[on] .line');
  await desk.waitForSelector('graphic-list li.on-air[aria-current="true"]');
  await desk.waitForSelector('.program tower-graphic[on]');

  await desk.keyboard.press('l');
  await desk.waitForSelector('graphic-list .latch');
  const latched = await rowsOf(main);
  expect(latched).toHaveLength(6);
  await race.upTo(0.5);
  await desk.keyboard.press('1');
  await desk.keyboard.press('Enter');
  await main.waitForSelector('clock-graphic[on]');
  expect(await rowsOf(main)).toEqual(latched);

  await server.down();
  await server.up();
  const fresh = await overlay();
  await fresh.waitForSelector('tower-graphic[on] .line');
  expect(await rowsOf(fresh)).toEqual(latched);
  expect(await main.locator('tower-graphic[on]').count()).toBe(1);

  await desk.waitForSelector('connection-badge .live');
  await desk.keyboard.press('2');
  await desk.keyboard.press('l');
  await expect.poll(() => rowsOf(main)).not.toEqual(latched);
  await desk.keyboard.press('Backspace');
  await main.waitForFunction(() => document.querySelector('tower-graphic') === null);
  expect(await main.locator('clock-graphic[on]').count()).toBe(1);
  expect(await later.locator('overlay-stage > *').count()).toBe(0);
});

it('[B8] a lower third by its bib, previewed before it is taken; what does not fit the race is not taken; all out', async () => {
  const [desk, main] = [await rundown(), await overlay()];
  const { rows } = await server.board(race.race);
  const [entry, row] = Object.entries(rows).find(([, { bib }]) => bib?.length === 2) ?? [];
  await desk.keyboard.type(`b${row?.bib}`);
  await desk.waitForSelector('.typed');
  await desk.keyboard.press('Enter');
  await desk.waitForFunction(
    (name) => document.querySelector('.preview athlete-graphic')?.textContent?.includes(name),
    row?.name ?? '',
  );
  expect(await main.locator('overlay-stage > *').count()).toBe(0);
  await desk.keyboard.press('Space');
  await main.waitForSelector('athlete-graphic[on]');
  expect(await main.textContent('athlete-graphic .name')).toBe(row?.name);
  const onAir = await (await fetch(`${server.url}/api/v1/on-air/main`)).json();
  expect(onAir.graphics.low).toMatchObject({ graphic: 'athlete', race: race.race, entry });

  await desk.keyboard.press('3');
  await desk.waitForSelector('graphic-list li.unfit[aria-current="true"]');
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('4');
  await desk.keyboard.press('Enter');
  await main.waitForSelector('group-graphic[on]');
  expect(await main.locator('pair-graphic').count()).toBe(0);
  await desk.keyboard.press('?');
  await desk.waitForSelector('.keys kbd');
  expect(await stumbles(desk)).toEqual([]);
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('x');
  await main.waitForFunction(() => document.querySelector('overlay-stage > *') === null);
});

it('[B20][B21][B22][B23] a correction of what was aired is told at the rundown, the commentator and the console, also after a restart, with its caption at one key', async () => {
  await race.upTo(1);
  await server.send('POST', '/api/v1/facts', { id: 'open', kind: 'reopen', source: 'desk', race: race.race });
  const [desk, before] = [await rundown(), await overlay()];
  await desk.waitForSelector('output-list li:not(.alarm)');
  await desk.keyboard.press('7');
  await desk.waitForSelector('graphic-list li[aria-current="true"]:not(.unfit)');
  await desk.keyboard.press('Enter');
  await before.waitForSelector('result-graphic[on]');
  const { rows } = await server.board(race.race);
  const [entry, row] = Object.entries(rows).find(([, { rank }]) => rank === 1) ?? [];
  const { page: speaker } = await screen({ reducedMotion: 'reduce', locale: 'en-GB' });
  await speaker.goto(`${server.url}/commentator?race=${race.race}`);
  await speaker.waitForSelector('connection-badge .live');
  // The output has said what it shows.
  await expect.poll(() => server.hasAired(`race/${race.race}`)).toBe(true);
  await expect.poll(() => desk.locator('.corrections .none').count()).toBe(1);
  await server.down();
  // Nobody shows it any more: what viewers saw is known from before the restart.
  await before.close();
  await server.up();
  const dq = { id: 'dq', kind: 'ruling', source: 'desk', race: race.race, entry, status: 'DQ', code: 'T25' };
  await server.send('POST', '/api/v1/facts', dq);
  for (const page of [desk, speaker]) {
    const text = page.locator(':is(.corrections, aired-alerts) li').first();
    await expect
      .poll(() => text.textContent())
      .toMatch(new RegExp(`${row?.name}.*Rank\\s*1.*${row?.name} is disqualified`, 's'));
  }
  const main = await overlay();
  await desk.keyboard.press('c');
  await main.waitForSelector('correction-graphic[on]');
  expect(await main.textContent('correction-graphic')).toMatch(new RegExp(`${row?.name}.*was 1`, 's'));
  await desk.waitForSelector('.corrections .captioned');
  const { page: timekeeper } = await screen({ reducedMotion: 'reduce', locale: 'en-GB' });
  await timekeeper.goto(`${server.url}/console?race=${race.race}`);
  await timekeeper.fill('input', server.token);
  await timekeeper.keyboard.press('Enter');
  await timekeeper.waitForSelector('aired-alerts .captioned');
});
