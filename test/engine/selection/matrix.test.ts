import { describe, expect, it } from 'vitest';
import { stateOf } from '../../../server/engine/fold.ts';
import type { Meet } from '../../../shared/meet.ts';
import { Script } from '../script.ts';
import { makeOfficial, raceId, selectionOf, skate, skateAll, tickets, trialsMeet } from './trials.ts';

const who = ['a', 'b', 'c', 'd'];
const distances = [
  { id: 'd500', metres: 500, who },
  { id: 'd1000', metres: 1000, who },
];
const slots = [
  { event: 'd500', place: 1 },
  { event: 'd1000', place: 1 },
  { designated: true, name: 'Mass start' },
  { event: 'd500', place: 2 },
  { event: 'd1000', place: 2 },
];
const matrix = (more: object = {}) => ({
  id: 's',
  name: 'Men',
  kind: 'matrix',
  quota: 2,
  designated: 1,
  slots,
  ...more,
});

function trials(more: object = {}): Script {
  return new Script(trialsMeet(distances, [matrix(more)]));
}

const states = (script: Script) => Object.values(selectionOf(script, 's').slots ?? {}).map(({ state }) => state);
const names = (script: Script) =>
  Object.values(selectionOf(script, 's').slots ?? {}).map(({ athlete }) => athlete ?? '');

