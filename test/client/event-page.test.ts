import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Board } from '../../shared/board.ts';
import { screen } from '../browser.ts';
import { built } from '../built.ts';
import { BoardServer } from './board-server.ts';
import { runningMassStart } from './fixtures.ts';
import { pair, standings } from './pair-fixtures.ts';
import { inState, longStandings, officialWithPending, teamPursuit, teamStandings } from './team-fixtures.ts';

let server: BoardServer;
beforeEach(async () => {
  server = await BoardServer.start({ pages: built('pages') });
});
afterEach(() => server.stop());

async function arena(query: string, topics: Readonly<Record<string, object>>): Promise<Page> {
  for (const [topic, state] of Object.entries(topics)) server.put(topic, state);
  const { page } = await screen({ reducedMotion: 'reduce' });
  await page.goto(`${server.origin}/arena${query}`);
  await page.waitForSelector('connection-badge .live');
  return page;
}

/** From now on the server's clock is this much further on, as this page knows it. */
const later = (page: Page, ms: number) =>
  page.evaluate((by) => {
    const root = document.querySelector('arena-page') as HTMLElement & {
      live: { clock: { nowUs(): number } };
      requestUpdate(): void;
    };
    const { clock } = root.live;
    const nowUs = clock.nowUs.bind(clock);
    clock.nowUs = () => nowUs() + by * 1000;
    root.requestUpdate();
  }, ms);

const textsOf = (page: Page, selector: string) => page.locator(selector).allTextContents();

it('[V18] a team pursuit shows nations, lane by lane, with half laps, ranks and signed differences', async () => {
  const page = await arena('?race=r', { 'race/r': teamPursuit(5), 'event/tp-men': teamStandings() });
  await page.waitForSelector('pair-duel');
  expect(await textsOf(page, 'lane-panel .team')).toEqual(['NED', 'NOR']);
  expect(await textsOf(page, 'lane-panel .armband .name')).toEqual(['Netherlands', 'Norway']);
  expect((await textsOf(page, '.spine b')).slice(0, 5)).toEqual(['200', '400', '600', '800', '1000']);
  const fifth = page.locator('lane-panel').first().locator('.splits li:not(.label)').nth(4);
  expect(await fifth.locator('span').allTextContents()).toEqual(['13.51', '1:12.24', '1', '-0.54']);
  expect(await textsOf(page, 'lane-panel .latest .rank')).toEqual(['1', '2']);
});

it('[V18] a team whose nation is not known has its name', async () => {
  const board = teamPursuit(0);
  const { nation: _, ...nameless } = board.rows.left!;
  const page = await arena('?race=r', { 'race/r': { ...board, rows: { ...board.rows, left: nameless } } });
  await page.waitForSelector('pair-duel');
  expect(await textsOf(page, 'lane-panel .armband .name')).toEqual(['Netherlands', 'Norway']);
  expect(await textsOf(page, 'lane-panel .team')).toEqual(['NOR']);
});

it('[V18] pair after pair: the result stays with its place in the event, then the next start list comes', async () => {
  const page = await arena('', {
    now: { meet: 'wc-demo', race: 'a', onIce: [], lastResult: 'a' },
    'race/a': teamPursuit(16),
    'event/tp-men': teamStandings(),
  });
  await page.waitForSelector('standings-strip .fresh');
  expect(await textsOf(page, 'standings-strip .fresh .nation')).toEqual(['NED', 'NOR']);
  expect(await textsOf(page, 'lane-panel .final')).toEqual(['3:40.85', '3:42.85']);
  server.put('race/b', inState(teamPursuit(0), { id: 'tp-5', name: 'Pair 5' }));
  server.put('now', { meet: 'wc-demo', race: 'b', onIce: ['b'], lastResult: 'a' });
  await page.waitForSelector('lane-panel race-clock');
  expect(await textsOf(page, 'pair-duel .race')).toEqual(['Pair 5']);
  expect(await page.locator('standings-strip .fresh, standings-strip .here').count()).toBe(0);
  expect((await textsOf(page, 'standings-strip .place'))[0]).toBe('1');
});

