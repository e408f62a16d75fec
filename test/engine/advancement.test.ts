import { describe, expect, it } from 'vitest';
import { type AdvanceMark, advancesOf } from '../../server/engine/event/advancement.ts';
import type { Entrant, Race } from '../../server/engine/race/race-state.ts';
import { noRuling, type Ruling } from '../../server/engine/race/rulings.ts';
import { type MeetEvent, type Round, racedEventSchema } from '../../shared/event.ts';
import { seconds } from './script.ts';

/** Place and time of one, or why he has none. */
interface Line {
  readonly entry: string;
  readonly rank?: number;
  readonly time?: number;
  readonly ruling?: Partial<Ruling>;
}

function eventOf(rounds: readonly object[], kind = 'shortTrack'): MeetEvent {
  return racedEventSchema.parse({ id: 'e', name: 'E', kind, track: { lapMetres: 111.12 }, distance: 500, rounds });
}

function raceOf(id: string, lines: readonly Line[], more: Partial<Race> = {}): Race {
  const entrants = lines.map(({ entry, rank, time, ruling }): [string, Entrant] => {
    const racer = { entry, ruling: { ...noRuling, ...ruling }, finished: time !== undefined, placed: false };
    const result = time === undefined ? {} : { result: { timeUs: seconds(time), basis: 'photo' } };
    return [entry, { racer, order: 1, uncertain: false, ...(rank !== undefined && { rank }), ...result } as Entrant];
  });
  const event = eventOf([{ id: 'heats' }]);
  return { doc: { id }, event, status: 'finished', timesValid: true, entrants: new Map(entrants), ...more } as Race;
}

/** By entry: the mark, and the round where it is not the next. */
function goingOn(round: object, races: readonly Race[]): Record<string, string> {
  const [parsed] = eventOf([round, { id: 'next' }, { id: 'B' }, { id: 'A' }]).rounds as Round[];
  return Object.fromEntries(
    advancesOf(parsed as Round, 'next', races).map(({ entrant, mark, to }) => [
      entrant.racer.entry,
      to === 'next' ? mark : `${mark} to ${to}`,
    ]),
  );
}

const heat = (id: string, times: readonly number[]): Race =>
  raceOf(
    id,
    times.map((time, i) => ({ entry: `${id}${i + 1}`, rank: i + 1, time })),
  );

const usual = { id: 'heats', advance: [{ places: 2 }], fastest: { count: 2, place: 3 } };
const semi = {
  id: 'semis',
  advance: [
    { places: 2, to: 'A', mark: 'QA' },
    { places: 2, to: 'B', mark: 'QB' },
  ],
};

