// The rows of a board: what a screen shows of each entry.
import type { Flags, Row, Split } from '../../../shared/board.ts';
import { lapUs } from '../../../shared/format-time.ts';
import type { Course } from '../disciplines/course.ts';
import { digitsOf, isTimed } from '../disciplines/registry.ts';
import type { AdvanceMark } from '../event/advancement.ts';
import type { Compared } from '../event/compare.ts';
import { type EventRow, type EventView, splitKey } from '../event/view.ts';
import { memo } from '../memo.ts';
import type { Passage } from '../race/passages.ts';
import type { Entrant, Race } from '../race/race-state.ts';
import { isThrough, lastOf, type Racer } from '../race/racers.ts';
import type { Competitor } from '../race/roster.ts';

/** Rule L1: where the entry names no armband, the inner lane wears white and the outer red. */
const armbandOfLane: ReadonlyMap<string, string> = new Map([
  ['inner', 'white'],
  ['outer', 'red'],
]);

/** L8: the second pair of a quartet. */
const armbandOfSecond: ReadonlyMap<string, string> = new Map([
  ['inner', 'yellow'],
  ['outer', 'blue'],
]);

function colorOf({ armband, lane = '', startGroup }: Competitor): string | undefined {
  return armband ?? (startGroup === '2' ? armbandOfSecond : armbandOfLane).get(lane);
}

/** The passage a lap ends at is one lap after this one; the first point is compared with the gun. */
function lapOf(passages: readonly Passage[], index: number, perLap: number, digits: 2 | 3): number | undefined {
  const passage = passages[index];
  if (passage === undefined) return undefined;
  const before = passages[index - perLap];
  return lapUs(passage.timeUs, before?.timeUs ?? 0, digits);
}

function splitOf(passage: Passage, lap: number | undefined, compared: Compared | undefined): Split {
  const split: Split = { timeUs: passage.timeUs };
  if (lap !== undefined) split.lapUs = lap;
  if (compared !== undefined) split.rank = compared.rank;
  if (compared?.diffUs !== undefined) split.diffUs = compared.diffUs;
  if (passage.basis !== undefined) split.basis = passage.basis;
  if (passage.estimate !== undefined) split.estimated = true;
  return split;
}

/** Remembered, because most entries have passed nothing new since the last fact. */
const splitsOf = memo(
  (
    passages: readonly Passage[],
    entry: string,
    course: Course,
    digits: 2 | 3,
    view: EventView,
  ): Record<string, Split> => {
    const splits: Record<string, Split> = {};
    for (const [index, passage] of passages.entries()) {
      const key = course.points[passage.point]?.key;
      if (key === undefined) continue;
      const lap = lapOf(passages, index, course.perLap, digits);
      splits[key] = splitOf(passage, lap, view.splits[splitKey(entry, key)]);
    }
    return splits;
  },
);

function flagsOf({ racer, gap, uncertain, cutShort }: Entrant, tied: boolean, timesValid: boolean): Flags {
  const invented = racer.overdue || racer.placed || racer.measured.some(({ estimate }) => estimate !== undefined);
  const estimated = invented || uncertain;
  const lapped = racer.ruling.lapped || gap?.lapped === true;
  return {
    ...((isThrough(racer) || cutShort) && { finished: true as const }),
    ...(racer.overdue && { overdue: true as const }),
    ...(racer.gone && !cutShort && { gone: true as const }),
    ...(lapped && { lapped: true as const }),
    ...(estimated && { estimated: true as const }),
    ...(tied && { thousandth: true as const }),
    ...(!timesValid && { timeInvalid: true as const }),
    ...(cutShort && { noTime: true as const }),
  };
}

function marksOf(
  { racer: { ruling } }: Entrant,
  ofEvent: EventRow | undefined,
  advance: AdvanceMark | undefined,
): Row['marks'] {
  return {
    ...ofEvent?.marks,
    ...(advance !== undefined && { [advance]: true as const }),
    ...(ruling.advanced !== undefined && { [ruling.advanced]: true as const }),
    ...(ruling.cards.YC > 0 && { YC: true as const }),
    ...(ruling.cards.RC > 0 && { RC: true as const }),
  };
}

/** Sprint points stay printed (M5); of the disqualified nothing is (M7). */
function pointsOf({ points, racer }: Entrant): Pick<Row, 'points'> {
  if (points === undefined) return {};
  const won = points.won.flatMap((value, index) => (value > 0 ? [[`s${index + 1}`, value] as const] : []));
  return { points: { ...(racer.ruling.status !== 'DQ' && Object.fromEntries(won)), total: points.total } };
}

type Person = 'athlete' | 'name' | 'bib' | 'nation' | 'club' | 'members' | 'lane' | 'helmet' | 'color' | 'startGroup';

