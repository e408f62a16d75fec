// A race against its event (L3): rank and signed difference at every split, over readings with an earlier instant only,
// so that pairs that skate later never change it.
import { truncateUs } from '../../../shared/format-time.ts';
import { firstGunUs } from '../race/attempt.ts';
import type { Race } from '../race/race-state.ts';
import { isOver } from '../race/status.ts';
import type { AdvanceMark } from './advancement.ts';
import { isEarlier, type Mark } from './marks.ts';

export interface Compared {
  readonly rank: number;
  /** Against the best so far; absent for the first. */
  readonly diffUs?: number;
  /** T4: equal in hundredths with an earlier one. */
  readonly tied?: true;
}

export interface EventView {
  /** By `<entry> <point>`. */
  readonly splits: Readonly<Record<string, Compared>>;
  /** The best so far at each point, of races before this one. */
  readonly best: Readonly<Record<string, { timeUs: number; entry: string; name: string }>>;
  /** By entry: that he goes on, and how, as it stands. */
  readonly advances: Readonly<Record<string, AdvanceMark>>;
}

export const noView: EventView = { splits: {}, best: {}, advances: {} };

export function splitKey(entry: string, point: string): string {
  return `${entry} ${point}`;
}

function fastest(marks: readonly Mark[]): Mark | undefined {
  return marks.reduce<Mark | undefined>(
    (best, mark) => (best === undefined || mark.timeUs < best.timeUs ? mark : best),
    undefined,
  );
}

/** T3: untruncated at a split; T4: at the finish hundredths, then thousandths. */
function compared(mine: Mark, earlier: readonly Mark[], isFinish: boolean): Compared {
  const value = isFinish ? (us: number) => truncateUs(us, 3) : (us: number) => us;
  const rank = 1 + earlier.filter(({ timeUs }) => value(timeUs) < value(mine.timeUs)).length;
  const best = fastest(earlier);
  const tied = isFinish && earlier.some(({ timeUs }) => truncateUs(timeUs) === truncateUs(mine.timeUs));
  return {
    rank,
    ...(best !== undefined && { diffUs: mine.timeUs - best.timeUs }),
    ...(tied && { tied: true as const }),
  };
}

/** When the first of this race was at the point, or where nobody came there, when it ended: only what was earlier is the best so far. */
function limitOf(mine: readonly Mark[], race: Race): Pick<Mark, 'instantUs' | 'timeUs' | 'rate'> | undefined {
  const [one, ...more] = mine;
  if (one !== undefined) return more.reduce((first, mark) => (isEarlier(mark, first) ? mark : first), one);
  const gunUs = firstGunUs(race.attempt);
  if (!isOver(race) || gunUs === undefined) return undefined;
  let last = gunUs;
  for (const { racer } of race.entrants.values()) last = Math.max(last, racer.measured.at(-1)?.instantUs ?? 0);
  return { instantUs: last, timeUs: last - gunUs, rate: race.doc.clockRate ?? 1 };
}

export function viewOf(race: Race, marks: ReadonlyMap<string, readonly Mark[]>): Pick<EventView, 'splits' | 'best'> {
  const splits: Record<string, Compared> = {};
  const best: Record<string, { timeUs: number; entry: string; name: string }> = {};
  for (const [index, { key }] of race.course.points.entries()) {
    const all = marks.get(key) ?? [];
    const mine = all.filter((mark) => mark.race === race.doc.id);
    const certain = all.filter(({ unconfirmed }) => !unconfirmed);
    const limit = limitOf(mine, race);
    const before = (mark: Mark) => limit === undefined || isEarlier(mark, limit);
    const target = fastest(certain.filter((mark) => mark.race !== race.doc.id && before(mark)));
    if (target !== undefined) best[key] = { timeUs: target.timeUs, entry: target.entry, name: target.name };
    const isFinish = index === race.course.points.length - 1;
    for (const mark of mine) {
      const rivals = all.filter((other) => other !== mark && (!other.unconfirmed || other.race === mark.race));
      const earlier = rivals.filter((other) => isEarlier(other, mark));
      splits[splitKey(mark.entry, key)] = compared(mark, earlier, isFinish);
    }
  }
  return { splits, best };
}
