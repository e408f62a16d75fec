// Pictures of graphics on air, over a grey like ice that is in the pictures only, and of the rundown that takes them.
import type { Page } from 'playwright-core';
import type { AiredState, OutputsState } from '../../shared/aired.ts';
import type { Board } from '../../shared/board.ts';
import { type Graphic, slotOf, type Take } from '../../shared/on-air.ts';
import { finishedMassStart, runningMassStart } from '../client/fixtures.ts';
import { pair, standings } from '../client/pair-fixtures.ts';
import { demoBoard } from './demo-board.ts';
import { lately, type Picture } from './pictures.ts';

type Wish = Graphic | Omit<Take, 'race'>;

const ice = 'linear-gradient(#b9c6d1, #e4ebf1 45%, #d3dde6 60%, #a9b8c5)';

function onAir(race: string, wishes: readonly Wish[]): object {
  const taken = wishes.map((wish) => ({
    ...(typeof wish === 'string' ? { graphic: wish } : wish),
    race,
    takenUs: Date.now() * 1000,
  }));
  return { output: 'main', graphics: Object.fromEntries(taken.map((take) => [slotOf[take.graphic], take])) };
}

/** What is known of a skater besides the race. */
async function withMeet(page: Page, { race, rows }: Board): Promise<void> {
  const [[id, row] = []] = Object.entries(rows);
  const entry = { id, athlete: row?.athlete, pbUs: 66_730_000, sbUs: 67_210_000 };
  const athletes = [{ id: row?.athlete, note: 'Two World Cup wins this winter, at home on this ice' }];
  const meet = { id: race.meet, athletes, races: [{ id: race.id, event: race.event, entries: [entry] }] };
  await page.route('**/api/v1/meets/*/document?*', (route) => route.fulfill({ json: meet }));
}

function overlay(board: Board, wishes: readonly Wish[], more: Readonly<Record<string, object>> = {}): Picture {
  const { id } = board.race;
  return {
    page: 'overlay',
    query: '',
    topics: {
      [`race/${id}`]: lately(board),
      [`meet/${board.race.meet}`]: { meet: { id: board.race.meet, version: 1 } },
      'air/main': onAir(id, wishes),
      ...more,
    },
    before: (page) => withMeet(page, board),
    async shown(page) {
      await page.waitForFunction((n) => document.querySelectorAll('overlay-stage > [on]').length === n, wishes.length);
      await page.evaluate((background) => Object.assign(document.documentElement.style, { background }), ice);
    },
  };
}

/** Everybody has an id, as in a meet whose athletes are listed. */
function known(board: Board): Board {
  const rows = Object.entries(board.rows).map(([entry, row]) => [entry, { ...row, athlete: `a-${entry}` }]);
  return { ...board, rows: Object.fromEntries(rows) };
}

function rundown(): Picture {
  const board = finishedMassStart(24);
  const { id } = board.race;
  const [first = ['', undefined], second = ['', undefined]] = Object.entries(board.rows).sort(
    ([, a], [, b]) => a.order - b.order,
  );
  const us = Date.now() * 1000;
  const outputs: OutputsState['outputs'] = {
    main: { graphics: ['clock', 'result'], connected: 2, shows: {} },
    studio: { graphics: ['tower'], connected: 0, seenUs: us - 42_000_000, shows: {} },
  };
  const changed = ([key, row]: readonly [string, Board['rows'][string] | undefined], order: number, after: number) =>
    [key, { order, name: row?.name ?? '', nation: row?.nation, fields: { rank: { before: order, after } } }] as const;
  const aired: AiredState['alerts'][string] = {
    at: us,
    output: 'main',
    graphic: 'result',
    race: id,
    raceName: `${board.race.eventName} · ${board.race.name}`,
    airedUs: us,
    changes: Object.fromEntries([
      changed(first, 1, 24),
      changed(second, 2, 1),
    ]) as AiredState['alerts'][string]['changes'],
    cause: { code: 'ruling', values: { status: 'DQ' } },
    about: [first[1]?.name ?? ''],
  };
  return {
    page: 'rundown',
    query: `?race=${id}`,
    topics: {
      [`race/${id}`]: board,
      'air/main': onAir(id, ['clock', 'result']),
      outputs: { outputs },
      aired: { alerts: { [`main|result|${id}`]: aired } },
    },
    before: (page) => page.route('**/api/v1/screens', (route) => route.fulfill({ json: { screens: {} } })),
    async shown(page) {
      await page.fill('input', 'token');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.program result-graphic[on]');
      await page.keyboard.press('9');
      await page.waitForSelector('.preview correction-graphic[on]');
    },
  };
}

const event = { 'event/m1000': standings(1000) };

export const airPictures = {
  'overlay-tower': () => overlay(demoBoard(388), ['clock', 'tower', 'group']),
  'overlay-pair': () => overlay(pair(1000, 2), ['clock', 'tower', 'pair'], event),
  'overlay-sprint': () => overlay(runningMassStart(24), ['clock', 'tower', 'sprint']),
  'overlay-lower-third': () => {
    const board = known(pair(1000, 0));
    return overlay(board, [{ graphic: 'athlete', entry: Object.keys(board.rows)[0] ?? '' }], event);
  },
  'overlay-result': () => overlay(finishedMassStart(24), ['clock', 'result']),
  'overlay-needs': () => overlay(demoBoard(455), ['clock', 'tower', 'needs']),
  rundown,
} satisfies Readonly<Record<string, () => Picture>>;
