// A small meet of trials: distances in pairs, skated through the whole engine, and what its selections say.
import { stateOf } from '../../../server/engine/fold.ts';
import { type Meet, meetSchema } from '../../../shared/meet.ts';
import { type SelectionsState, selectionsStateSchema } from '../../../shared/selection-state.ts';
import { gunUs, type Script, seconds } from '../script.ts';

export interface DistanceWords {
  readonly id: string;
  readonly metres: number;
  /** Who skates, pair after pair. */
  readonly who: readonly string[];
  readonly runs?: number;
}

export function trialsMeet(
  distances: readonly DistanceWords[],
  selections: readonly object[],
  athletes: readonly { id: string; name: string }[] = [],
): Meet {
  const known = new Set([...athletes.map(({ id }) => id), ...distances.flatMap(({ who }) => who)]);
  return meetSchema.parse({
    id: 'm1',
    name: 'Trials',
    venue: 'A hall',
    dates: { from: '2021-12-26', to: '2021-12-30' },
    timeZone: 'Europe/Amsterdam',
    athletes: [...known].map((id) => ({ id, name: athletes.find((one) => one.id === id)?.name ?? id })),
    events: distances.map(({ id, metres, runs = 1 }) => ({
      id,
      name: `${metres} m`,
      kind: 'pairs',
      distance: metres,
      track: { lapMetres: 400 },
      rules: { runs },
    })),
    races: distances.flatMap(racesOf),
    selections,
  });
}

function racesOf({ id, who, runs = 1 }: DistanceWords): object[] {
  const pairs = Array.from({ length: Math.ceil(who.length / 2) }, (_, i) => who.slice(2 * i, 2 * i + 2));
  return Array.from({ length: runs }, (_, run) =>
    pairs.map((pair, i) => ({
      id: raceId(id, i + 1, run + 1),
      event: id,
      name: `Pair ${i + 1}`,
      ...(runs > 1 && { run: run + 1 }),
      entries: pair.map((athlete, lane) => ({ id: athlete, athlete, lane: lane === 0 ? 'inner' : 'outer' })),
    })),
  ).flat();
}

export function raceId(distance: string, pair: number, run = 1): string {
  return `${distance}-${run}-${pair}`;
}

/** Seconds after the first gun of the next race. */
const betweenGuns = 3600;

/** A pair skates, every crossing read; who has no time is on the ice still. */
export function skate(script: Script, race: string, times: Readonly<Record<string, number>>): void {
  const gun = betweenGuns * (1 + script.records.filter(({ kind }) => kind === 'start').length);
  script.say({ kind: 'start', at: gunUs + seconds(gun), source: 'timing', race });
  const event = script.meet.races.find(({ id }) => id === race)?.event;
  const distance = script.meet.events.find(({ id }) => id === event);
  const metres = distance !== undefined && 'distance' in distance ? distance.distance : 0;
  for (const [entry, time] of Object.entries(times)) {
    for (let at = metres % 400 || 400; at <= metres; at += 400)
      script.cross(entry, gun + (time * at) / metres, { race });
  }
}

/** A whole distance by places: the first of `order` is the fastest. */
export function skateAll(script: Script, distance: string, order: readonly string[], perKilometre = 75): void {
  const event = script.meet.events.find(({ id }) => id === distance);
  const metres = event !== undefined && 'distance' in event ? event.distance : 0;
  for (const race of script.meet.races.filter((one) => one.event === distance)) {
    const times = race.entries.map(({ id }) => [id, (metres / 1000) * perKilometre + order.indexOf(id) / 10] as const);
    skate(script, race.id, Object.fromEntries(times));
  }
}

export function makeOfficial(script: Script, distance: string): void {
  for (const { id, event } of script.meet.races) {
    if (event === distance) script.say({ kind: 'official', race: id, signer: 'R' });
  }
}

function selectionsOf(script: Script): SelectionsState['selections'] {
  return selectionsStateSchema.parse(stateOf(script.boards(), 'selection/m1')).selections;
}

export function selectionOf(script: Script, id: string): SelectionsState['selections'][string] {
  const selection = selectionsOf(script)[id];
  if (selection === undefined) throw new Error(`no selection ${id}`);
  return selection;
}

/** Who has a ticket, in order. */
export function tickets(script: Script, id: string): string[] {
  return Object.entries(selectionOf(script, id).candidates)
    .filter(([, { selected }]) => selected)
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([athlete]) => athlete);
}