it('[V18] while a long race is skated its splits have all the room', async () => {
  const page = await arena('?race=r', { 'race/r': teamPursuit(0), 'event/tp-men': teamStandings() });
  await page.waitForSelector('standings-strip');
  server.put('race/r', teamPursuit(1));
  await page.waitForSelector('standings-strip', { state: 'detached' });
  expect(await page.locator('.spine li').count()).toBe(11);
});

it('[V19] standings that were asked for have rank, bracketed thousandth and behind, and say how many are still to come', async () => {
  const page = await arena('?event=tp-men', { 'event/tp-men': teamStandings() });
  await page.waitForSelector('event-standings');
  expect(await textsOf(page, 'event-standings .so-far')).toEqual(['After 8 of 12']);
  const rows = await page
    .locator('event-standings li')
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('span')].map((cell) => cell.textContent)));
  expect(rows[0]).toEqual(['1', 'NED', 'Netherlands', '3:40.85', '']);
  expect(rows[1]).toEqual(['2', 'ITA', 'Italy', '3:41.27(4)', '+0.42']);
  expect(rows.at(-1)).toEqual(['8', 'POL', 'Poland', '5:01.11', '+1:20.26']);
});

it('[V19] [V17] who follows what is on sees the result, then the standings page by page, then the result again', async () => {
  const page = await arena('', {
    now: { meet: 'wc-demo', race: 'a', onIce: [], lastResult: 'a' },
    'race/a': pair(1000, 3),
    'event/m1000': longStandings(30),
  });
  await page.waitForSelector('pair-duel .final');
  expect(await page.locator('event-standings').count()).toBe(0);
  await later(page, 17_000);
  await page.waitForSelector('event-standings');
  expect(await textsOf(page, 'event-standings .page')).toEqual(['1 / 2']);
  expect(await page.locator('event-standings li').count()).toBe(24);
  await later(page, 8000);
  await page.waitForFunction(() => document.querySelectorAll('event-standings li').length === 6);
  await later(page, 8000);
  await page.waitForSelector('pair-duel .final');
  await later(page, 17_000);
  await page.waitForSelector('event-standings');
  server.put('race/a', pair(1000, 1));
  await page.waitForSelector('pair-duel race-clock');
});

it('[V19] a screen that was asked for one race shows that race and nothing else', async () => {
  const page = await arena('?race=r', { 'race/r': pair(1000, 3), 'event/m1000': standings(1000) });
  await page.waitForSelector('pair-duel .final');
  await later(page, 17_000);
  await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
  expect(await page.locator('event-standings').count()).toBe(0);
});

const said = async (board: Board): Promise<string[]> => {
  const page = await arena('?race=r', { 'race/r': board });
  await page.waitForSelector('main :is(pair-duel, race-tower)');
  return (await textsOf(page, 'main .status')).map((text) => text.trim());
};

const name = (board: Board, rank: number) => Object.values(board.rows).find((row) => row.rank === rank)?.name;

it.each([
  ['a second attempt', inState(teamPursuit(3), { attempt: 2, cleared: 'stopped' }), ['Attempt 2']],
  ['a first attempt', teamPursuit(3), []],
  ['a race called back', inState(teamPursuit(0), { attempt: 2, cleared: 'falseStart' }), ['False startAttempt 2']],
  ['a stopped race', inState(teamPursuit(0), { status: 'stopped' }), ['Race stopped']],
  ['a result under review', inState(teamPursuit(16), { status: 'underReview' }), ['Under review']],
  [
    'an official result',
    inState(officialWithPending(), { revision: { number: 3, signer: 'R', at: 1, hash: 'a' } }),
    ['Official result · Revision 3'],
  ],
  [
    'a result that later facts would change',
    officialWithPending(),
    ['Official result · Revision 1', `Later facts would change ${name(officialWithPending(), 2)}`],
  ],
] as const)('[V20] %s is said in words', async (_, board, words) => {
  expect(await said(board)).toEqual(words);
});

it('[V20] a bell for another lap is told to who rings it, small and beside the picture', async () => {
  const board = runningMassStart();
  const page = await arena('?race=r', { 'race/r': { ...board, laps: { ...board.laps, bellAlarm: 14 } } });
  const hint = page.locator('.bell-hint');
  expect(await hint.textContent()).toBe('Bell rung for lap 14');
  expect(await hint.evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize))).toBeLessThan(20);
});
