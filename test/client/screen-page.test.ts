import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ScreenSettings } from '../../shared/screen.ts';
import { screen } from '../browser.ts';
import { built } from '../built.ts';
import { pictures } from '../screens/pictures.ts';
import { sizes } from '../screens/sizes.ts';
import { BoardServer } from './board-server.ts';
import { officialMassStart, runningMassStart } from './fixtures.ts';
import { faultsOf, textsOf } from './layout.ts';
import { demoRace, RealServer } from './real-race.ts';
import { shownOf, shownOn } from './shown.ts';

let server: BoardServer;
beforeEach(async () => {
  server = await BoardServer.start({ pages: built('pages') });
  server.put('race/r', runningMassStart(24));
  server.put('race/over', officialMassStart(24));
});
afterEach(() => server.stop());

const plain: ScreenSettings = { view: 'auto', theme: 'dark', delayMs: 0 };
const tell = (settings: Partial<ScreenSettings>) =>
  server.put('screen/west', { name: 'west', settings: { ...plain, ...settings } });

async function west(options = {}) {
  const shown = await screen({ reducedMotion: 'reduce', locale: 'en-GB', ...options });
  await shown.page.goto(`${server.origin}/screen/west`);
  await shown.page.waitForSelector('connection-badge .live', { state: 'attached' });
  await shown.page.evaluate(() => Object.assign(window, { neverReloaded: true }));
  return shown;
}

const neverReloaded = (page: Page) => page.evaluate(() => 'neverReloaded' in window);
const heard = (t: 'sub' | 'unsub' | 'ack', topic: string) =>
  server.heard.filter((one) => one.t === t && one.topic === topic);

it('[V37] what a screen is told it shows at once: race, theme, language, view, columns and delay, without a reload', async () => {
  tell({ race: 'r' });
  const { page, errors, elsewhere } = await west();
  await page.waitForSelector('ice-order li.line');
  expect(await page.locator('ice-order .heading span').first().textContent()).toBe('On the ice');
  tell({ race: 'r', theme: 'light', language: 'nl' });
  await page.waitForFunction(() => document.querySelector('ice-order .heading span')?.textContent === 'Op het ijs');
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('light');
  tell({ race: 'r', without: ['points', 'nation'] });
  await page.waitForSelector('main.without-points');
  for (const column of ['.points', '.nation']) {
    expect(await page.locator(`ice-order ${column}`).first().isVisible(), column).toBe(false);
  }
  tell({ race: 'over', delayMs: 5000 });
  await page.waitForSelector('result-sheet li.line');
  expect(heard('sub', 'race/over').at(-1)).toMatchObject({ delayMs: 5000 });
  tell({ race: 'r', view: 'lapcounter' });
  await page.waitForSelector('lap-counter .number');
  expect(heard('sub', 'race/r').at(-1)).not.toHaveProperty('delayMs');
  tell({ view: 'blank' });
  await page.waitForFunction(() => document.querySelector('main.blank')?.textContent === '');
  expect(await page.locator('connection-badge p').isVisible()).toBe(false);
  expect(heard('sub', 'screen/west')).toEqual([{ t: 'sub', topic: 'screen/west' }]);
  expect(await neverReloaded(page)).toBe(true);
  expect({ errors, elsewhere }).toEqual({ errors: [], elsewhere: [] });
});

it('[V44] while a screen is hidden nothing of a race is on its page, nor asked for, before it is revealed and after', async () => {
  tell({ race: 'over', hidden: true });
  const { page } = await west();
  await page.waitForSelector('main.holding i');
  const secrets = Object.values(officialMassStart(24).rows).map(({ name }) => name);
  const isTold = () => page.content().then((html) => secrets.some((name) => html.includes(name)));
  expect(heard('sub', 'race/over')).toEqual([]);
  expect(await isTold()).toBe(false);
  tell({ race: 'over' });
  await page.waitForSelector('result-sheet li.line');
  expect(await isTold()).toBe(true);
  tell({ race: 'over', hidden: true });
  await page.waitForSelector('main.holding i');
  expect(await isTold()).toBe(false);
  await expect.poll(() => heard('unsub', 'race/over').length).toBe(1);
});

