import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { stateOf } from '../../server/engine/fold.ts';
import type { Board } from '../../shared/board.ts';
import type { FactDraft } from '../../shared/facts.ts';
import { formatTime } from '../../shared/format-time.ts';
import { meetSchema } from '../../shared/meet.ts';
import { folded } from './golden-race.ts';

const file = fileURLToPath(new URL('../../../shared/data/other/web-extracts.json', import.meta.url));
const isThere = existsSync(file);
if (!isThere) it.skip('[M13] skipped where there are no extracts in ../shared/data beside the checkout', () => {});

interface Extract {
  readonly columns: readonly string[];
  readonly rows: readonly (string | number | null)[][];
}

interface Line {
  readonly rank: number;
  readonly entry: string;
  readonly name: string;
  readonly nation: string;
  readonly points: number;
  readonly time: string | undefined;
  readonly timeUs: number;
  readonly mark: string;
}

/** Where the extract is cut off a time is made up, behind all others. */
const cutOffUs = 540_000_000;

function linesOf({ columns, rows }: Extract): Line[] {
  const at = (row: Extract['rows'][number], name: string) => row[columns.indexOf(name)];
  return rows.map((row) => {
    const time = at(row, 'time');
    const [minutes = 0, seconds = 0] = typeof time === 'string' ? time.split(':').map(Number) : [];
    return {
      rank: Number(at(row, 'rank')),
      entry: `s${at(row, 'rank')}`,
      name: String(at(row, 'name')),
      nation: String(at(row, 'nat')),
      points: Number(at(row, columns.includes('points') ? 'points' : 'total_points')),
      time: typeof time === 'string' ? time : undefined,
      timeUs: typeof time === 'string' ? Math.round((minutes * 60 + seconds) * 1e6) : cutOffUs,
      mark: String(at(row, 'note')),
    };
  });
}

interface Semi {
  readonly lines: readonly Line[];
  readonly starters: number;
  readonly scale: '2018' | '2022';
  /** Ranks at the three sprints: the extracts have totals only, this is one way in which they come about. */
  readonly sprints: readonly (readonly number[])[];
}

const gunUs = 1_790_000_000_000_000;

/** A semi-final: everybody steadily over 16 laps, the sprints by the photo finish. */
function factsOf({ lines, sprints }: Pick<Semi, 'lines' | 'sprints'>, race: string): FactDraft[] {
  const passings = lines.flatMap(({ entry, timeUs }) =>
    Array.from({ length: 16 }, (_, lap): FactDraft => {
      const at = gunUs + Math.round((timeUs * (lap + 1)) / 16);
      const id = `${race}.${entry}.${lap + 1}`;
      return { id, kind: 'passing', race, at, source: 'timing', loop: 'finish', how: 'photo', entry };
    }),
  );
  return [
    { id: `${race}.gun`, kind: 'start', race, at: gunUs, source: 'timing' },
    ...passings.sort((a, b) => (a.at ?? 0) - (b.at ?? 0)),
    ...sprints.map((ranks, index): FactDraft => {
      const order = ranks.map((rank) => [`s${rank}`]);
      return { id: `${race}.sprint-${index + 1}`, kind: 'sprint', race, sprint: index + 1, order };
    }),
  ];
}

