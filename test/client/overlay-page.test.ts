import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Graphic, slotOf, type Take } from '../../shared/on-air.ts';
import { screen } from '../browser.ts';
import { built } from '../built.ts';
import { BoardServer } from './board-server.ts';

import { finishedMassStart, runningMassStart } from './fixtures.ts';
import { faultsOf, textsOf } from './layout.ts';
import { pair, quartet, standings } from './pair-fixtures.ts';

type Board = ReturnType<typeof runningMassStart>;

let server: BoardServer;
beforeEach(async () => {
  server = await BoardServer.start({ pages: built('pages') });
  for (const [id, board] of Object.entries(races)) server.put(`race/${id}`, { ...board, race: { ...board.race, id } });
  server.put('event/m1000', standings(1000));
});
afterEach(() => server.stop());

/** Who is in, and what is enough for the others, in two lines. */
function needing(board: Board): Board {
  const needs = [
    { code: 'sprintPoints', values: { points: 2, lap: 12, place: 9 } },
    { code: 'finishPlace', values: { place: 8 } },
  ];
  const rows = Object.entries(board.rows).map(([id, row], n) => {
    const forecast = { stake: 'medal', state: n === 0 ? 'in' : 'open', ...(n > 0 && { needs }) } as const;
    return [id, { ...row, forecast }];
  });
  return { ...board, rows: Object.fromEntries(rows), cut: needs.slice(0, 1) };
}

const races = {
  ms: runningMassStart(24),
  needing: needing(runningMassStart(24)),
  over: finishedMassStart(24),
  pair: pair(1000, 2),
  quartet: quartet(10000, 17),
} satisfies Record<string, Board>;

const caption = {
  entry: 'e1',
  name: 'Bart SWINGS',
  nation: 'BEL',
  field: 'time',
  before: 461_230_000,
  after: 461_310_000,
  cause: { code: 'ruling', values: { status: 'DQ' } },
  about: 'Jorrit BERGSMA',
};

/** Everything that may be on at once, race by race. */
const pictures: readonly (readonly [keyof typeof races, readonly (Graphic | Omit<Take, 'race'>)[]])[] = [
  ['ms', ['clock', 'tower', 'group', { graphic: 'athlete', entry: 'e5' }]],
  ['ms', ['clock', 'tower', 'sprint', { graphic: 'correction', latched: { version: 1, data: caption } }]],
  ['pair', ['clock', 'tower', 'pair']],
  ['quartet', ['clock', 'pair']],
  ['over', ['clock', 'result']],
  ['needing', ['tower', 'needs']],
];

const sizes = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
];

function put(race: string, takes: readonly (Graphic | Omit<Take, 'race'>)[], output = 'main'): void {
  const taken = takes.map((take) => ({ ...(typeof take === 'string' ? { graphic: take } : take), race, takenUs: 0 }));
  const graphics = Object.fromEntries(taken.map((take) => [slotOf[take.graphic], take]));
  server.put(`air/${output}`, { output, graphics });
}

/** Boxes of the graphics, and what of them sticks out of its box. */
const boxes = () =>
  [...document.querySelectorAll('overlay-stage > [on]')].map((graphic) => {
    const box = graphic.getBoundingClientRect();
    const out = [...graphic.querySelectorAll('*')].filter((part) => {
      const { left, right, top, bottom, width } = part.getBoundingClientRect();
      const sticks = left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1;
      return width > 0 && sticks;
    });
    return { of: graphic.localName, width: Math.round(box.width), sticking: out.map(({ outerHTML }) => outerHTML) };
  });

