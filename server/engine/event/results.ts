// What the event needs to know of every entry of a race: who it is, and what came of it. Small and plain, so that a fact
// that changes no result costs the standings of the event nothing.
import { memo } from '../memo.ts';
import type { Entrant, Race } from '../race/race-state.ts';
import type { Competitor } from '../race/roster.ts';
import type { OutStatus } from '../race/rulings.ts';
import { isOver } from '../race/status.ts';

/** A final time and when it was made. */
export interface Finish {
  /** Since the gun, raw. */
  readonly timeUs: number;
  readonly instantUs: number;
  /** A replay is played this many times faster than the ice, its attempts aside. */
  readonly rate: number;
  /** T6: by a device, and no estimate: only such a time may be a best or a record. */
  readonly measured: boolean;
}

/** What one entry did in one race of its event. */
export interface Result {
  readonly race: string;
  /** The same in every race of the meet. */
  readonly person: string;
  /** L4: which run of the event, from 1. */
  readonly run: number;
  readonly competitor: Competitor;
  /** Absent where there is none, or none that counts (L7). */
  readonly finish?: Finish;
  readonly status?: OutStatus;
  readonly code?: string;
  /** Nothing is to come of the race any more. */
  readonly over: boolean;
  readonly official: boolean;
}

/** Of a race nothing is to come for its event: it is over, or was called off, or nobody is left to skate it. */
export function isDone(race: Race): boolean {
  return isOver(race) || race.status === 'cancelled' || isDeserted(race.entrants);
}

const isDeserted = memo((entrants: Race['entrants']): boolean => {
  return entrants.size > 0 && [...entrants.values()].every(({ racer }) => racer.ruling.status !== undefined);
});

interface Named {
  readonly athlete?: string | undefined;
  readonly name: string;
  readonly nation?: string | undefined;
  readonly club?: string | undefined;
}

/** Who somebody is in every race: by the athlete's id, and where there is none, a team's say, by name and nation or club. */
export function personOf({ athlete, name, nation, club }: Named): string {
  // An id has no space, so no name is taken for one.
  return athlete ?? `${name} ${nation ?? club ?? ''}`;
}

function finishOf({ doc, timesValid, status }: Race, { racer, result }: Entrant): Finish | undefined {
  const last = racer.measured.at(-1);
  if (result === undefined || last === undefined || racer.ruling.status !== undefined || status === 'cancelled') return;
  const byHand = result.basis === 'hand' || result.basis === 'manual';
  return {
    timeUs: result.timeUs,
    instantUs: last.instantUs,
    rate: doc.clockRate ?? 1,
    measured: timesValid && !byHand && last.estimate === undefined,
  };
}

/** The results of a race in order of its start list. Of two in one race who are called alike each is somebody else. */
export const resultsOf = memo((race: Race): readonly Result[] => {
  const people = new Set<string>();
  return [...race.entrants.values()].map((entrant): Result => {
    const { competitor, ruling } = entrant.racer;
    const named = personOf(competitor);
    const person = people.has(named) ? `${named} ${competitor.entry}` : named;
    people.add(person);
    const finish = finishOf(race, entrant);
    return {
      race: race.doc.id,
      person,
      run: race.doc.run ?? 1,
      competitor,
      ...(finish !== undefined && { finish }),
      ...(ruling.status !== undefined && { status: ruling.status }),
      ...(ruling.code !== undefined && { code: ruling.code }),
      over: isDone(race),
      official: race.status === 'official',
    };
  });
});
