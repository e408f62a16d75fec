// A made-up Vantage stream, event by event: one distance, one heat, two starters, times in ticks.

const competitionId = '11111111-0000-4000-8000-000000000001';
const distanceId = '22222222-0000-4000-8000-000000000002';
export const innerId = '33333333-0000-4000-8000-000000000003';
export const outerId = '44444444-0000-4000-8000-000000000004';
export const race = '22222222.1.1';
export const inner = '33333333';
export const outer = '44444444';

const started = '2026-01-10T12:00:00.1234567Z';
export const startedUs = Date.parse('2026-01-10T12:00:00Z') * 1000 + 123_456;
/** The clock of `when` is this far ahead of that of the gun. */
const whenAheadMs = 12;

const ticks = (seconds: number): number => Math.round(seconds * 10_000_000);
export const us = (seconds: number): number => Math.round(seconds * 1_000_000);

export type Event = Record<string, unknown> & { typeName: string };
const heat = { competitionId, distanceId, heat: { round: 1, number: 1 } };

function distanceOf(more: Record<string, unknown> = {}) {
  return {
    id: distanceId,
    name: 'Women 1000 m',
    discipline: 'SpeedSkating.LongTrack.PairsDistance.Individual',
    value: 1000,
    valueQuantity: 0,
    trackLength: 400,
    referee1: 'A Referee',
    starter: 'A Starter',
    ...more,
  };
}

export function competition(more: Record<string, unknown> = {}): Event {
  return {
    typeName: 'CompetitionActivatedEvent',
    competitionId,
    competition: {
      id: competitionId,
      name: 'A Cup',
      starts: '2026-01-10T10:00:00',
      ends: '2026-01-11T18:00:00',
      timeZone: 'W. Europe Standard Time',
      venue: { name: 'A Hall', address: { city: 'A Town', countryCode: 'NED' } },
      distances: [distanceOf()],
      ...more,
    },
  };
}

export function distance(more: Record<string, unknown> = {}): Event {
  return { typeName: 'DistanceActivatedEvent', competitionId, distanceId, distance: distanceOf(more) };
}

export function starter(id: string, lane: number, more: Record<string, unknown> = {}) {
  return {
    race: {
      id,
      lane,
      color: lane,
      competitor: {
        fullName: `Skater ${lane}`,
        startNumber: 100 + lane,
        nationalityCode: 'NED',
        personId: `${lane}aaaaaaa-0000-4000-8000-000000000000`,
      },
      transponders: [{ code: 1000 + lane }, { code: 2000 + lane }],
      personalBest: ticks(80),
      seasonBest: ticks(81),
      result: null,
      ...more,
    },
    laps: [] as unknown[],
  };
}

const two = () => [starter(innerId, 0), starter(outerId, 1)];

export const activated = (races: unknown[] = two()): Event => ({ typeName: 'HeatActivatedEvent', ...heat, races });
export const start = (at = started): Event => ({ typeName: 'HeatStartedEvent', ...heat, started: at });
export const clear = (): Event => ({ typeName: 'HeatClearedEvent', ...heat });
export const committed = (races: unknown[] = two()): Event => ({ typeName: 'HeatCommittedEvent', ...heat, races });
export const deactivated = (): Event => ({ typeName: 'HeatDeactivatedEvent', ...heat });

export interface Read {
  readonly how?: string;
  readonly flags?: number;
  readonly gun?: string;
  readonly whenMs?: number;
}

export function lapOf(seconds: number, { how = 'Transponder', flags = 33, gun = started, whenMs }: Read = {}) {
  const at = whenMs ?? Date.parse(`${gun.slice(0, 23)}Z`) + whenAheadMs + Math.round(seconds * 1000);
  return {
    flags,
    presentationSource: { how, applianceName: 'A Decoder', applianceInstanceName: 'Main' },
    time: ticks(seconds),
    when: new Date(at).toISOString(),
  };
}

export function lap(raceId: string, seconds: number, read: Read = {}): Event {
  return { typeName: 'RaceLapAddedEvent', ...heat, raceId, lap: lapOf(seconds, read) };
}

export function updated(raceId: string, seconds: number, oldSeconds: number, read: Read = {}): Event {
  return { typeName: 'RaceLapUpdatedEvent', ...heat, raceId, oldTime: ticks(oldSeconds), lap: lapOf(seconds, read) };
}

export function passing(raceId: string, seconds: number, where: number, more: Read & { speed?: number } = {}): Event {
  const { speed = null, ...read } = more;
  return { typeName: 'RacePassingAddedEvent', ...heat, raceId, passing: { ...lapOf(seconds, read), where, speed } };
}

export const lines = (...events: readonly Event[]): string[] => events.map((event) => JSON.stringify(event));

/** What always comes first. */
export const opening = (): Event[] => [competition(), distance(), activated()];

/** As a recording: each line with when it was received, given in seconds since the recording began. */
export function recorded(...told: readonly (readonly [seconds: number, event: Event])[]): string[] {
  const began = Date.parse('2026-01-10T12:59:00+01:00');
  return told.map(([seconds, event]) =>
    JSON.stringify({ ...event, _time: new Date(began + seconds * 1000).toISOString().replace('Z', '000+00:00') }),
  );
}
