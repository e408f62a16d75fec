import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Board } from '../../shared/board.ts';
import { screen } from '../browser.ts';
import { built } from '../built.ts';
import { BoardServer } from './board-server.ts';
import { officialMassStart, runningMassStart, scheduledMassStart } from './fixtures.ts';
import { pair, programme, standings } from './pair-fixtures.ts';

let server: BoardServer;
beforeEach(async () => {
  server = await BoardServer.start({ pages: built('pages') });
});
afterEach(() => server.stop());

async function arena(board: Board, options = {}) {
  server.put('race/r', board);
  const shown = await screen(options);
  await shown.page.goto(`${server.origin}/arena?race=r`);
  await shown.page.waitForSelector('main :is(race-tower, pair-duel)');
  await shown.page.evaluate(() => document.fonts.ready);
  return shown;
}

/** Names of a list from top to bottom, as the eye reads them. */
const fromTop = (page: Page, list: string) =>
  page.evaluate((selector) => {
    const rows = [...document.querySelectorAll(`${selector} li.line`)];
    rows.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
    return rows.map((row) => row.querySelector('.name')?.textContent ?? '');
  }, list);

const named = (name: string): Board => {
  const board = runningMassStart();
  return { ...board, rows: { ...board.rows, e4: { ...board.rows.e4!, name } } };
};

const still = { reducedMotion: 'reduce' } as const;

it('[D1] a name is shown as it is written, in both lists, whatever it holds', async () => {
  const names = [
    "N'tab",
    '<b>x</b>',
    '<img src=x onerror=alert(1)>',
    '&amp; {{x}}',
    'عمر عبد الرحمن',
    'דניאל כהן',
    '  two  spaces ',
  ];
  const { page, errors } = await arena(named('nobody yet'));
  for (const name of names) {
    server.put('race/r', named(name));
    for (const list of ['ice-order', 'classification-list']) {
      const cell = page.locator(`${list} [data-entry=e4] .name`);
      await expect.poll(() => cell.textContent(), { interval: 10 }).toBe(name);
      expect(await cell.locator('*').count()).toBe(0);
    }
  }
  expect(errors).toEqual([]);
});

it('[D1] a name written from right to left stands in its column like the others, its end cut where it does not fit', async () => {
  const { page } = await arena(named('عبد الرحمن بن عبد العزيز بن محمد بن عبد الله بن سعود الكبير'));
  const style = await page.locator('ice-order [data-entry=e4] .name').evaluate((cell) => {
    const { direction, textAlign, textOverflow } = getComputedStyle(cell);
    return { direction, textAlign, textOverflow, cut: cell.scrollWidth > cell.clientWidth };
  });
  expect(style).toEqual({ direction: 'rtl', textAlign: 'left', textOverflow: 'ellipsis', cut: true });
});