describe('the walk down a matrix', () => {
  it('[Q4] slots are open before a distance, provisional during it, filled once it is official', () => {
    const script = trials();
    expect(states(script)).toEqual(['open', 'open', 'open', 'open', 'open']);
    skate(script, raceId('d500', 1), { a: 36 });
    expect(states(script)).toEqual(['provisional', 'open', 'open', 'provisional', 'open']);
    expect(names(script)).toEqual(['a', '', '', '', '']);
    skate(script, raceId('d500', 2), { c: 35, d: 37 });
    expect(selectionOf(script, 's')).toMatchObject({ selected: 2, provisional: true });
    expect(names(script)).toEqual(['c', '', '', 'a', '']);
    script.say({ kind: 'official', race: raceId('d500', 2), signer: 'R' });
    expect(states(script)).toEqual(['provisional', 'open', 'open', 'provisional', 'none']);
    script.say({ kind: 'ruling', race: raceId('d500', 1), entry: 'b', status: 'DNF' });
    script.say({ kind: 'official', race: raceId('d500', 1), signer: 'R' });
    expect(states(script)).toEqual(['filled', 'open', 'open', 'filled', 'none']);
  });

  it('[Q1] somebody already in frees nothing of his own, and everybody below moves up', () => {
    const script = trials();
    skateAll(script, 'd500', ['a', 'b', 'c', 'd']);
    skateAll(script, 'd1000', ['a', 'c', 'b', 'd']);
    const { slots: shown } = selectionOf(script, 's');
    expect(names(script)).toEqual(['a', 'a', '', 'b', '']);
    expect(Object.values(shown ?? {}).map(({ distinct, counts }) => [distinct, counts ?? false])).toEqual([
      [1, true],
      [1, false],
      [1, false],
      [2, true],
      [2, false],
    ]);
    expect(tickets(script, 's')).toEqual(['a', 'b']);
    expect(states(script).at(-1)).toBe('none');
  });

  it('[Q1] a designation takes its slot, and back again once it is retracted', () => {
    const script = trials();
    skateAll(script, 'd500', ['a', 'b', 'c', 'd']);
    skateAll(script, 'd1000', ['a', 'c', 'b', 'd']);
    const id = script.say({ kind: 'designate', meet: 'm1', selection: 's', slot: 3, athlete: 'd' });
    expect(tickets(script, 's')).toEqual(['a', 'd']);
    expect(selectionOf(script, 's').slots?.['3']).toEqual({
      order: 3,
      designated: true,
      name: 'Mass start',
      state: 'filled',
      athlete: 'd',
      athleteName: 'd',
      counts: true,
      distinct: 2,
    });
    script.say({ kind: 'designate', meet: 'm1', selection: 's', slot: 3, athlete: 'c' });
    expect(tickets(script, 's')).toEqual(['a', 'c']);
    script.say({ kind: 'designate', meet: 'm1', selection: 's', slot: 3 });
    expect(tickets(script, 's')).toEqual(['a', 'b']);
    for (const record of script.records.slice(-2)) if ('id' in record) script.retract(record.id);
    expect(tickets(script, 's')).toEqual(['a', 'd']);
    script.retract(id);
    expect(tickets(script, 's')).toEqual(['a', 'b']);
  });

  it('[Q1] of designated slots only so many count, from the top', () => {
    const designated = (athlete: string) => ({ designated: true, athlete });
    const script = trials({ slots: [designated('a'), designated('b'), { event: 'd500', place: 1 }] });
    skateAll(script, 'd500', ['c', 'd', 'a', 'b']);
    expect(tickets(script, 's')).toEqual(['a', 'c']);
    expect(states(script)).toEqual(['filled', 'none', 'provisional']);
  });

  it('[Q1a] of two who share a place the first has its slot, and where only one gets in it says that it is a tie', () => {
    const script = trials({ quota: 2 });
    skate(script, raceId('d500', 1), { a: 35, b: 36 });
    skate(script, raceId('d500', 2), { c: 37, d: 36 });
    skateAll(script, 'd1000', ['a', 'c', 'b', 'd']);
    const { slots: shown, candidates } = selectionOf(script, 's');
    expect(shown?.['4']).toMatchObject({ athlete: 'b', counts: true, tied: true });
    expect([candidates.b?.tied, candidates.d?.tied, candidates.a?.tied]).toEqual([true, true, undefined]);
    expect([candidates.b?.forecast?.state, candidates.d?.forecast?.state]).toEqual(['open', 'open']);
  });

  it('[Q1] who is disqualified holds no place', () => {
    const script = trials();
    skateAll(script, 'd500', ['a', 'b', 'c', 'd']);
    script.say({ kind: 'ruling', race: raceId('d500', 1), entry: 'a', status: 'DQ', code: 'T08' });
    expect(names(script)[0]).toBe('b');
    expect(tickets(script, 's')).toEqual(['b', 'c']);
    expect(selectionOf(script, 's').candidates.a?.selected).toBeUndefined();
  });

  it('[Q1] a fact about a slot, a selection or an athlete that nobody knows breaks nothing', () => {
    const script = trials();
    const before = selectionOf(script, 's');
    script.say({ kind: 'designate', meet: 'm1', selection: 'other', slot: 1, athlete: 'a' });
    script.say({ kind: 'designate', meet: 'm1', selection: 's', slot: 99, athlete: 'a' });
    expect(selectionOf(script, 's')).toEqual(before);
    script.say({ kind: 'designate', meet: 'm1', selection: 's', slot: 3, athlete: 'stranger' });
    expect(selectionOf(script, 's').slots?.['3']).toMatchObject({ athlete: 'stranger', athleteName: 'stranger' });
  });
});

