// A recording as if it were skated now: a race begins when its heat is played, and within an attempt instants lie as far
// apart as they did on the ice, also where it is played faster. Pure: where a race stands is in the meet document.
import type { FactDraft } from '../../shared/facts.ts';
import type { Meet } from '../../shared/meet.ts';
import type { Heard, MeetChange, Translation, Translator } from './port.ts';
import { recordedUs } from './recorded-time.ts';

interface Moved {
  /** When its heat was called up: in the recording, and now. */
  readonly calledUs: number;
  readonly wallUs: number;
  /** The gun of the attempt: in the recording, and now. */
  readonly gunUs?: number;
  readonly gunWallUs?: number;
  /** Instants up to here belong to an attempt that was cleared. */
  readonly clearedUs: number;
}

export interface Redated<State> {
  readonly inner: State;
  readonly races: ReadonlyMap<string, Moved>;
  /** In the recording, of the newest line that says so. */
  readonly atUs: number;
}

export interface RedateOptions {
  /** How many times faster than it was skated; screens turn their clocks so fast. */
  readonly speed: number;
  /** Where an earlier run of the same replay has put a race, by race. */
  readonly planned: ReadonlyMap<string, number>;
}

/** The gun is when it is played; an attempt never begins in the one before, however fast the time between them goes. */
function gunOf(moved: Moved, at: number, speed: number): Moved {
  const playedUs = moved.wallUs + Math.round((at - moved.calledUs) / speed);
  return { ...moved, gunUs: at, gunWallUs: Math.max(playedUs, moved.clearedUs + 1) };
}

/** An instant of the attempt. */
function inAttempt({ gunUs, gunWallUs, calledUs, wallUs }: Moved, at: number): number {
  return gunUs === undefined || gunWallUs === undefined ? wallUs + (at - calledUs) : gunWallUs + (at - gunUs);
}

interface Dated {
  readonly fact: FactDraft;
  readonly moved: Moved;
}

function dated(fact: FactDraft, before: Moved, speed: number): Dated {
  switch (fact.kind) {
    case 'start': {
      const moved = gunOf(before, fact.at, speed);
      return { fact: { ...fact, at: moved.gunWallUs ?? fact.at }, moved };
    }
    case 'passing':
      return { fact: { ...fact, at: inAttempt(before, fact.at) }, moved: before };
    case 'amend':
      return fact.toAt === undefined
        ? { fact, moved: before }
        : { fact: { ...fact, toAt: inAttempt(before, fact.toAt) }, moved: before };
    case 'close':
      return fact.toUs === undefined
        ? { fact, moved: before }
        : { fact: { ...fact, toUs: inAttempt(before, fact.toUs) }, moved: before };
    case 'clear': {
      if (fact.upTo === undefined) return { fact, moved: before };
      const upTo = inAttempt(before, fact.upTo);
      return { fact: { ...fact, upTo }, moved: { ...before, clearedUs: upTo } };
    }
    default:
      return { fact, moved: before };
  }
}

function scheduled({ id, apply }: MeetChange, races: ReadonlyMap<string, Moved>, speed: number): MeetChange {
  const placed = (race: Meet['races'][number]) => {
    const moved = races.get(race.id);
    return moved === undefined ? race : { ...race, scheduledAt: moved.wallUs, ...(speed > 1 && { clockRate: speed }) };
  };
  return {
    id,
    apply(newest) {
      const meet = apply(newest);
      return { ...meet, races: meet.races.map(placed) };
    },
  };
}

/** The same translator, for a recording that is played now. */
export function redated<State>(
  inner: Translator<State>,
  { speed, planned }: RedateOptions,
): Translator<Redated<State>> {
  const translate = (state: Redated<State>, heard: Heard): Translation<Redated<State>> => {
    const atUs = Math.max(recordedUs(heard.text) ?? 0, state.atUs);
    const step = inner.translate(state.inner, heard);
    const races = new Map(state.races);
    const facts = step.facts.map((fact) => {
      const race = 'race' in fact ? fact.race : undefined;
      if (race === undefined) return fact;
      const wallUs = planned.get(race) ?? heard.dueUs ?? atUs;
      const before = races.get(race) ?? { calledUs: atUs, wallUs, clearedUs: 0 };
      const { fact: moved, moved: after } = dated(fact, before, speed);
      races.set(race, after);
      return moved;
    });
    const { meet, ...rest } = step;
    return {
      ...rest,
      state: { inner: step.state, races, atUs },
      facts,
      ...(meet !== undefined && { meet: scheduled(meet, races, speed) }),
    };
  };
  return {
    begin: (known) => ({ inner: inner.begin(known), races: new Map(), atUs: 0 }),
    again: (state) => ({ ...state, inner: inner.again(state.inner) }),
    translate,
  };
}
