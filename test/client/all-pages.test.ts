import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { staleAfterMs } from '../../client/kit/live.ts';
import { inOrder } from '../../client/kit/who.ts';
import type { Board } from '../../shared/board.ts';
import { screen } from '../browser.ts';
import { built } from '../built.ts';
import { CuttableLine } from './cuttable-line.ts';
import { demoRace, RealServer } from './real-race.ts';

/** The bar: so long after it can know, a page shows what the server has. */
const rightMs = 2000;

const entryOf = ({ rows }: Board, bib: string) => Object.entries(rows).find(([, row]) => row.bib === bib)![0];

async function opened(url: string, errors: string[][] = []): Promise<Page> {
  const shown = await screen({ viewport: { width: 1280, height: 720 }, locale: 'en-GB' });
  errors.push(shown.errors);
  await shown.page.goto(url);
  return shown.page;
}

async function consoleOf(server: RealServer, errors: string[][]): Promise<Page> {
  const page = await opened(`${server.url}/console`, errors);
  await page.waitForSelector('sign-in input');
  await page.keyboard.type(server.token);
  await page.keyboard.press('Enter');
  await page.waitForSelector('readings-list li[data-id]');
  return page;
}

/** What each page says of a skater in his row. */
const rowOf: Readonly<Record<string, (entry: string, name: string) => string>> = {
  arena: (entry) => `ice-order [data-entry="${entry}"], classification-list [data-entry="${entry}"]`,
  commentator: (entry) => `order-table [data-entry="${entry}"]`,
  results: (_, name) => `race-result tr:has-text("${name}")`,
  console: (entry) => `race-rows [data-entry="${entry}"]`,
};

it('[V57][V58] a correction in mid-race reaches every page at once, and its undoing; no name is more than a name', async () => {
  const server = await RealServer.start(built('pages'));
  const { race, upTo } = await demoRace(server, 'mass-start');
  await upTo(0.6);
  const before = await server.board(race);
  const [entry, other] = [entryOf(before, '43'), entryOf(before, '74')];
  const name = before.rows[entry]!.name;
  const errors: string[][] = [];
  const pages: Record<string, Page> = { console: await consoleOf(server, errors) };
  for (const page of ['arena', 'commentator', 'results']) {
    pages[page] = await opened(`${server.url}/${page}?race=${race}`, errors);
  }
  const says = async (page: string, text: RegExp) => {
    const row = pages[page]!.locator(rowOf[page]!(entry, name));
    await expect
      .poll(async () => (await row.allTextContents()).join(' '), { timeout: rightMs, interval: 30, message: page })
      .toMatch(text);
  };
  const all = (text: RegExp) => Promise.all(Object.keys(pages).map((page) => says(page, text)));
  await all(new RegExp(name));

  const desk = pages.console!.keyboard;
  await desk.type('dq 43 T25');
  await desk.press('Enter');
  await pages.console!.waitForSelector('confirm-line .about');
  await desk.press('Enter');
  await all(/DQ/);
  await desk.press('Control+z');
  await pages.console!.waitForSelector('confirm-line .about');
  await desk.press('Enter');
  await all(new RegExp(`${name}(?!.*DQ)`, 's'));

  // The same way a name that would run, were it ever more than text.
  const evil = '<img src=x onerror="document.title=1">';
  await server.send('POST', '/api/v1/facts', { id: 'evil', kind: 'entry', race, entry: other, name: evil });
  for (const [kind, page] of Object.entries(pages)) {
    await expect
      .poll(() => page.getByText(evil, { exact: false }).count(), { timeout: rightMs, message: kind })
      .toBeGreaterThan(0);
    expect(await page.locator('img[src="x"]').count(), kind).toBe(0);
    expect(await page.title()).not.toBe('1');
  }
  expect(errors.flat()).toEqual([]);
});

it('[V59] the commentator says STALE while his line is cut, and is right when it is mended, and after a frozen tab', async () => {
  const server = await RealServer.start(built('pages'));
  const line = await CuttableLine.to(() => server.port);
  onTestFinished(() => line.close());
  const { race, upTo } = await demoRace(server, 'mass-start');
  await upTo(0.3);
  const page = await opened(`http://127.0.0.1:${line.port}/commentator?race=${race}`);
  const shown = () =>
    page
      .locator('order-table tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [row.getAttribute('data-entry') ?? '', row.querySelector('td.laps')?.textContent ?? '']),
      );
  const isRight = async () => {
    const { rows } = await server.board(race);
    const right = inOrder(rows, []).map(([entry, row]) => [entry, String(row.laps)]);
    await expect.poll(shown, { timeout: rightMs, interval: 50 }).toEqual(right);
  };
  await page.waitForSelector('order-table tbody tr');
  await page.keyboard.press('c');
  await page.locator('key-help label:has-text("Laps") input').first().check();
  await page.keyboard.press('Escape');
  await isRight();
  const before = await shown();
  line.cut();
  await upTo(0.5);
  await page.waitForSelector('connection-badge .stale', { timeout: staleAfterMs + 4000 });
  expect(await shown()).toEqual(before);
  line.mend();
  await isRight();
  // A browser without a window hides no tab; held by the debugger, a page does as little as a hidden one may do.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Debugger.enable');
  const held = new Promise((resolve) => devtools.once('Debugger.paused', resolve));
  await devtools.send('Debugger.pause');
  await held;
  await upTo(0.7);
  await devtools.send('Debugger.resume');
  await devtools.send('Debugger.disable');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await isRight();
});
