// The programme of a day as a hall reads it: the races of a distance are one line until they are skated, with what is on,
// what is called up, what comes next and what is late. Pure.
import type { MeetState } from '../../shared/meet-state.ts';

/** Over, being skated, called up, the next thing there is, or still to come. */
export type LineState = 'over' | 'on' | 'called' | 'next' | 'ahead';

export interface TimetableLine {
  readonly key: string;
  readonly state: LineState;
  /** When it was planned; absent where the programme has no times. */
  readonly atUs?: number;
  /** When it is to be expected, where that is another time. */
  readonly expectedUs?: number;
  /** The event, where it is skated; else the kind of an item, with its name if it has one. */
  readonly event?: string;
  readonly kind?: string;
  readonly name?: string;
  /** Of how many races it is made, and how many of them are over. */
  readonly races: number;
  readonly over: number;
}

type Races = MeetState['races'];
type Race = Races[string];
type Item = NonNullable<MeetState['timetable']>[string];
type Entry = readonly [id: string, thing: Race | Item];

const isRace = (thing: Race | Item): thing is Race => 'event' in thing;
const isOver = ({ status }: Race) =>
  status === 'official' || status === 'finished' || status === 'underReview' || status === 'cancelled';

/** Races of one round of one event that follow on each other; an item stands alone. */
function inGroups({ races, timetable = {} }: MeetState): Entry[][] {
  const all: Entry[] = [...Object.entries(races), ...Object.entries(timetable)];
  all.sort(([, a], [, b]) => a.order - b.order);
  const groups: Entry[][] = [];
  for (const one of all) {
    const last = groups.at(-1)?.[0]?.[1];
    const [, thing] = one;
    const belongs =
      last !== undefined && isRace(last) && isRace(thing) && last.event === thing.event && last.round === thing.round;
    if (belongs) groups.at(-1)?.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** An item is over when its time is, or when something after it has begun. */
function stateOf(group: readonly Entry[], { now }: MeetState, nowUs: number, wasPassed: boolean): LineState {
  const [first] = group;
  if (first === undefined) return 'over';
  const [, thing] = first;
  if (!isRace(thing)) {
    const fromUs = thing.expectedAt ?? thing.at;
    if (wasPassed || nowUs >= fromUs + (thing.durationUs ?? 0)) return 'over';
    return nowUs >= fromUs ? 'on' : 'ahead';
  }
  const races = group as readonly (readonly [string, Race])[];
  const onIce = races.filter(([id]) => now.onIce.includes(id));
  if (onIce.length > 0) return onIce.every(([, { status }]) => status === 'armed') ? 'called' : 'on';
  const over = races.filter(([, race]) => isOver(race)).length;
  if (over === races.length) return 'over';
  return over > 0 ? 'on' : 'ahead';
}

function lineOf(group: readonly Entry[], state: LineState, { events }: MeetState): TimetableLine {
  const [id, thing] = group[0] as Entry;
  const expected = thing.expectedAt === undefined ? {} : { expectedUs: thing.expectedAt };
  if (!isRace(thing)) {
    const { at: atUs, kind, name } = thing;
    return { key: id, state, atUs, ...expected, kind, ...(name !== undefined && { name }), races: 0, over: 0 };
  }
  const { event, name, round, scheduledAt } = thing;
  const said = group.length === 1 ? name : round;
  return {
    key: id,
    state,
    ...(scheduledAt !== undefined && { atUs: scheduledAt }),
    ...expected,
    event: events[event]?.name ?? event,
    ...(said !== undefined && { name: said }),
    races: group.length,
    over: group.filter(([, race]) => isRace(race) && isOver(race)).length,
  };
}

/** Every line of the programme, first to last; the first that is not over is next, if nothing is on. */
export function timetableLines(state: MeetState, nowUs: number): readonly TimetableLine[] {
  const groups = inGroups(state);
  const begun = groups.findLastIndex((group) =>
    group.some(([id, thing]) => isRace(thing) && (isOver(thing) || state.now.onIce.includes(id))),
  );
  const states = groups.map((group, i) => stateOf(group, state, nowUs, i < begun));
  const isOn = states.some((one) => one === 'on' || one === 'called');
  const next = states.indexOf('ahead');
  return groups.map((group, i) => lineOf(group, i === next && !isOn ? 'next' : (states[i] ?? 'over'), state));
}

/** After so long without anything it is another day, wherever midnight is. */
const nightUs = 6 * 3600 * 1_000_000;

/** What was just on, and all that comes until the night; of a programme that is over, its end. */
export function linesOfDay(lines: readonly TimetableLine[], most: number): readonly TimetableLine[] {
  const at = lines.findIndex(({ state }) => state !== 'over');
  if (at === -1) return lines.slice(-most);
  let last = lines[at]?.atUs;
  const night = lines.findIndex(({ atUs }, i) => {
    if (i < at || atUs === undefined) return false;
    const isNext = last !== undefined && atUs - last >= nightUs;
    last = atUs;
    return isNext;
  });
  const before = lines[at - 1]?.atUs;
  const wasToday = before === undefined || (lines[at]?.atUs ?? before) - before < nightUs;
  return lines.slice(wasToday ? Math.max(0, at - 1) : at, night === -1 ? undefined : night);
}

/** A pause of the day that is on: ice preparation, a break, a ceremony. */
export interface Pause {
  readonly kind: string;
  readonly name?: string;
  /** When it ends. */
  readonly untilUs: number;
}

/**
 * What is on besides racing at this moment, if anything is: nothing while a race is on the ice, and no pause that has races
 * behind it already.
 */
export function pauseOn({ races, timetable = {}, now }: MeetState, nowUs: number): Pause | undefined {
  if (now.onIce.length > 0) return undefined;
  const raced = Math.max(0, ...Object.values(races).flatMap((race) => (isOver(race) ? race.order : [])));
  const on = Object.values(timetable)
    .filter(({ order, at, expectedAt = at, durationUs = 0 }) => {
      return order > raced && nowUs >= expectedAt && nowUs < expectedAt + durationUs;
    })
    .sort((a, b) => b.order - a.order)[0];
  if (on === undefined) return undefined;
  const { at, expectedAt = at, durationUs = 0, kind, name } = on;
  return { kind, untilUs: expectedAt + durationUs, ...(name !== undefined && { name }) };
}
