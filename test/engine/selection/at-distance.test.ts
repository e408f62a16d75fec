import { describe, expect, it } from 'vitest';
import { type TicketsAt, ticketsAt } from '../../../server/engine/selection/at-distance.ts';
import { Script } from '../script.ts';
import { makeOfficial, raceId, skate, skateAll, trialsMeet } from './trials.ts';

const who = ['a', 'b', 'c', 'd'];
const slots = [1, 2].flatMap((place) => ['d500', 'd1000'].map((event) => ({ event, place })));
const distances = [
  { id: 'd500', metres: 500, who },
  { id: 'd1000', metres: 1000, who },
  { id: 'other', metres: 1500, who },
];
const meet = trialsMeet(distances, [{ id: 's', name: 'S', kind: 'matrix', quota: 2, slots }]);

function at(script: Script, event: string): TicketsAt {
  return ticketsAt(script.boards().byMeet.get('m1')?.selections, event);
}

describe('what a distance decides about tickets', () => {
  it('[Q4] tells of everybody at it what would be enough there, and the time to beat', () => {
    const script = new Script(meet);
    skateAll(script, 'd500', ['a', 'b', 'c', 'd']);
    makeOfficial(script, 'd500');
    expect(at(script, 'd500').outlooks.get('a')).toEqual({ state: 'in' });
    skate(script, raceId('d1000', 1), { a: 75, b: 76 });
    expect(at(script, 'd1000').target).toBeUndefined();
    skate(script, raceId('d1000', 2), { c: 74 });
    expect(at(script, 'd1000').target).toEqual({ timeUs: 74_000_000, name: 'c' });
    expect(at(script, 'd1000').outlooks.get('d')).toEqual({
      state: 'open',
      needs: [
        { code: 'placeForTicket', values: { event: 'd1000', name: '1000 m', place: 1 } },
        { code: 'timeForTicket', values: { event: 'd1000', name: '1000 m', timeUs: 74_000_000 } },
      ],
    });
    expect(at(script, 'd500').outlooks.get('d')).toEqual({ state: 'open' });
  });

  it('[Q4] says nothing of a distance that no selection reads, or where a meet has none', () => {
    const script = new Script(meet);
    expect(at(script, 'other').outlooks.size).toBe(0);
    expect(ticketsAt(undefined, 'd500').outlooks.size).toBe(0);
  });

  it('[F5] is the same while no selection changed', () => {
    const script = new Script(meet);
    skateAll(script, 'd500', ['a', 'b', 'c', 'd']);
    const before = script.boards();
    script.say({ kind: 'start', at: 1_800_000_000_000_000, source: 'timing', race: raceId('other', 1) });
    const after = script.stepOf(before);
    const of = (boards: typeof before) => ticketsAt(boards.byMeet.get('m1')?.selections, 'd500');
    expect(of(after)).toBe(of(before));
  });
});
