import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { screen } from '../browser.ts';
import { built } from '../built.ts';
import { demoBoard } from '../screens/demo-board.ts';
import { BoardServer } from './board-server.ts';
import { officialMassStart } from './fixtures.ts';
import { pair, programme, standings } from './pair-fixtures.ts';
import { stumbles } from './stumbles.ts';
import { withConditions } from './team-fixtures.ts';

const phone = { viewport: { width: 390, height: 844 } };

let server: BoardServer;
beforeEach(async () => {
  server = await BoardServer.start({ pages: built('pages') });
  server.put('now', { meet: 'wc-demo', onIce: [] });
  server.put('meet/wc-demo', programme());
  server.put('event/m1000', standings(1000));
});
afterEach(() => server.stop());

async function results(query: string, options = phone) {
  const shown = await screen({ reducedMotion: 'reduce', ...options });
  await shown.page.goto(`${server.origin}/results${query}`);
  await shown.page.waitForSelector('connection-badge .live');
  return shown;
}

/** An official mass start, under its own id. */
function putOfficial() {
  const board = withConditions(officialMassStart(24));
  server.put(`race/${board.race.id}`, board);
  return board.race;
}

const sidewards = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

it('[V25] from the programme to a race and back, without loading the page anew, and the address leads there', async () => {
  const [race] = Object.keys(programme().races);
  server.put(`race/${race}`, { ...officialMassStart(24), race: { ...officialMassStart(24).race, id: race } });
  const { page, errors } = await results('');
  await page.evaluate(() => Object.assign(window, { loadedOnce: true }));
  await page.locator('.day a').first().click();
  await page.waitForSelector('race-result tbody tr');
  expect(new URL(page.url()).searchParams.get('race')).toBe(race);
  expect(await page.locator('race-result tbody tr').count()).toBe(24);
  await page.goBack();
  await page.waitForSelector('programme-list');
  expect(await page.evaluate(() => 'loadedOnce' in window)).toBe(true);
  expect(errors).toEqual([]);
});

it('[V60] with a keyboard alone: from the programme to a race, and into the laps of a skater', async () => {
  const [race] = Object.keys(programme().races);
  server.put(`race/${race}`, { ...officialMassStart(24), race: { ...officialMassStart(24).race, id: race } });
  const { page } = await results('');
  await page.waitForSelector('.day a');
  const on = (selector: string) => page.evaluate((one) => document.activeElement?.matches(one) === true, selector);
  const tabTo = async (selector: string) => {
    for (let n = 0; n < 8 && !(await on(selector)); n += 1) await page.keyboard.press('Tab');
    expect(await on(selector)).toBe(true);
    await page.keyboard.press('Enter');
  };
  await tabTo('.day a');
  await page.waitForSelector('race-result tbody tr');
  await tabTo('.who button');
  await page.waitForSelector('tr.more .minors');
});

it('[V25] on a phone nothing is wider than the screen, and whoever is touched shows his laps', async () => {
  const { id } = putOfficial();
  const { page } = await results(`?race=${id}`);
  await page.waitForSelector('race-result tbody tr');
  expect(await sidewards(page)).toBeLessThanOrEqual(0);
  const wide = page.locator('.wide');
  expect(await wide.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
  await page.locator('race-result .who button').first().click();
  await page.waitForSelector('tr.more .minors div');
  expect(await page.locator('race-result footer').textContent()).toContain('Referee');
});

it.each(['', '?event=m1000'])('[V25] nor with the address %j', async (query) => {
  const { page } = await results(query);
  await page.waitForSelector('main > :not(.waiting)');
  expect(await sidewards(page)).toBeLessThanOrEqual(0);
});

it('[V25][V55] a race that is skated changes under the eyes of the reader, its lap chart too', async () => {
  const board = demoBoard(388);
  const { id } = board.race;
  server.put(`race/${id}`, board);
  const { page } = await results(`?race=${id}`);
  await page.waitForSelector('race-clock');
  server.put(`race/${id}`, { ...board, laps: { ...board.laps, toGo: 1 } });
  await page.waitForFunction(() => document.querySelector('.head .now b')?.textContent === '1');
  expect(await page.locator('lap-chart polyline').count()).toBe(24);
  await page.locator('race-result .who button').nth(7).click();
  await page.waitForFunction(() => document.querySelectorAll('lap-chart .strong').length === 1);
});

it.each(['light', 'dark'])('[V25] nobody stumbles over anything serious, in theme %s', async (theme) => {
  const { id } = putOfficial();
  const { page } = await results(`?theme=${theme}`);
  for (const query of ['', `&race=${id}`, '&event=m1000']) {
    await page.goto(`${server.origin}/results?theme=${theme}${query}`);
    await page.waitForSelector('main > :not(.waiting)');
    expect(await stumbles(page), query).toEqual([]);
  }
});

it.each(['dark', 'light'])(
  '[V25][V56] printed it is the sheet alone, black on white, out of theme %s',
  async (theme) => {
    const { id } = putOfficial();
    const { page } = await results(`?race=${id}&theme=${theme}`, { viewport: { width: 1280, height: 800 } });
    await page.waitForSelector('race-result tbody tr');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.actions').isVisible()).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
    expect(await page.locator('race-result th').allTextContents()).toEqual(
      expect.arrayContaining(['Rank', 'Bib', 'Skater', 'Laps', 'S1', 'S2', 'S3', 'F', 'Pts', 'Time']),
    );
    expect(await page.locator('race-result footer').textContent()).toContain('T25 badly obstructed another skater: ');
    const board = pair(1000, 3);
    server.put(`race/${board.race.id}`, board);
    await page.goto(`${server.origin}/results?race=${board.race.id}&theme=${theme}`);
    await page.waitForSelector('race-result tbody tr');
    expect(await page.locator('tr.paper').first().isVisible()).toBe(true);
    expect(await page.locator('tr.paper .splits li').count()).toBe(6);
  },
);
