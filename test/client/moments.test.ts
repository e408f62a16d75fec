import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { screen } from '../browser.ts';
import { built } from '../built.ts';
import { demoRace, RealServer } from './real-race.ts';

const ranks = (page: Page) => page.locator('order-table tbody tr .place').allTextContents();
const shownAt = (page: Page) => page.locator('scrub-bar output').textContent();

it('[V51][V53][V54] from live pages back into the race, through it by keys, and live again; nothing of later is fetched', async () => {
  const server = await RealServer.start(built('pages'));
  const played = await demoRace(server, 'mass-start');
  await played.upTo(0.3);
  const { page, errors } = await screen({ permissions: ['clipboard-read', 'clipboard-write'] });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${server.url}/commentator?lang=en`);
  await page.waitForSelector('connection-badge .live');
  await page.waitForSelector('moment-links button');
  await page.waitForFunction(() => {
    const { live } = document.querySelector('commentator-page') as unknown as { live: { clock: { nowUs(): unknown } } };
    return live.clock.nowUs() !== undefined;
  });
  await page.keyboard.press('m');
  await page.waitForSelector('moment-links button:has-text("Copied")');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const early = await ranks(page);
  await page.keyboard.press('ArrowDown');
  await page.waitForSelector('athlete-card h2');
  expect(asked.filter((path) => path.startsWith('/api/v1/races/'))).toEqual([]);
  await played.upTo(0.9);

  await page.goto(link);
  await page.waitForSelector('connection-badge .past');
  await page.waitForSelector('order-table tbody tr');
  expect(new URL(link).searchParams.get('race')).toBe(played.race);
  expect(await ranks(page)).toEqual(early);
  expect(await page.locator('moment-links').count()).toBe(0);
  await page.keyboard.press('Home');
  const first = await shownAt(page);
  await page.keyboard.press('Space');
  await page.waitForFunction((before) => document.querySelector('scrub-bar output')?.textContent !== before, first);
  await page.keyboard.press('l');
  await page.waitForSelector('connection-badge .live');
  expect(new URL(page.url()).searchParams.has('at')).toBe(false);
  await page.waitForSelector('moment-links button');

  await page.goto(link.replace('/commentator', '/results'));
  await page.waitForSelector('race-result tbody tr');
  expect(await page.locator('.actions a[download], moment-links button').count()).toBe(0);

  // All of it came within the last two minutes, of which a picture so late knows nothing.
  await page.goto(`${link}&delay=120`);
  await page.waitForSelector('connection-badge .live');
  expect(await page.locator('scrub-bar, order-table').count()).toBe(0);
  expect(errors).toEqual([]);
});

it('[V61][V62][V63][V65] every page without a race shows the one that was on at that moment, and all else as it was', async () => {
  const server = await RealServer.start(built('pages'));
  const played = await demoRace(server, 'mass-start');
  await played.upTo(0.6);
  const then = await server.board(played.race);
  const standingsThen = await server.standings(then.race.event);
  // Nothing was accepted at this microsecond or since.
  const at = Date.now() * 1000;
  await played.upTo(1);
  await server.send('POST', '/api/v1/on-air/main', { take: { graphic: 'clock' } });
  expect(await server.standings(then.race.event)).not.toEqual(standingsThen);

  const { page, errors } = await screen();
  const open = (name: string, more = '') => page.goto(`${server.url}/${name}?lang=en&at=${at}${more}`);
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/now/tape?*', (route) => held.then(() => route.continue()));
  await open('arena');
  await page.waitForSelector('.looking-back');
  answer();
  await page.waitForSelector('ice-order');
  expect(await page.locator('.looking-back').count()).toBe(0);
  const shown = await page.evaluate(() => (document.querySelector('ice-order') as unknown as { board: object }).board);
  expect(shown).toEqual(then);
  expect(new URL(page.url()).searchParams.has('race')).toBe(false);
  await page.keyboard.press('l');
  await page.waitForSelector('connection-badge .live');
  await page.waitForSelector('result-sheet');

  await open('overlay');
  await page.waitForSelector('clock-graphic[on]');
  const clock = await page.evaluate(
    () => (document.querySelector('clock-graphic') as unknown as { data: object }).data,
  );
  expect(clock).toMatchObject({ laps: then.laps, race: { status: 'running' } });
  expect(await page.locator('scrub-bar').count()).toBe(0);

  await open('');
  await page.locator('.on a').click();
  await page.waitForSelector('connection-badge .past');
  await page.waitForSelector('race-result tbody tr');
  await page.keyboard.press('ArrowLeft');
  const stepped = await shownAt(page);
  await page.locator(`.actions a[href*="event="]`).click();
  await page.waitForSelector('standings-table tbody tr');
  // A link leads to the moment that is shown, not to the one the page was opened at.
  expect(Number(new URL(page.url()).searchParams.get('at'))).toBeLessThan(at);
  expect(await shownAt(page)).toBe(stepped);
  await open('results', `&event=${then.race.event}`);
  await page.waitForSelector('standings-table tbody tr');
  expect(await page.locator('standings-table td.who span').allTextContents()).toEqual(standingsThen);
  await open('results');
  await page.waitForSelector('race-result tbody tr');
  await open('screen/wall');
  await page.waitForSelector('ice-order');
  await page.waitForSelector('connection-badge .past');
  await open('rundown');
  await page.waitForSelector('no-past [role="alert"]');
  expect(errors).toEqual([]);
});
