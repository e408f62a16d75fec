import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { screen } from '../browser.ts';
import { built } from '../built.ts';
import { BoardServer } from './board-server.ts';
import { iceOrder, runningMassStart } from './fixtures.ts';

/** One frame at 60 Hz. */
const frameMs = 1000 / 60;
const slowDown = 4;
const patches = 30;

let server: BoardServer;
beforeEach(async () => {
  server = await BoardServer.start({ pages: built('pages') });
  server.put('race/r', runningMassStart());
});
afterEach(() => server.stop());

async function arena(): Promise<Page> {
  const { page } = await screen();
  await page.goto(`${server.origin}/arena?race=r`);
  await page.waitForSelector('ice-order .line');
  await page.evaluate(() => document.fonts.ready);
  return page;
}

type Root = HTMLElement & { performUpdate(): void; requestUpdate(): void; updateComplete: Promise<unknown> };

/** From now on notes what each update of the page costs, until its rows are styled and laid out. */
function noteCosts(page: Page): Promise<void> {
  return page.evaluate(() => {
    const root = document.querySelector('arena-page') as Root;
    const costs: number[] = [];
    Object.assign(window, { costs });
    const settled = (list: Element) => (list as Root).updateComplete;
    const perform = root.performUpdate;
    root.performUpdate = function () {
      const from = performance.now();
      perform.call(this);
      // The lists update in the microtasks that follow, before the frame is painted.
      void Promise.all([...document.querySelectorAll('ice-order, classification-list')].map(settled)).then(() => {
        document.querySelector('ice-order .line')?.getBoundingClientRect();
        costs.push(performance.now() - from);
      });
    };
  });
}

const costsOf = (page: Page) => page.evaluate(() => (window as unknown as { costs: number[] }).costs);

it('[V15] however many versions arrive before a frame, the page is rendered once', async () => {
  const page = await arena();
  await noteCosts(page);
  await page.evaluate(async () => {
    const root = document.querySelector('arena-page') as Root;
    for (let n = 0; n < 20; n += 1) {
      root.requestUpdate();
      await Promise.resolve();
    }
    await root.updateComplete;
  });
  expect(await costsOf(page)).toHaveLength(1);
});

it('[V15] a skater over the line is styled and laid out within a frame by a computer four times as slow', async () => {
  const page = await arena();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  await noteCosts(page);
  const [first, second] = iceOrder(24) as [string, string];
  for (let n = 1; n <= patches; n += 1) {
    const board = runningMassStart();
    const swapped = n % 2 === 1;
    const place = (entry: string, position: number) => ({
      ...board.rows[entry]!,
      order: position,
      position,
      laps: 9 + n,
      gapUs: position * 137_000 + n * 11_000,
    });
    const rows = { ...board.rows, [first]: place(first, swapped ? 2 : 1), [second]: place(second, swapped ? 1 : 2) };
    server.put('race/r', { ...board, rows });
    await page.waitForFunction((count) => (window as unknown as { costs: number[] }).costs.length >= count, n);
  }
  const costs = (await costsOf(page)).sort((a, b) => a - b);
  expect(costs).toHaveLength(patches);
  expect(costs[patches / 2]).toBeLessThan(frameMs);
});