/** The printed semi-final and another one, in which nobody won a sprint, lead eight each to the final. */
function skated(semi: Semi): (race: string) => Board {
  const unknown = Array.from({ length: semi.starters - semi.lines.length }, (_, i): Line => {
    const rank = semi.lines.length + i + 1;
    const timeUs = cutOffUs + rank * 1_000_000;
    return {
      rank,
      entry: `s${rank}`,
      name: `Not printed ${rank}`,
      nation: 'NED',
      points: 0,
      time: undefined,
      timeUs,
      mark: '',
    };
  });
  const first = [...semi.lines, ...unknown];
  const second = first.map((line, index) => ({
    ...line,
    entry: `x${index + 1}`,
    timeUs: 480_000_000 + index * 100_000,
  }));
  const entries = (lines: readonly Line[]) => lines.map(({ entry: id, name, nation }) => ({ id, name, nation }));
  const race = (id: string, round: string, lines: readonly Line[]) => ({
    id,
    name: id,
    event: 'ms',
    round,
    entries: entries(lines),
  });
  const meet = meetSchema.parse({
    id: 'golden-meet',
    name: 'Golden',
    venue: 'Oval',
    dates: { from: '2022-02-19', to: '2022-02-19' },
    timeZone: 'Asia/Shanghai',
    events: [
      {
        id: 'ms',
        name: 'Mass Start',
        kind: 'massStart',
        track: { lapMetres: 387 },
        rules: { scale: semi.scale },
        rounds: [{ id: 'semi', advance: [{ places: 8 }] }, { id: 'final' }],
      },
    ],
    races: [race('semi-1', 'semi', first), race('semi-2', 'semi', second), race('final', 'final', [])],
  });
  const facts = [...factsOf({ ...semi, lines: first }, 'semi-1'), ...factsOf({ lines: second, sprints: [] }, 'semi-2')];
  const boards = folded(meet, facts, 5000);
  return (id) => stateOf(boards, `race/${id}`) as Board;
}

const extracts = isThere ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Extract>) : {};
const known = [
  {
    title: 'Beijing 2022',
    key: 'olympics_2022_men_mass_start_semifinal1',
    starters: 15,
    scale: '2022' as const,
    sprints: [
      [7, 4, 2],
      [8, 2, 11],
      [9, 10, 2],
    ],
  },
  {
    title: 'PyeongChang 2018',
    key: 'olympics_2018_men_mass_start_semifinal1_partial',
    starters: 12,
    scale: '2018' as const,
    sprints: [
      [4, 8, 2],
      [5, 9, 7],
      [6, 7, 10],
    ],
  },
];
const semis = known.flatMap(({ title, key, ...semi }): [string, Semi][] => {
  const extract = extracts[key];
  return extract === undefined ? [] : [[title, { ...semi, lines: linesOf(extract) }]];
});

describe.each(semis)('semi-final 1 of %s', (_, semi) => {
  const board = skated(semi);

  it('[M13][M2][M4] has the printed ranks, totals and times', () => {
    const { rows } = board('semi-1');
    const shown = semi.lines.map(({ entry, time }) => {
      const { rank, name, points, timeUs = 0 } = rows[entry]!;
      return [rank, name, points?.total, time === undefined ? undefined : formatTime(timeUs)];
    });
    expect(shown).toEqual(semi.lines.map(({ rank, name, points, time }) => [rank, name, points, time]));
  });

  it('[M13][M8] brings on the eight who are printed so', () => {
    const { rows } = board('semi-1');
    const through = semi.lines.filter(({ entry }) => rows[entry]?.marks.Q === true);
    expect(through).toHaveLength(8);
    expect(through).toEqual(semi.lines.filter(({ mark }) => mark === 'Q'));
  });

  it('[M8] fills the odd helmets of the final in the order of its ranks', () => {
    const finalists = Object.values(board('final').rows).sort((a, b) => a.order - b.order);
    expect(finalists.map(({ helmet }) => Number(helmet))).toEqual(Array.from({ length: 16 }, (_one, i) => i + 1));
    const odd = finalists.filter(({ helmet }) => Number(helmet) % 2 === 1).map(({ name }) => name);
    expect(odd).toEqual(semi.lines.slice(0, 8).map(({ name }) => name));
  });
});

it.runIf(isThere)(
  '[M13] Kramer crossed the line ninth and is seventh by one sprint: his helmet in the final is 13',
  () => {
    const [, semi] = semis.find(([title]) => title === 'Beijing 2022')!;
    const board = skated(semi);
    const kramer = Object.values(board('semi-1').rows).find(({ name }) => name === 'Sven Kramer')!;
    expect(kramer).toMatchObject({ position: 9, rank: 7, marks: { Q: true } });
    expect(Object.values(board('final').rows).find(({ name }) => name === 'Sven Kramer')?.helmet).toBe('13');
  },
);
