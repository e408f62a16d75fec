// Distances told by their results, for tests of what follows from them: who skated in which race, in what time or with what ruling.
import { courseOfDistance } from '../../server/engine/disciplines/course.ts';
import type { RulingStatus } from '../../shared/facts.ts';
import { type Meet, meetSchema } from '../../shared/meet.ts';
import type { Standing } from '../../shared/meet-state.ts';
import { massStartMeet, Script } from './script.ts';

export interface Skate {
  /** The athlete; the entry too unless `entry` says otherwise. */
  readonly who: string;
  /** Seconds; absent of one who does not come to the end. */
  readonly time?: number;
  readonly status?: RulingStatus;
  /** More of the entry. */
  readonly entry?: object;
}

export interface Ridden {
  readonly id: string;
  readonly event?: string;
  readonly run?: number;
  readonly skates: readonly Skate[];
}

export interface Distance {
  readonly id: string;
  readonly distance: number;
  readonly rules?: object;
  readonly records?: readonly object[];
  readonly cup?: unknown;
}

export interface Distances {
  readonly events: readonly Distance[];
  readonly races: readonly Ridden[];
  readonly juniors?: readonly string[];
  readonly more?: object;
}

const track = { lapMetres: 400 };

/** Every athlete is of NED unless his entry says otherwise; a race without an event is of the first. */
export function distancesMeet({ events, races, juniors = [], more = {} }: Distances): Meet {
  const athletes = new Set(races.flatMap(({ skates }) => skates.map(({ who }) => who)));
  return meetSchema.parse({
    ...massStartMeet(),
    athletes: [...athletes].map((id) => ({ id, name: id, nation: 'NED', junior: juniors.includes(id) })),
    events: events.map((event) => ({ ...event, name: event.id, kind: 'pairs', track })),
    races: races.map(({ id, event = events[0]!.id, run, skates }) => ({
      id,
      event,
      name: id,
      ...(run !== undefined && { run }),
      entries: skates.map(({ who, entry }, i) => ({
        id: who,
        athlete: who,
        lane: i === 0 ? 'inner' : 'outer',
        ...entry,
      })),
    })),
    ...more,
  });
}

/** Skates one race, `at` seconds after the gun of all: an even pace to the time told. */
export function ride(script: Script, race: string, skates: readonly Skate[], at: number): void {
  const doc = script.meet.races.find(({ id }) => id === race)!;
  const event = script.meet.events.find(({ id }) => id === doc.event)!;
  const distance = 'distance' in event ? event.distance : 0;
  script.start(race, at);
  for (const { who, time, status } of skates) {
    for (const { metres } of time === undefined ? [] : courseOfDistance(distance, event.track).points) {
      script.cross(who, at + (metres === distance ? time! : (time! * metres) / distance), { race });
    }
    if (status !== undefined) script.say({ kind: 'ruling', race, entry: who, status });
  }
}

/** The meet with its first `count` races skated one after the other. */
export function ridden(told: Distances, count = told.races.length): Script {
  const script = new Script(distancesMeet(told));
  for (const [i, { id, skates }] of told.races.slice(0, count).entries()) ride(script, id, skates, 1000 * (i + 1));
  return script;
}

/** The standings of an event in their order. */
export function listed(script: Script, event: string): Standing[] {
  return Object.values(script.event(event).standings).sort((a, b) => a.order - b.order);
}

/** `<rank> <athlete>` in the order of the standings; no rank is a dash. */
export function ranks(script: Script, event: string): string[] {
  return listed(script, event).map(({ rank, athlete }) => `${rank ?? '-'} ${athlete}`);
}