describe('who goes on from a round', () => {
  it('[S3] the first two of each heat by place, and the fastest thirds over the round', () => {
    const heats = [heat('a', [43, 44, 46, 47]), heat('b', [41, 42, 43.5, 43.6]), heat('c', [45, 46, 45.9, 48])];
    const two = { a1: 'Q', a2: 'Q', b1: 'Q', b2: 'Q', c1: 'Q', c2: 'Q' };
    expect(goingOn(usual, heats)).toEqual({ ...two, b3: 'q', c3: 'q' });
  });

  it('[S3] of all who are left the fastest, where no place is named', () => {
    const round = { id: 'heats', advance: [{ places: 1 }], fastest: { count: 2 } };
    expect(goingOn(round, [heat('a', [43, 44, 46]), heat('b', [41, 42, 42.5])])).toEqual({
      ...{ a1: 'Q', b1: 'Q', b2: 'q', b3: 'q' },
    });
  });

  it('[S3] all who share the last time to the thousandth go on; a ten-thousandth is no difference', () => {
    const heats = [heat('a', [43, 44, 46.1231]), heat('b', [41, 42, 46.1239]), heat('c', [45, 45.5, 46.124])];
    const round = { ...usual, fastest: { count: 1, place: 3 } };
    expect(Object.keys(goingOn(round, heats))).toEqual(['a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'a3', 'b3']);
  });

  it('[S3] both of a dead heat for the last place go on', () => {
    const lines = [1, 2, 2, 4].map((rank, i) => ({ entry: `a${i}`, rank, time: 43 }));
    expect(Object.keys(goingOn({ ...usual, fastest: undefined }, [raceOf('a', lines)]))).toEqual(['a0', 'a1', 'a2']);
  });

  it('[S3] semi-finals lead two to final A and the next two to final B', () => {
    expect(goingOn(semi, [heat('a', [43, 44, 45, 46, 47])])).toEqual({
      ...{ a1: 'QA to A', a2: 'QA to A', a3: 'QB to B', a4: 'QB to B' },
    });
  });

  it.each<[string, Partial<Ruling>]>([
    ['a penalty', { status: 'PEN' }],
    ['a disqualification', { status: 'DQ' }],
    ['a start not made', { status: 'DNS' }],
    ['a yellow card', { cards: { YC: 1, RC: 0 } }],
    ['a red card', { cards: { YC: 0, RC: 1 } }],
  ])('[S5] nobody goes on with %s, by place, by time or by the referee', (_, ruling) => {
    const lines = [
      { entry: 'a1', rank: 1, time: 43, ruling },
      { entry: 'a2', rank: 3, time: 43, ruling: { ...ruling, advanced: 'ADV' as const } },
    ];
    expect(goingOn(usual, [raceOf('a', lines)])).toEqual({});
  });

  it('[S3] who did not finish goes on neither by place nor by time, and who has a place and no time by place', () => {
    const lines = [
      { entry: 'a1', rank: 1 },
      { entry: 'a2', rank: 2, ruling: { status: 'DNF' as const } },
      { entry: 'a3', rank: 3 },
    ];
    expect(goingOn(usual, [raceOf('a', lines)])).toEqual({ a1: 'Q' });
  });

  it('[S10] times of miscounted laps bring nobody on, places do', () => {
    const b = heat('b', [41, 42, 43]);
    expect(goingOn(usual, [heat('a', [44, 45, 46]), { ...b, timesValid: false }])).toEqual({
      ...{ a1: 'Q', a2: 'Q', a3: 'q', b1: 'Q', b2: 'Q' },
    });
  });

  it.each<[AdvanceMark & Ruling['advanced'], number, string]>([
    ['ADV', 5, 'ADV to A'],
    ['ADA', 5, 'ADA to A'],
    ['ADB', 5, 'ADB to B'],
    ['ADA', 3, 'ADA to A'],
    ['ADB', 3, 'QB to B'],
    ['ADV', 1, 'QA to A'],
  ])('[S4] %s moves on who was place %i, as %s, and takes nobody the place', (advanced, place, mark) => {
    const lines = [1, 2, 3, 4, 5].map((rank) => ({
      ...{ entry: `a${rank}`, rank, time: 42 + rank },
      ...(rank === place && { ruling: { advanced } }),
    }));
    const others = { a1: 'QA to A', a2: 'QA to A', a3: 'QB to B', a4: 'QB to B' };
    expect(goingOn(semi, [raceOf('a', lines)])).toEqual({ ...others, [`a${place}`]: mark });
  });

  it('[S4] who fell and was advanced goes on without a place or time, and takes no q', () => {
    const fallen = { entry: 'a3', ruling: { status: 'DNF' as const, advanced: 'ADV' as const } };
    const a = raceOf('a', [{ entry: 'a1', rank: 1, time: 43 }, { entry: 'a2', rank: 2, time: 44 }, fallen]);
    expect(goingOn({ ...usual, fastest: { count: 1, place: 3 } }, [a, heat('b', [41, 42, 43])])).toEqual({
      ...{ a1: 'Q', a2: 'Q', a3: 'ADV', b1: 'Q', b2: 'Q', b3: 'q' },
    });
  });

  it('[M5] of a mass start nobody is left to qualify who did not reach the end', () => {
    const lines = [
      { entry: 'a1', rank: 1, time: 480 },
      { entry: 'a2', rank: 2 },
    ];
    const event = racedEventSchema.parse({ id: 'e', name: 'E', kind: 'massStart', track: { lapMetres: 400 } });
    const round = { id: 'semis', advance: [{ places: 8 }] };
    expect(goingOn(round, [raceOf('a', lines, { event })])).toEqual({ a1: 'Q' });
    expect(goingOn(round, [raceOf('a', lines, { event, status: 'running' })])).toEqual({ a1: 'Q', a2: 'Q' });
  });
});
