import { describe, expect, it } from 'vitest';
import { type Meet, meetSchema } from '../../../shared/meet.ts';
import { Script } from '../script.ts';
import { makeOfficial, raceId, selectionOf, skate, skateAll, tickets, trialsMeet } from './trials.ts';

const who = ['a', 'b', 'c', 'd'];
const distances = [
  { id: 'd500', metres: 500, who },
  { id: 'd1000', metres: 1000, who },
];

function sprint(selection: object): Meet {
  const combined = [{ id: 'sprint', name: 'Sprint', of: ['d500', 'd1000'] }];
  return meetSchema.parse({
    ...trialsMeet(distances, []),
    combined,
    selections: [{ id: 's', name: 'S', ...selection }],
  });
}

const matrix = { kind: 'matrix', quota: 2, slots: [1, 2].map((place) => ({ event: 'sprint', place })) };
const forecasts = (script: Script) =>
  who.map((athlete) => selectionOf(script, 's').candidates[athlete]?.forecast?.state);
const slotStates = (script: Script) => Object.values(selectionOf(script, 's').slots ?? {}).map(({ state }) => state);

describe('places of a classification over several distances', () => {
  it('[Q1c] are provisional until all its distances are official, and certain once all are skated', () => {
    const script = new Script(sprint(matrix));
    expect(slotStates(script)).toEqual(['open', 'open']);
    skateAll(script, 'd500', ['a', 'b', 'c', 'd']);
    makeOfficial(script, 'd500');
    expect(tickets(script, 's')).toEqual(['a', 'b']);
    expect(slotStates(script)).toEqual(['provisional', 'provisional']);
    expect(forecasts(script)).toEqual(['open', 'open', 'open', 'open']);
    skate(script, raceId('d1000', 1), { a: 75, b: 75.5 });
    skate(script, raceId('d1000', 2), { c: 74, d: 76 });
    expect(tickets(script, 's')).toEqual(['c', 'a']);
    expect(forecasts(script)).toEqual(['in', 'out', 'in', 'out']);
    makeOfficial(script, 'd1000');
    expect(slotStates(script)).toEqual(['filled', 'filled']);
  });

  it('[Q1c] give points like those of a distance', () => {
    const bestOf = { kind: 'bestOf', quota: 1, events: ['sprint', 'd500'], best: 2, points: [3, 2, 1] };
    const script = new Script(sprint(bestOf));
    skateAll(script, 'd500', ['a', 'b', 'c', 'd']);
    skateAll(script, 'd1000', ['b', 'a', 'c', 'd']);
    const points = who.map((athlete) => selectionOf(script, 's').candidates[athlete]?.points);
    expect(points).toEqual([6, 4, 2, 0]);
  });
});