it.each([
  ['12 on the ice', runningMassStart(12)],
  ['a name that never ends', named('Maximiliana '.repeat(30))],
])('[V8] all of it stands on the screen, nothing on top of another: %s', async (_, board) => {
  const { page } = await arena(board, still);
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(
        ({ box }) =>
          box.width > 0 && (box.bottom > innerHeight || box.right > innerWidth || box.left < 0 || box.top < 0),
      )
      .map(({ element }) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 30)}`),
  );
  expect(outside).toEqual([]);
  const overlapping = await page.evaluate(() => {
    const boxes = (list: string) =>
      [...document.querySelectorAll(`${list} li`)].map((row) => row.getBoundingClientRect());
    return ['ice-order', 'classification-list', 'start-list', 'result-sheet', 'lane-panel', 'standings-strip'].filter(
      (list) => {
        const all = boxes(list);
        return all.some((a, i) =>
          all.some(
            (b, j) =>
              i < j && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1,
          ),
        );
      },
    );
  });
  expect(overlapping).toEqual([]);
});

it('[V8] laps to go and the clock can be read from 30 metres', async () => {
  const { page } = await arena(runningMassStart());
  // Archivo's capitals are 0.686 of its size; a capital carries about 250 times its height.
  const capPx = async (selector: string) =>
    0.686 * (await page.locator(selector).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize)));
  const wallPxPerMetre = 1080 / 4.5;
  const metres = async (selector: string) => ((await capPx(selector)) / wallPxPerMetre) * 250;
  expect(await metres('.laps b')).toBeGreaterThan(200);
  expect(await metres('race-tower race-clock')).toBeGreaterThan(100);
  expect(await metres('ice-order .line[data-entry=e4]')).toBeGreaterThan(28);
});

it('[V7] rows glide: after a change of order a row is on its way, then in its place', async () => {
  const before = runningMassStart();
  const { page } = await arena(before);
  expect((await fromTop(page, 'ice-order'))[0]).toBe('Livio WENGER');
  await page.evaluate(() => {
    const row = document.querySelector('ice-order [data-entry=e4]') as HTMLElement & { ys: number[]; seen: number };
    row.ys = [];
    const look = () => {
      row.ys.push(new DOMMatrix(getComputedStyle(row).transform).m42);
      if (row.ys.length < 90) requestAnimationFrame(look);
    };
    look();
  });
  server.put('race/r', moved(before));
  await page.waitForFunction(
    () => (document.querySelector('ice-order [data-entry=e4]') as HTMLElement & { ys: number[] }).ys.length >= 90,
  );
  const ys = await page.evaluate(
    () => (document.querySelector('ice-order [data-entry=e4]') as HTMLElement & { ys: number[] }).ys,
  );
  const from = ys[0]!;
  const to = ys.at(-1)!;
  expect(to).toBeGreaterThan(from + 20);
  expect(ys.filter((y) => y > from + 1 && y < to - 1).length).toBeGreaterThan(3);
  expect(ys.every((y, i) => i === 0 || y >= ys[i - 1]! - 0.01)).toBe(true);
});

/** The leader falls back to third, and the next two move up. */
function moved(board: Board): Board {
  const [first, second, third] = Object.entries(board.rows)
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([entry]) => entry);
  const place = (entry: string, n: number) => [entry, { ...board.rows[entry]!, order: n, position: n }] as const;
  return {
    ...board,
    rows: { ...board.rows, ...Object.fromEntries([place(second!, 1), place(third!, 2), place(first!, 3)]) },
  };
}

it('[V7] a row on its way hides the one it passes, so that a picture taken meanwhile can be read', async () => {
  const { page } = await arena(runningMassStart());
  const rows = await page.locator('ice-order li.line').evaluateAll((all) =>
    all
      .map((row) => ({ top: row.getBoundingClientRect().top, style: getComputedStyle(row) }))
      .sort((a, b) => a.top - b.top)
      .map(({ style }) => ({ layer: Number(style.zIndex), ground: style.backgroundColor })),
  );
  const layers = rows.map(({ layer }) => layer);
  expect(layers).toEqual([...layers].sort((a, b) => b - a));
  expect(new Set(layers).size).toBe(24);
  expect(rows.every(({ ground }) => /^rgb\(/.test(ground))).toBe(true);
});

it('[V7] a picture of which most rows move at once stands at once', async () => {
  const before = runningMassStart();
  const { page } = await arena(before);
  const turned = Object.entries(before.rows).map(([entry, row]) => {
    const position = (row.position! % 24) + 1;
    return [entry, { ...row, order: position, position }] as const;
  });
  server.put('race/r', { ...before, rows: Object.fromEntries(turned) });
  await page.waitForSelector('ice-order ol.at-once');
  const last = page.locator('ice-order li.line').first();
  expect(Number.parseFloat(await last.evaluate((row) => getComputedStyle(row).transitionDuration))).toBe(0);
});

it('[V7] the order on the screen follows the board, and every row stays the same element', async () => {
  const before = runningMassStart();
  const { page } = await arena(before, still);
  const order = await fromTop(page, 'ice-order');
  await page.evaluate(() => {
    for (const row of document.querySelectorAll('ice-order li.line')) Object.assign(row, { mine: true });
  });
  server.put('race/r', moved(before));
  await page.waitForFunction((name) => {
    const rows = [...document.querySelectorAll('ice-order li.line')];
    const top = rows.reduce((a, b) => (b.getBoundingClientRect().top < a.getBoundingClientRect().top ? b : a));
    return top.textContent?.includes(name);
  }, order[1]!);
  expect(await fromTop(page, 'ice-order')).toEqual([order[1], order[2], order[0], ...order.slice(3)]);
  expect(
    await page.evaluate(() => [...document.querySelectorAll('ice-order li.line')].every((row) => 'mine' in row)),
  ).toBe(true);
});

it('[V7] who asked for less motion sees rows at their places at once', async () => {
  const { page } = await arena(runningMassStart(), still);
  const duration = await page
    .locator('ice-order [data-entry=e4]')
    .evaluate((row) => getComputedStyle(row).transitionDuration);
  expect(Number.parseFloat(duration)).toBe(0);
});

it('[V9] a race goes from start list to race to result without a reload', async () => {
  const { page } = await arena(scheduledMassStart());
  await page.waitForSelector('start-list');
  server.put('race/r', runningMassStart());
  await page.waitForSelector('ice-order');
  server.put('race/r', officialMassStart());
  await page.waitForSelector('result-sheet');
  expect(await page.locator('.status').textContent()).toBe('Official result · Revision 2');
  const first = page.locator('result-sheet li').first();
  expect(await first.locator('.place, .name, .total, .time').allTextContents()).toEqual([
    '1',
    'Livio WENGER',
    '65',
    '7:41.17',
  ]);
});

it('[V9] without a race it follows what is on, and shows the programme while nothing is', async () => {
  server.put('now', { meet: 'wc-demo', onIce: [], next: 'r2' });
  server.put('meet/wc-demo', programme());
  server.put('race/a', runningMassStart());
  server.put('race/b', pair(1000, 2));
  server.put('event/m1000', standings(1000));
  const { page } = await screen();
  await page.goto(`${server.origin}/arena`);
  await page.waitForSelector('idle-screen .coming');
  expect(await page.locator('idle-screen h1').textContent()).toBe('World Cup Speed Skating');
  server.put('now', { meet: 'wc-demo', race: 'a', onIce: ['a'] });
  await page.waitForSelector('ice-order');
  server.put('now', { meet: 'wc-demo', race: 'b', onIce: ['b'] });
  await page.waitForSelector('pair-duel standings-strip');
  server.put('now', { meet: 'wc-demo', onIce: [] });
  await page.waitForSelector('idle-screen .programme');
});

it('[V9] a race that does not exist yet is waited for', async () => {
  const { page } = await screen();
  await page.goto(`${server.origin}/arena?race=r`);
  await page.waitForSelector('idle-screen .wanted');
  server.put('race/r', runningMassStart());
  await page.waitForSelector('ice-order', { timeout: 15_000 });
});

it('[V11] a pair shows each split with sign and colour, and the time until the finish', async () => {
  const { page } = await arena(pair(1000, 2));
  const diffs = page.locator('lane-panel .splits .diff:not(.label .diff)');
  expect(await diffs.allTextContents()).toEqual(['-0.31', '-0.22', '+0.18', '+0.39']);
  const colours = await diffs.evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).color));
  expect(new Set(colours.slice(0, 2)).size).toBe(1);
  expect(colours[0]).not.toBe(colours[2]);
  expect(await page.locator('lane-panel race-clock').count()).toBe(2);
  server.put('race/r', pair(1000, 3));
  await page.waitForSelector('lane-panel .final');
  expect(await page.locator('lane-panel .final').allTextContents()).toEqual(['1:10.10', '1:10.60']);
  const latest = page.locator('lane-panel').first().locator('.latest :is(.rank, .diff, em)');
  expect(await latest.allTextContents()).toEqual(['1', '-0.13', 'TR', 'PB']);
});

it('[V12] the page asks nothing of any other host, and a strict security policy holds', async () => {
  const { elsewhere, errors } = await arena(runningMassStart());
  expect(elsewhere).toEqual([]);
  expect(errors).toEqual([]);
});
