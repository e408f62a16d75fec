// The meet document of a run of the demo. Its schedule is the demo's memory: a race that was begun is found again by the
// instant for which it is scheduled and the rate of its clock.
import { type EntryDoc, type Meet, meetSchema, type RaceDoc } from '../../shared/meet.ts';
import { type Ankles, type DemoEvent, type DemoMeet, type DemoRace, type Starter, slotUs } from './programme.ts';
import { athleteId } from './races/athlete-id.ts';

export function meetId(run: number, { stem }: DemoMeet): string {
  return `${stem}-${run}`;
}

/** The number of the run a meet belongs to, or undefined where it is no meet of this demo. */
export function runOf(meet: string, { stem }: DemoMeet): number | undefined {
  const rest = meet.startsWith(`${stem}-`) ? meet.slice(stem.length + 1) : '';
  return /^[1-9]\d{0,8}$/.test(rest) ? Number(rest) : undefined;
}

export function raceId(run: number, { key }: DemoRace, demo: DemoMeet): string {
  return `${meetId(run, demo)}.${key}`;
}

/**
 * Ankles are unique to run and race: at a higher speed the instants of one race reach far into the next one's. Where the
 * readings name their race they are those of the run.
 */
export function anklesOf(run: number, { key, starters }: DemoRace, { sameAnkles = false }: DemoMeet): Ankles {
  const stem = sameAnkles ? run : `${run}-${key}`;
  return new Map(starters.map(({ entry, bib }) => [entry, [`${stem}-${bib}L`, `${stem}-${bib}R`]]));
}

/** Rule L8: the second pair of a quartet has colours of its own. */
const armbands: ReadonlyMap<string, 'white' | 'red' | 'yellow' | 'blue'> = new Map([
  ['inner 1', 'white'],
  ['outer 1', 'red'],
  ['inner 2', 'yellow'],
  ['outer 2', 'blue'],
]);

function entryOf({ entry, bib, lane, name, pbUs, startGroup }: Starter, ankles: Ankles): EntryDoc {
  const armband = armbands.get(`${lane} ${startGroup ?? '1'}`);
  return {
    id: entry,
    athlete: athleteId(name),
    bib,
    ...(lane !== undefined && { lane }),
    ...(armband !== undefined && { armband }),
    transponders: [...(ankles.get(entry) ?? [])],
    ...(pbUs !== undefined && { pbUs }),
    ...(startGroup !== undefined && { startGroup }),
  };
}

function entriesOf(run: number, race: DemoRace, demo: DemoMeet): EntryDoc[] {
  const ankles = anklesOf(run, race, demo);
  return race.starters.map((starter) => entryOf(starter, ankles));
}

function raceDoc(run: number, race: DemoRace, demo: DemoMeet): object {
  return {
    id: raceId(run, race, demo),
    event: `${meetId(run, demo)}.${race.kind}`,
    name: race.name,
    ...(race.round !== undefined && { round: race.round }),
    ...(race.run !== undefined && { run: race.run }),
    entries: race.listed === undefined ? entriesOf(run, race, demo) : [],
  };
}

/** The meet of a run with `races` in the order in which they are played, none of them scheduled yet. */
export function demoMeet(run: number, races: readonly DemoRace[], demo: DemoMeet): Meet {
  const athletes = new Map(races.flatMap(({ starters }) => starters).map((one) => [athleteId(one.name), one]));
  const isNeeded = ({ key }: DemoEvent) => demo.rest !== undefined || races.some(({ kind }) => kind === key);
  const id = (key: string) => `${meetId(run, demo)}.${key}`;
  return meetSchema.parse({
    id: meetId(run, demo),
    ...demo.document,
    athletes: [...athletes].map(([id, { name, nation, club }]) => ({
      id,
      name,
      nation,
      ...(club !== undefined && { club }),
    })),
    events: demo.events.filter(isNeeded).map(({ key, ...event }) => ({ id: id(key), ...event })),
    races: races.map((race) => raceDoc(run, race, demo)),
    ...demo.rest?.(id),
  });
}

/** The meet with the start list of a race that is listed only when it is called up. */
export function listed(meet: Meet, run: number, race: DemoRace, demo: DemoMeet): Meet {
  const id = raceId(run, race, demo);
  const races = meet.races.map((doc) => (doc.id === id ? { ...doc, entries: entriesOf(run, race, demo) } : doc));
  return { ...meet, races };
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
export function schedule(
  meet: Meet,
  races: readonly DemoRace[],
  { run, from, zeroUs, speed }: Slot,
  demo: DemoMeet,
): Meet {
  const slots = new Map<string, number>();
  let nextUs = zeroUs;
  for (const race of races.slice(races.indexOf(from))) {
    const id = raceId(run, race, demo);
    slots.set(id, nextUs);
    nextUs += Math.round(slotUs(race.script(id, anklesOf(run, race, demo))) / speed);
  }
  const moved = (race: RaceDoc) => {
    const slot = slots.get(race.id);
    return slot === undefined ? race : scheduled(race, slot, speed);
  };
  return { ...meet, races: meet.races.map(moved) };
}

/** Which races of the demo the meet of a run holds. */
export function racesIn(meet: Meet, run: number, demo: DemoMeet): readonly DemoRace[] {
  return demo.races.filter((race) => meet.races.some(({ id }) => id === raceId(run, race, demo)));
}
