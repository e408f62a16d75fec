import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { screen } from '../browser.ts';
import { built } from '../built.ts';
import { BoardServer } from './board-server.ts';
import { iceOrder, runningMassStart } from './fixtures.ts';

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

type Counted = { renders: number };
type Root = HTMLElement & { performUpdate(): void; requestUpdate(): void; updateComplete: Promise<unknown> };

/** From now on counts how often the page was rendered, each once its lists are in the document. */
function countRenders(page: Page): Promise<void> {
  return page.evaluate(() => {
    const root = document.querySelector('arena-page') as Root;
    Object.assign(window, { renders: 0 });
    const settled = (list: Element) => (list as Root).updateComplete;
    const perform = root.performUpdate;
    root.performUpdate = function () {
      perform.call(this);
      // The lists update in the microtasks that follow, before the frame is painted.
      void Promise.all([...document.querySelectorAll('ice-order, classification-list')].map(settled)).then(() => {
        (window as unknown as Counted).renders += 1;
      });
    };
  });
}

it('[V15] however many versions arrive before a frame, the page is rendered once', async () => {
  const page = await arena();
  await countRenders(page);
  await page.evaluate(async () => {
    const root = document.querySelector('arena-page') as Root;
    for (let n = 0; n < 20; n += 1) {
      root.requestUpdate();
      await Promise.resolve();
    }
    await root.updateComplete;
  });
  expect(await page.evaluate(() => (window as unknown as Counted).renders)).toBe(1);
});

it('[V15] a skater over the line changes his line and that of whom he passed, and no other', async () => {
  const page = await arena();
  await page.evaluate(() => {
    const touched = new Set<string>();
    Object.assign(window, { touched });
    const watcher = new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const line = element?.closest<HTMLElement>('.line');
        if (line !== null && line !== undefined) touched.add(line.dataset.entry ?? '');
      }
    });
    const watched = { attributes: true, characterData: true, childList: true, subtree: true };
    for (const list of document.querySelectorAll('ice-order, classification-list')) watcher.observe(list, watched);
  });
  await countRenders(page);
  const board = runningMassStart();
  const [first, second] = iceOrder(24) as [string, string];
  const place = (entry: string, position: number) => ({
    ...board.rows[entry]!,
    order: position,
    position,
    gapUs: position * 137_000,
  });
  server.put('race/r', { ...board, rows: { ...board.rows, [first]: place(first, 2), [second]: place(second, 1) } });
  await page.waitForFunction(() => (window as unknown as Counted).renders === 1);
  const touched = await page.evaluate(() => [...(window as unknown as { touched: Set<string> }).touched]);
  expect(touched.sort()).toEqual([first, second].sort());
});
