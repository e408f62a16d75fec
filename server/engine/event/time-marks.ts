// Marks on a final time (T6): personal and season bests, and the records that fell to it.
import type { MeetEvent, RecordDoc } from '../../../shared/event.ts';
import { truncateUs } from '../../../shared/format-time.ts';
import { digitsOf } from '../disciplines/registry.ts';
import type { Competitor } from '../race/roster.ts';
import type { Finish, Result } from './results.ts';
import { isEarlier } from './split-times.ts';

export type TimeMark = 'PB' | 'SB' | RecordDoc['mark'];
export type TimeMarks = Readonly<Partial<Record<TimeMark, true>>>;

type Timed = Result & { readonly finish: Finish };

/** May a skater set this record at all. */
function isEligible({ mark, nation }: RecordDoc, { nation: own, junior }: Competitor): boolean {
  return (nation === undefined || nation === own) && (junior || !mark.endsWith('J'));
}

/** Records by what they are and for whom; of two that are the same the better one. */
function fastestOf(records: readonly RecordDoc[]): readonly (readonly [key: string, record: RecordDoc])[] {
  const fastest = new Map<string, RecordDoc>();
  for (const record of records) {
    const key = `${record.mark} ${record.nation ?? ''}`;
    const known = fastest.get(key);
    if (known === undefined || record.timeUs < known.timeUs) fastest.set(key, record);
  }
  return [...fastest];
}

/** The times to beat as they stand. */
class Bests {
  readonly #digits: 2 | 3;
  readonly #us = new Map<string, number>();

  constructor(digits: 2 | 3) {
    this.#digits = digits;
  }

  /** True where `timeUs` is faster than what was known before the event and than all since; from now on it is to beat. */
  beat(key: string, timeUs: number, knownUs: number | undefined): boolean {
    if (knownUs === undefined) return false;
    const us = truncateUs(timeUs, this.#digits);
    const toBeat = Math.min(this.#us.get(key) ?? Number.POSITIVE_INFINITY, truncateUs(knownUs, this.#digits));
    this.#us.set(key, Math.min(us, toBeat));
    return us < toBeat;
  }
}

/**
 * The marks of every result, by the result; `results` are all of an event. Only a strictly faster printed time takes a
 * best or a record, what falls is from then on the time to beat, and its earlier holder keeps his mark.
 */
export function timeMarksOf(event: MeetEvent, results: readonly Result[]): ReadonlyMap<Result, TimeMarks> {
  const records = fastestOf(event.records ?? []);
  const hasMark = ({ pbUs, sbUs }: Competitor) => records.length > 0 || pbUs !== undefined || sbUs !== undefined;
  const timed = results.filter((result): result is Timed => {
    return result.finish?.measured === true && hasMark(result.competitor);
  });
  timed.sort((a, b) => Number(isEarlier(b.finish, a.finish)) - Number(isEarlier(a.finish, b.finish)));
  const bests = new Bests(digitsOf(event));
  const marks = new Map<Result, TimeMarks>();
  for (const result of timed) {
    const { competitor, person, finish } = result;
    const found: Partial<Record<TimeMark, true>> = {};
    if (bests.beat(`PB of ${person}`, finish.timeUs, competitor.pbUs)) found.PB = true;
    if (bests.beat(`SB of ${person}`, finish.timeUs, competitor.sbUs)) found.SB = true;
    for (const [key, record] of records) {
      const falls = isEligible(record, competitor) && bests.beat(key, finish.timeUs, record.timeUs);
      if (falls) found[record.mark] = true;
    }
    if (Object.keys(found).length > 0) marks.set(result, found);
  }
  return marks;
}