function personOf({ racer }: Entrant): Pick<Row, Person> {
  const { athlete, name, bib, nation, club, members, lane, helmet, startGroup } = racer.competitor;
  const color = colorOf(racer.competitor);
  return {
    name,
    ...(athlete !== undefined && { athlete }),
    ...(bib !== undefined && { bib }),
    ...(nation !== undefined && { nation }),
    ...(club !== undefined && { club }),
    ...(members !== undefined && { members }),
    ...(lane !== undefined && { lane }),
    ...(helmet !== undefined && { helmet }),
    ...(color !== undefined && { color }),
    ...(startGroup !== undefined && { startGroup }),
  };
}

/** What a row depends on besides its entrant. */
type Setting = Pick<Race, 'event' | 'course' | 'timesValid'>;

/** L7, M7: who is ruled out has no time, but in a mass start who did not finish has that of his last lap (M5). */
function hasTime({ ruling: { status }, placed }: Racer, { event }: Setting): boolean {
  return !placed && (status === undefined || (status === 'DNF' && event.kind === 'massStart'));
}

/** Time at the first split of a distance, where it was measured. */
function openingOf({ measured }: Racer, { event, course }: Setting): number | undefined {
  const first = measured[0];
  if (!('distance' in event) || course.points.length < 2 || first?.estimate === 'missed') return undefined;
  return first?.timeUs;
}

function timesOf({ racer, result, gap, cutShort }: Entrant, setting: Setting): Partial<Row> {
  const { measured } = racer;
  const { perLap } = setting.course;
  const last = measured.at(-1);
  if (last === undefined || cutShort || !hasTime(racer, setting)) return {};
  const lap = lapOf(measured, measured.length - 1, perLap, digitsOf(setting.event));
  const basis = result?.basis ?? last.basis;
  const openingUs = openingOf(racer, setting);
  return {
    timeUs: last.timeUs,
    ...(openingUs !== undefined && { openingUs }),
    ...(lap !== undefined && { lapUs: lap }),
    ...(basis !== undefined && { basis }),
    ...(gap?.gapUs !== undefined && { gapUs: gap.gapUs }),
    ...(gap?.intervalUs !== undefined && { intervalUs: gap.intervalUs }),
    ...((gap?.lapsDown ?? 0) > 0 && { lapsDown: gap?.lapsDown ?? 0 }),
  };
}

function statusOf({ racer }: Entrant): Pick<Row, 'status' | 'code'> {
  const { status, code } = racer.ruling;
  return { ...(status !== undefined && { status }), ...(code !== undefined && { code }) };
}

function made(entrant: Entrant, setting: Setting, view: EventView, tied: boolean): Row {
  const { event, course, timesValid } = setting;
  const { racer, order, position, group } = entrant;
  const last = lastOf(racer);
  const key = last === undefined ? undefined : course.points[racer.measured.length - 1]?.key;
  const compared = key === undefined ? undefined : view.splits[splitKey(racer.entry, key)];
  const rank = entrant.rank ?? (isTimed(event) ? compared?.rank : undefined);
  const ofEvent = Object.hasOwn(view.rows, racer.entry) ? view.rows[racer.entry] : undefined;
  const advance = Object.hasOwn(view.advances, racer.entry) ? view.advances[racer.entry] : undefined;
  return {
    order,
    ...personOf(entrant),
    ...(position !== undefined && { position }),
    ...(rank !== undefined && { rank }),
    laps: racer.laps,
    ...timesOf(entrant, setting),
    ...(group !== undefined && { group }),
    ...statusOf(entrant),
    flags: flagsOf(entrant, tied || compared?.tied === true, timesValid),
    marks: marksOf(entrant, ofEvent, advance),
    ...pointsOf(entrant),
    splits: splitsOf(racer.measured, racer.entry, course, digitsOf(event), view),
    ...(ofEvent?.cup !== undefined && { cup: ofEvent.cup }),
    ...(racer.ruling.falseStarts > 0 && { falseStarts: racer.ruling.falseStarts }),
    ...(racer.reactionUs !== undefined && { reactionUs: racer.reactionUs }),
  };
}

/** Remembered with everything it depends on, because most entrants stand as before. */
const remembered = memo(
  (
    entrant: Entrant,
    event: Setting['event'],
    course: Setting['course'],
    timesValid: boolean,
    view: EventView,
    tied: boolean,
  ): Row => made(entrant, { event, course, timesValid }, view, tied),
);

/** One row; `tied` prints the thousandth (T4). In timed events the rank is that of the last split. */
export function rowOf(entrant: Entrant, { event, course, timesValid }: Race, view: EventView, tied: boolean): Row {
  return remembered(entrant, event, course, timesValid, view, tied);
}
