// What a race gets to know of its event: the comparison of its splits, and what its rows have from the event as a whole.
import type { Row } from '../../../shared/board.ts';
import type { Standing } from '../../../shared/meet-state.ts';
import type { Chase } from '../forecast/chase.ts';
import type { RoundTimes } from '../forecast/round-times.ts';
import { memo } from '../memo.ts';
import type { AdvanceMark } from './advancement.ts';
import type { Compared, ComparedPoint } from './compare.ts';
import type { Result } from './results.ts';
import type { TimeMarks } from './time-marks.ts';

/** What the event adds to one row. */
export type EventRow = Readonly<Partial<Pick<Row, 'marks' | 'cup'>>>;

export interface EventView {
  /** By `<entry> <point>`. */
  readonly splits: Readonly<Record<string, Compared>>;
  /** The best so far at each point, of races before this one. */
  readonly best: Readonly<Record<string, NonNullable<ComparedPoint['best']>>>;
  /** By entry; of those to whom the event adds something. */
  readonly rows: Readonly<Record<string, EventRow>>;
  /** By entry: that he goes on, and how, as it stands. */
  readonly advances: Readonly<Record<string, AdvanceMark>>;
  /** What a timed race is ridden against. */
  readonly chase?: Chase;
  /** The others of the round, where some go on by time. */
  readonly byTime?: RoundTimes;
}

export const noView: EventView = { splits: {}, best: {}, rows: {}, advances: {} };

export function splitKey(entry: string, point: string): string {
  return `${entry} ${point}`;
}

type Rest = Pick<EventView, 'rows' | 'advances'>;

/** Remembered: a view keeps its identity while what it is made of does. */
export const viewOf = memo(
  (points: readonly ComparedPoint[], rows: Rest['rows'], advances: Rest['advances'], chase: Chase): EventView => {
    const splits: Record<string, Compared> = {};
    const best: Record<string, NonNullable<ComparedPoint['best']>> = {};
    for (const point of points) {
      if (point.best !== undefined) best[point.key] = point.best;
      for (const [entry, compared] of Object.entries(point.splits)) splits[splitKey(entry, point.key)] = compared;
    }
    return { splits, best, rows, advances, chase };
  },
);

/** By race, then entry. */
export type EventRows = ReadonlyMap<string, Readonly<Record<string, EventRow>>>;

type Standings = Readonly<Record<string, Standing>>;

/**
 * `standings` of an event that is over: L11, its points stand on the rows then; before that they change with every race
 * to come. Remembered, because most facts give nobody a mark.
 */
export const eventRowsOf = memo((marks: ReadonlyMap<Result, TimeMarks>, standings: Standings = {}): EventRows => {
  const rows = new Map<string, Record<string, EventRow>>();
  const add = (race: string, entry: string, more: EventRow) => {
    const known = rows.get(race) ?? {};
    known[entry] = { ...known[entry], ...more };
    rows.set(race, known);
  };
  for (const [{ race, competitor }, found] of marks) add(race, competitor.entry, { marks: { ...found } });
  for (const { race, entry, cup } of Object.values(standings)) {
    if (cup !== undefined) add(race, entry, { cup });
  }
  return rows;
});