it('[V45] cut off, a screen keeps what it showed and says so; it comes back by itself to what it is told by then', async () => {
  tell({ race: 'r', theme: 'stadium' });
  const { page } = await west();
  await page.waitForSelector('ice-order li.line');
  await expect.poll(() => heard('ack', 'race/r').length).toBeGreaterThan(0);
  expect(heard('ack', 'screen/west').at(-1)).toMatchObject({ version: 1 });
  const { port } = server;
  await server.stop();
  await page.waitForSelector('connection-badge :is(.offline, .stale)');
  expect(await page.locator('ice-order li.line').count()).toBe(24);
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('stadium');
  server = await BoardServer.start({ pages: built('pages'), port, epoch: 'j.2' });
  server.put('race/over', officialMassStart(24));
  tell({ race: 'over' });
  await page.waitForSelector('result-sheet li.line');
  expect(await neverReloaded(page)).toBe(true);
});

it('[V45] a screen is asked for its name once, and finds it again', async () => {
  const { page } = await screen({ locale: 'da' });
  await page.goto(`${server.origin}/screen`);
  expect(await page.locator('label span').textContent()).toBe('Skærmens navn');
  await page.keyboard.type('hall west');
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).pathname).toBe('/screen');
  await page.locator('input').fill('hall.west');
  await page.keyboard.press('Enter');
  await page.waitForSelector('screen-page');
  await page.goto(`${server.origin}/screen`);
  await page.waitForURL('**/screen/hall.west');
  await page.waitForSelector('screen-page');
  await page.goto(`${server.origin}/screen?new`);
  expect(await page.locator('input').inputValue()).toBe('hall.west');
});

it('[V43] the points of a sprint are whole on a screen of any size, and sponsors are shown as they were made', async () => {
  const board = pictures['sprint-pop'].topics['race/r'];
  server.put('race/r', board ?? {});
  server.sponsors.set(
    'a b.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M0 0h30v10z"/></svg>',
  );
  tell({ race: 'r' });
  const { page } = await west();
  await page.waitForSelector('sprint-pop li');
  // Ten seconds are soon over on a busy machine.
  await page.evaluate(() => {
    const { live } = document.querySelector('arena-page') as unknown as { live: { clock: { nowUs(): number } } };
    const us = live.clock.nowUs();
    live.clock.nowUs = () => us;
  });
  for (const size of ['1280x720', '1080x1920', '1920x192'] as const) {
    await page.setViewportSize(sizes[size]);
    await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
    expect(await page.locator('sprint-pop li').count(), size).toBe(3);
    expect(faultsOf(await textsOf(page), sizes[size]), size).toEqual({ outside: [], clipped: [], overlapping: [] });
  }
  tell({ view: 'sponsors' });
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('sponsor-board .picture')?.naturalWidth);
});

it('[V37] a screen with a delay that comes late shows what was, whole, and then each change as much later', async () => {
  const real = await RealServer.start(built('pages'));
  const { race, upTo } = await demoRace(real, 'mass-start');
  await upTo(0.3);
  const before = await real.board(race);
  await real.send('PUT', '/api/v1/screens/west', { race, delayMs: 3000 });
  const { page } = await screen({ reducedMotion: 'reduce' });
  await page.goto(`${real.url}/screen/west`);
  const says = async () => JSON.stringify(await shownOn(page));
  const what = async (board: typeof before) => JSON.stringify(shownOf(board, await shownOn(page)));
  await page.waitForSelector('ice-order li.line', { timeout: 15_000 });
  await expect.poll(async () => (await says()) === (await what(before))).toBe(true);
  const sentUs = Date.now() * 1000;
  await upTo(0.6);
  const after = await real.board(race);
  const shown = await says();
  const pageUs = await page.evaluate(() => {
    const { live } = document.querySelector('screen-page') as unknown as { live: { clock: { nowUs(): number } } };
    return live.clock.nowUs();
  });
  // By its own time, which is as late as its picture, nothing has happened yet, unless this machine was asleep.
  expect(pageUs >= sentUs || shown === (await what(before))).toBe(true);
  await expect.poll(async () => (await says()) === (await what(after)), { timeout: 15_000 }).toBe(true);
});
