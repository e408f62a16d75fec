// The meet document of a run of the demo. Its schedule is the demo's memory: a race that was begun is found again by the
// instant for which it is scheduled and the rate of its clock.
import { type Meet, meetSchema, type RaceDoc } from '../../shared/meet.ts';
import { finishLoop } from './antennas.ts';
import {
  type Ankles,
  type DemoRace,
  demoRaces,
  eventNames,
  massStartLaps,
  type RaceKind,
  type Starter,
  slotUs,
} from './programme.ts';
import { athleteId } from './races/athlete-id.ts';

/** Rule M11: the warm-up lane is used; one of the two lengths that sources give. */
const massStartLapMetres = 387;
const lapMetres = 400;
const loops = [{ id: finishLoop, atMetres: 0 }];
const pairDistance = 1000;

const meetPattern = /^demo-([1-9]\d{0,8})$/;

export function meetId(run: number): string {
  return `demo-${run}`;
}

/** The number of the run a meet belongs to, or undefined where it is no meet of the demo. */
export function runOf(meet: string): number | undefined {
  const match = meetPattern.exec(meet);
  return match === null ? undefined : Number(match[1]);
}

export function raceId(run: number, { key }: DemoRace): string {
  return `${meetId(run)}.${key}`;
}

/** Ankles are unique to run and race: at a higher speed the instants of one race reach far into the next one's. */
export function anklesOf(run: number, { key, starters }: DemoRace): Ankles {
  return new Map(starters.map(({ entry, bib }) => [entry, [`${run}-${key}-${bib}L`, `${run}-${key}-${bib}R`]]));
}

function eventOf(run: number, kind: RaceKind): unknown {
  const id = `${meetId(run)}.${kind}`;
  if (kind === 'pairs') {
    return { id, name: eventNames.pairs, kind: 'pairs', distance: pairDistance, track: { lapMetres, loops } };
  }
  const track = { lapMetres: massStartLapMetres, loops };
  return { id, name: eventNames['mass-start'], kind: 'massStart', track, rules: { laps: massStartLaps } };
}

function entryOf({ entry, bib, lane, name }: Starter, ankles: Ankles): unknown {
  const inLane = lane === undefined ? {} : { lane, armband: lane === 'inner' ? 'white' : 'red' };
  return { id: entry, athlete: athleteId(name), bib, ...inLane, transponders: ankles.get(entry) };
}

/** The meet of a run with `races` in the order in which they are played, none of them scheduled yet. */
export function demoMeet(run: number, races: readonly DemoRace[]): Meet {
  const athletes = new Map(races.flatMap(({ starters }) => starters).map((one) => [athleteId(one.name), one]));
  const kinds = [...new Set(races.map(({ kind }) => kind))];
  return meetSchema.parse({
    id: meetId(run),
    name: 'World Cup 1, Salt Lake City 2025 (replay)',
    venue: 'Utah Olympic Oval, Salt Lake City',
    country: 'USA',
    dates: { from: '2025-11-14', to: '2025-11-16' },
    timeZone: 'America/Denver',
    athletes: [...athletes].map(([id, { name, nation }]) => ({ id, name, nation })),
    events: kinds.map((kind) => eventOf(run, kind)),
    races: races.map((race) => ({
      id: raceId(run, race),
      event: `${meetId(run)}.${race.kind}`,
      name: race.name,
      entries: race.starters.map((starter) => entryOf(starter, anklesOf(run, race))),
    })),
  });
}

function scheduled(race: RaceDoc, zeroUs: number, speed: number): RaceDoc {
  const { clockRate: _, ...rest } = race;
  return { ...rest, scheduledAt: zeroUs, ...(speed > 1 && { clockRate: speed }) };
}

export interface Slot {
  readonly run: number;
  /** The first race that is moved; earlier ones stay. */
  readonly from: DemoRace;
  /** When that race begins. */
  readonly zeroUs: number;
  readonly speed: number;
}

/** `meet` with one race moved to its slot and all of `races` after it following. What others put into it stays. */
export function schedule(meet: Meet, races: readonly DemoRace[], { run, from, zeroUs, speed }: Slot): Meet {
  const slots = new Map<string, number>();
  let nextUs = zeroUs;
  for (const race of races.slice(races.indexOf(from))) {
    const id = raceId(run, race);
    slots.set(id, nextUs);
    nextUs += Math.round(slotUs(race.script(id, anklesOf(run, race))) / speed);
  }
  const moved = (race: RaceDoc) => {
    const slot = slots.get(race.id);
    return slot === undefined ? race : scheduled(race, slot, speed);
  };
  return { ...meet, races: meet.races.map(moved) };
}

/** Which races of the demo the meet of a run holds. */
export function racesIn(meet: Meet, run: number): readonly DemoRace[] {
  return demoRaces.filter((race) => meet.races.some(({ id }) => id === raceId(run, race)));
}