describe('who gains and who loses', () => {
  it('[Q4] tells who drops out for whom since the distance that is on began, and by how much', () => {
    const script = trials();
    skateAll(script, 'd500', ['a', 'b', 'c', 'd']);
    expect(selectionOf(script, 's').moves).toEqual([{ in: 'a' }, { in: 'b' }]);
    makeOfficial(script, 'd500');
    expect(selectionOf(script, 's').moves).toBeUndefined();
    skate(script, raceId('d1000', 1), { a: 75, b: 76 });
    expect(selectionOf(script, 's').moves).toBeUndefined();
    skate(script, raceId('d1000', 2), { d: 74.5, c: 77 });
    const { moves, candidates } = selectionOf(script, 's');
    expect(moves).toEqual([{ in: 'd', out: 'b' }]);
    expect(candidates.d).toMatchObject({
      order: 2,
      selected: true,
      slot: 2,
      provisional: true,
      marginUs: 1_500_000,
    });
    expect(candidates.b).toMatchObject({ order: 3, marginUs: 100_000, provisional: true });
  });

  it('[Q4] says who is in or out for certain, and what place and time are enough', () => {
    const script = trials({ quota: 1, slots: slots.filter((slot) => 'event' in slot) });
    skate(script, raceId('d500', 1), { a: 35, b: 36 });
    skate(script, raceId('d500', 2), { c: 37 });
    const of = (athlete: string) => selectionOf(script, 's').candidates[athlete]?.forecast;
    expect(of('b')).toEqual({ state: 'out' });
    expect(of('a')).toEqual({ state: 'open' });
    script.cross('d', 2 * 3600 + 7, { race: raceId('d500', 2) });
    script.cross('d', 2 * 3600 + 34.5, { race: raceId('d500', 2) });
    expect(of('d')).toEqual({ state: 'in' });
    expect(of('a')).toEqual({ state: 'out' });
  });

  it("[Q4] a distance nobody told the start list of is anybody's of the meet", () => {
    const meet = trialsMeet([distances[0]!, { id: 'd1000', metres: 1000, who: [] }], [matrix()]);
    const script = new Script(meet);
    skateAll(script, 'd500', ['a', 'b', 'c', 'd']);
    const states = Object.values(selectionOf(script, 's').candidates).map(({ forecast }) => forecast?.state);
    expect(states).toEqual(['in', 'open', 'open', 'open']);
  });
});

describe('who is who', () => {
  /** Start lists that name nobody's athlete. */
  function byName(names: Readonly<Record<string, string>>, athletes: Meet['athletes'] = []): Meet {
    const meet = trialsMeet(distances, [matrix()]);
    const races = meet.races.map((race) => ({
      ...race,
      entries: race.entries.map(({ athlete: _, ...entry }) => ({ ...entry, name: names[entry.id] ?? entry.id })),
    }));
    return { ...meet, athletes, races };
  }

  it('[Q1b] somebody of the same name is the same person, and the athlete who has that name', () => {
    const script = new Script(byName({ a: "N'tab", b: 'Gélinas' }, [{ id: 'ntab', name: "N'tab" }]));
    skateAll(script, 'd500', ['a', 'b', 'c', 'd']);
    skateAll(script, 'd1000', ['a', 'b', 'c', 'd']);
    expect(tickets(script, 's')).toEqual(['ntab', 'name:Gelinas']);
    expect(selectionOf(script, 's').slots?.['4']).toMatchObject({ athleteName: 'Gélinas', distinct: 2 });
    expect(names(script).slice(0, 2)).toEqual(['ntab', 'ntab']);
  });

  it('[Q1b] two of one race who are called alike stay two', () => {
    const script = new Script(byName({ a: 'Smith', b: 'Smith' }));
    skateAll(script, 'd500', ['a', 'b', 'c', 'd']);
    expect(Object.keys(selectionOf(script, 's').candidates)).toHaveLength(4);
    expect(tickets(script, 's')).toHaveLength(2);
  });
});

describe("the topic of a meet's selections", () => {
  it('[F5] is there only where a meet has selections, and stays the same while nothing it reads changes', () => {
    expect(stateOf(new Script(trialsMeet(distances, [])).boards(), 'selection/m1')).toBeUndefined();
    const script = new Script(trialsMeet([...distances, { id: 'other', metres: 500, who: ['x', 'y'] }], [matrix()]));
    skateAll(script, 'd500', ['a', 'b', 'c', 'd']);
    const before = script.boards();
    script.say({ kind: 'start', at: 1_800_000_000_000_000, source: 'timing', race: raceId('other', 1) });
    const after = script.stepOf(before);
    expect(stateOf(after, 'selection/m1')).toBe(stateOf(before, 'selection/m1'));
    expect(after.changed.has('selection/m1')).toBe(false);
  });

  it('[F5] goes with the last selection of a meet', () => {
    const script = trials();
    const before = script.boards();
    script.replaceMeet(trialsMeet(distances, []));
    const after = script.stepOf(before);
    expect(after.changed.has('selection/m1')).toBe(true);
    expect(after.changed.get('selection/m1')).toBeUndefined();
  });
});
