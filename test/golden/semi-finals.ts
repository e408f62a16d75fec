// The semi-finals of mass starts that lie beside the checkout, read into our own words, skated again and led to a final. They
// are not part of the project.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stateOf } from '../../server/engine/fold.ts';
import type { Board } from '../../shared/board.ts';
import type { FactDraft } from '../../shared/facts.ts';
import { formatTime } from '../../shared/format-time.ts';
import { meetSchema } from '../../shared/meet.ts';
import { type Check, compareLines, type SheetLine } from './checks.ts';
import { folded } from './golden-race.ts';

const file = fileURLToPath(new URL('../../../shared/data/other/web-extracts.json', import.meta.url));
export const areExtractsThere = existsSync(file);
export const whyNoExtracts = 'skipped where there are no extracts in ../shared/data beside the checkout';
interface Extract {
  readonly columns: readonly string[];
  readonly rows: readonly (string | number | null)[][];
}

interface Line {
  readonly rank: number;
  readonly entry: string;
  readonly name: string;
  readonly nation: string;
  /** Absent where none are printed. */
  readonly laps?: number;
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
      ...(columns.includes('laps') && { laps: Number(at(row, 'laps')) }),
      points: Number(at(row, columns.includes('points') ? 'points' : 'total_points')),
      time: typeof time === 'string' ? time : undefined,
      timeUs: typeof time === 'string' ? Math.round((minutes * 60 + seconds) * 1e6) : cutOffUs,
      mark: String(at(row, 'note')),
    };
  });
}

export interface Semi {
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
export function skatedSemi(semi: Semi): (race: string) => Board {
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

const extracts = areExtractsThere ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Extract>) : {};
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
export const semis = known.flatMap(({ title, key, ...semi }): [string, Semi][] => {
  const extract = extracts[key];
  return extract === undefined ? [] : [[title, { ...semi, lines: linesOf(extract) }]];
});

/** Rank, laps, total, time and mark, and who is in the final. */
export function compareSemi([title, semi]: (typeof semis)[number]): Check[] {
  const board = skatedSemi(semi);
  const finalists = new Set(Object.values(board('final').rows).map(({ name }) => name));
  const published = semi.lines.map(({ entry, rank, name, nation, laps, points: total, time, mark }): SheetLine => {
    const isIn = mark === 'Q' ? 'yes' : undefined;
    const cells = { rank, name, nation, laps, total, time, Q: isIn, 'in the final': isIn };
    return { key: entry, whose: name, cells };
  });
  const { rows } = board('semi-1');
  const ours = semi.lines.map(({ entry, name: whose, laps, time }): SheetLine => {
    const { rank, name, nation, points, timeUs = 0, marks, laps: skated } = rows[entry]!;
    const cells = {
      ...{ rank, name, nation, laps: laps === undefined ? undefined : skated, total: points?.total },
      time: time === undefined ? undefined : formatTime(timeUs),
      Q: marks.Q === true ? 'yes' : undefined,
      'in the final': finalists.has(name) ? 'yes' : undefined,
    };
    return { key: entry, whose, cells };
  });
  return compareLines(title, published, ours);
}