it('[B4] at 1080p and 2160p every graphic is whole, its letters within the title safe area, and names grow no box', async () => {
  const scripts = [
    'Jéssica Carolina SANTOS RODRIGUES DE ALBUQUERQUE',
    'محمد عبد الرحمن بن عبد العزيز',
    '佐々木 翔夢 '.repeat(9),
  ];
  const { page, errors, elsewhere } = await screen({ reducedMotion: 'reduce' });
  await page.goto(`${server.origin}/overlay`);
  for (const [race, takes] of pictures) {
    put(race, takes);
    const names = takes.map((take) => `${typeof take === 'string' ? take : take.graphic}-graphic`).sort();
    await page.waitForFunction((names) => {
      const all = [...document.querySelectorAll('overlay-stage > *')];
      const on = all.filter((one) => one.hasAttribute('on')).map(({ localName }) => localName);
      return all.length === on.length && on.sort().join() === names.join();
    }, names);
    const usual: Awaited<ReturnType<typeof boxes>>[] = [];
    for (const size of sizes) {
      const { width, height } = size;
      await page.setViewportSize(size);
      const texts = await textsOf(page, 'overlay-stage *');
      const unsafe = texts.filter(
        ({ left, right, top, bottom }) =>
          left < width * 0.1 - 2 || right > width * 0.9 + 2 || top < height * 0.1 - 2 || bottom > height * 0.9 + 2,
      );
      expect({ ...faultsOf(texts, size), unsafe, errors, elsewhere }).toEqual({
        outside: [],
        clipped: [],
        overlapping: [],
        unsafe: [],
        errors: [],
        elsewhere: [],
      });
      usual.push(await page.evaluate(boxes));
    }
    const board: Board = { ...races[race], race: { ...races[race].race, id: race } };
    const rows = Object.entries(board.rows).map(([id, row], n) => [id, { ...row, name: scripts[n % 3] as string }]);
    server.put(`race/${race}`, { ...board, rows: Object.fromEntries(rows) });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    for (const size of sizes.toReversed()) {
      await page.setViewportSize(size);
      expect(await page.evaluate(boxes)).toEqual(usual.pop()?.map((box) => ({ ...box, sticking: [] })));
    }
    server.put(`race/${race}`, board);
  }
  put('ms', []);
  await page.waitForFunction(() => document.querySelector('overlay-stage > *') === null);
  const shot = await page.screenshot({ omitBackground: true, clip: { x: 960, y: 540, width: 4, height: 4 } });
  const alpha = await page.evaluate(
    async (bytes) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
      const pen = new OffscreenCanvas(4, 4).getContext('2d');
      pen?.drawImage(picture, 0, 0);
      return pen?.getImageData(1, 1, 1, 1).data[3];
    },
    [...shot],
  );
  expect(alpha).toBe(0);
});

it('[B7] a graphic comes in and goes out by its own calls; whichever is called last holds', async () => {
  const { page } = await screen();
  await page.goto(`${server.origin}/overlay`);
  put('ms', ['clock']);
  await page.waitForSelector('clock-graphic[on]');
  const states = await page.evaluate(async () => {
    type Called = HTMLElement & { stop(): Promise<void>; play(): Promise<void>; update(data: object): Promise<void> };
    const graphic = document.querySelector('clock-graphic') as Called & { data: { laps: object } };
    const seen = () => getComputedStyle(graphic).visibility;
    await graphic.play();
    const before = seen();
    await graphic.stop();
    const out = seen();
    const turned = graphic.play();
    void graphic.stop();
    await graphic.play();
    await turned;
    await graphic.update({ ...graphic.data, laps: { total: 16, leader: 15, toGo: 1, bell: true } });
    return [before, out, seen(), graphic.querySelector('.last b')?.textContent];
  });
  expect(states).toEqual(['visible', 'hidden', 'visible', '1']);
});

it('[B7] what cannot be shown yet comes when it can, and another of the same place waits until the first is out', async () => {
  const { page } = await screen();
  await page.goto(`${server.origin}/overlay`);
  put('later', ['sprint']);
  put('ms', [{ graphic: 'athlete', entry: 'e5' }], 'other');
  await page.waitForFunction(() => document.querySelectorAll('overlay-stage > *').length === 0);
  server.put('race/later', { ...races.ms, race: { ...races.ms.race, id: 'later' } });
  put('ms', [{ graphic: 'athlete', entry: 'e5' }]);
  await page.waitForSelector('athlete-graphic[on]');
  put('ms', ['pair', { graphic: 'athlete', entry: 'e2' }]);
  await page.waitForFunction(() => document.querySelectorAll('athlete-graphic').length <= 1);
  await page.waitForFunction(() => {
    const all = [...document.querySelectorAll('athlete-graphic')];
    return all.length === 1 && all[0]?.textContent?.includes('SWINGS');
  });
});
