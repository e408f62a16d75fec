import { afterEach, beforeEach, expect, it } from 'vitest';
import { screen } from '../browser.ts';
import { built } from '../built.ts';
import { BoardServer } from './board-server.ts';
import { runningMassStart, us } from './fixtures.ts';
import { heat } from './heat-fixtures.ts';
import { pair, standings } from './pair-fixtures.ts';
import { stumbles } from './stumbles.ts';
import { withConditions } from './team-fixtures.ts';

let server: BoardServer;
beforeEach(async () => {
  server = await BoardServer.start({ pages: built('pages') });
  server.put('race/ms', withConditions(runningMassStart(24)));
  server.put('race/pair', pair(1000, 2));
  server.put('race/heat', heat(5, 3));
  server.put('event/m1000', standings(1000));
});
afterEach(() => server.stop());

async function commentator(query: string, viewport = { width: 1920, height: 1080 }) {
  const shown = await screen({ reducedMotion: 'reduce', locale: 'en-GB', viewport });
  await shown.page.goto(`${server.origin}/commentator${query}`);
  await shown.page.waitForSelector('connection-badge .live');
  await shown.page.waitForSelector('gap-chart canvas');
  return shown;
}

it('[V31] a mass start has its order, chart, laps, needs and story, and nothing is wider than the monitor', async () => {
  for (const viewport of [
    { width: 1920, height: 1080 },
    { width: 1280, height: 720 },
  ]) {
    const { page, errors, elsewhere } = await commentator('?race=ms', viewport);
    expect(await page.locator('order-table tbody tr').count()).toBe(24);
    expect(await page.locator('lap-heat tbody tr').count()).toBe(24);
    expect(await page.locator('needs-list tbody tr').count()).toBe(24);
    const over = () => (document.querySelector('main')?.getBoundingClientRect().right ?? 0) - innerWidth;
    expect(await page.evaluate(over)).toBeLessThanOrEqual(0);
    const cut = await page.locator('order-table .scroll').evaluate((box) => box.scrollWidth - box.clientWidth);
    expect(cut).toBeLessThanOrEqual(0);
    expect({ errors, elsewhere }).toEqual({ errors: [], elsewhere: [] });
  }
});

it('[V35] by keys alone: a bib shows its skater, p pins him to the top, and the next visit finds him there', async () => {
  const { page } = await commentator('?race=ms');
  await page.keyboard.type('13');
  await page.waitForSelector('.typed');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('athlete-card h2')?.textContent === "Dai Dai N'TAB");
  await page.keyboard.press('p');
  await page.waitForSelector('order-table tbody tr:first-child.pinned');
  await page.reload();
  await page.waitForSelector('order-table tbody tr:first-child.pinned');
  expect(await page.locator('order-table tbody tr:first-child .bib').textContent()).toBe('13');
  await page.keyboard.press('?');
  await page.waitForSelector('key-help kbd');
  await page.keyboard.press('Escape');
  await page.waitForSelector('key-help', { state: 'detached' });
});

it('[V35] a second monitor shows one part alone', async () => {
  const { page } = await commentator('?race=ms&view=chart');
  expect(await page.locator('gap-chart').isVisible()).toBe(true);
  expect(await page.locator('order-table').isVisible()).toBe(false);
});

it('[V36] an attack is seen at once', async () => {
  const { page } = await commentator('?race=ms');
  const board = runningMassStart(24);
  const [entry = ''] = Object.keys(board.rows);
  const says = { code: 'attack', values: { leadUs: us(2.4), lap: 9 } };
  server.put('race/ms', { ...board, log: { ...board.log, fresh: { at: us(1), says, about: [entry] } } });
  await page.waitForSelector('alert-list .attack');
  expect(await page.locator('alert-list .attack').textContent()).toContain('2.40 ahead after lap 9');
});

it('[V33] a pair has a split a line in each lane, and a heat its places', async () => {
  const { page, errors } = await commentator('?race=pair');
  expect(await page.locator('pairs-view .lane').count()).toBe(2);
  expect(await page.locator('pairs-view .lane').first().locator('tbody tr').count()).toBe(3);
  await page.goto(`${server.origin}/commentator?race=heat`);
  await page.waitForSelector('order-table tbody tr');
  expect(await page.locator('gap-chart h2').textContent()).toBe('Place after every crossing');
  expect(errors).toEqual([]);
});

it.each(['light', 'dark'])(
  '[V32] nobody stumbles over anything serious, in theme %s: every lap can be read',
  async (theme) => {
    const { page } = await commentator(`?race=ms&theme=${theme}`);
    expect(await stumbles(page)).toEqual([]);
  },
);
