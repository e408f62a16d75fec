import { describe, expect, it } from 'vitest';
import { fold, foresee, stateOf } from '../../server/engine/fold.ts';
import { gunUs, pairsMeet, Script, seconds } from './script.ts';

const now = (script: Script) => script.meetState().now;

function skate(script: Script, pair: number, until: number): void {
  const [inner, outer] = [`e${2 * pair - 1}`, `e${2 * pair}`];
  for (const time of [10, 36].filter((at) => at <= until)) {
    script.cross(inner, 1000 * pair + time, { race: `p${pair}` });
    script.cross(outer, 1000 * pair + time + 0.5, { race: `p${pair}` });
  }
}

describe('what is on', () => {
  it('[F23] follows the race on the ice, then its result', () => {
    const script = new Script(pairsMeet(500, 3));
    expect(now(script)).toEqual({ onIce: [], next: 'p1' });
    script.say({ kind: 'arm', race: 'p1' });
    expect(now(script)).toEqual({ race: 'p1', onIce: ['p1'], next: 'p2', called: 'p1' });
    script.start('p1', 1000);
    skate(script, 1, 36);
    expect(now(script)).toEqual({ race: 'p1', onIce: [], next: 'p2', lastResult: 'p1' });
    script.say({ kind: 'arm', race: 'p2' });
    expect(now(script)).toEqual({ race: 'p2', onIce: ['p2'], next: 'p3', lastResult: 'p1', called: 'p2' });
  });

  it('[F23] stays with the race that skates while the next is called up', () => {
    const script = new Script(pairsMeet(500, 3));
    script.say({ kind: 'arm', race: 'p1' });
    script.start('p1', 1000);
    script.say({ kind: 'arm', race: 'p2' });
    expect(now(script)).toMatchObject({ race: 'p1', onIce: ['p1', 'p2'], called: 'p2' });
    skate(script, 1, 36);
    expect(now(script)).toMatchObject({ race: 'p2', lastResult: 'p1' });
  });

  it('[F23] of two that skate shows the one whose gun was later, in whatever order the guns arrived', () => {
    for (const pairs of [
      [1, 2],
      [2, 1],
    ]) {
      const script = new Script(pairsMeet(500, 3));
      for (const pair of pairs) script.start(`p${pair}`, 1000 * pair);
      expect(now(script)).toMatchObject({ race: 'p2', onIce: ['p1', 'p2'], next: 'p3' });
    }
  });

  it('[F23] goes back to no older result that is signed or protested later', () => {
    const script = new Script(pairsMeet(500, 2));
    for (const pair of [1, 2]) {
      script.start(`p${pair}`, 1000 * pair);
      skate(script, pair, 36);
    }
    script.say({ kind: 'official', race: 'p1', signer: 'R' });
    expect(now(script)).toEqual({ race: 'p2', onIce: [], lastResult: 'p2' });
    script.say({ kind: 'protest', race: 'p1', by: 'NED', about: 'x' });
    expect(now(script).race).toBe('p2');
  });

  /** A second meet with one race, `q1`. */
  function withAnother(script: Script): () => object {
    const other = pairsMeet(500, 1);
    script.records.push({
      kind: 'meet',
      seq: 100,
      acceptedUs: gunUs,
      by: 'test',
      version: 1,
      meet: {
        ...other,
        id: 'm2',
        events: [{ ...other.events[0]!, id: 'b' }],
        races: [{ ...other.races[0]!, id: 'q1', event: 'b' }],
      },
    });
    return () => script.boards().now;
  }

  it('[F23] of several meets is the one that skates', () => {
    const script = new Script(pairsMeet(500, 1));
    const all = withAnother(script);
    expect(all()).toMatchObject({ meet: 'm1', next: 'p1' });
    script.start('q1', 50);
    expect(all()).toMatchObject({ meet: 'm2', race: 'q1' });
    script.start('p1', 60);
    expect(all()).toMatchObject({ meet: 'm1', race: 'p1' });
  });

  it('[F23] the programme stands in the order of the meet, with the status of every race', () => {
    const script = new Script(pairsMeet(500, 2));
    script.start('p2');
    expect(script.meetState()).toMatchObject({
      meet: { id: 'm1', version: 1, from: '2026-11-20' },
      events: { pairs: { order: 1, kind: 'pairs' } },
      races: { p1: { order: 1, status: 'scheduled' }, p2: { order: 2, status: 'running' } },
    });
  });

  it('[F28] is the race that the operator chose, whatever skates, until the races are followed again', () => {
    const script = new Script(pairsMeet(500, 3));
    script.say({ kind: 'programme', meet: 'm1', show: 'p3' });
    script.start('p1', 1000);
    expect(now(script)).toEqual({ race: 'p3', chosen: true, onIce: ['p1'], next: 'p2' });
    script.say({ kind: 'programme', meet: 'm1', auto: true });
    expect(now(script)).toEqual({ race: 'p1', onIce: ['p1'], next: 'p2' });
  });

  it('[F28][F7] is the choice before, or none, when a choice is retracted', () => {
    const script = new Script(pairsMeet(500, 3));
    const first = script.say({ kind: 'programme', meet: 'm1', show: 'p3' });
    const second = script.say({ kind: 'programme', meet: 'm1', show: 'p2' });
    expect(now(script)).toMatchObject({ race: 'p2', chosen: true });
    script.retract(second);
    expect(now(script)).toMatchObject({ race: 'p3', chosen: true });
    script.retract(first);
    expect(now(script)).toEqual({ onIce: [], next: 'p1' });
  });

  it('[F28] is not what the meet does not have', () => {
    const script = new Script(pairsMeet(500, 2));
    script.say({ kind: 'programme', meet: 'm1', show: 'p2' });
    script.say({ kind: 'programme', meet: 'm1', show: 'elsewhere' });
    expect(now(script)).toMatchObject({ race: 'p2', chosen: true });
    script.say({ kind: 'programme', meet: 'm2', show: 'p1' });
    expect(now(script)).toMatchObject({ race: 'p2', chosen: true });
  });

  it('[F28] of several meets is the one in which a race was chosen last', () => {
    const script = new Script(pairsMeet(500, 2));
    const all = withAnother(script);
    script.start('q1', 50);
    script.say({ kind: 'programme', meet: 'm1', show: 'p2' });
    expect(all()).toMatchObject({ meet: 'm1', race: 'p2', chosen: true });
    script.say({ kind: 'programme', meet: 'm2', show: 'q1' });
    expect(all()).toMatchObject({ meet: 'm2', race: 'q1', chosen: true });
    script.say({ kind: 'programme', meet: 'm2', auto: true });
    expect(all()).toMatchObject({ meet: 'm1', race: 'p2', chosen: true });
    script.say({ kind: 'programme', meet: 'm1', auto: true });
    expect(all()).toEqual({ meet: 'm2', race: 'q1', onIce: ['q1'] });
  });

  it('[F28][F6] a look ahead at a choice tells what it would change of the meet and of what is on', () => {
    const script = new Script(pairsMeet(500, 2));
    const before = script.boards();
    script.say({ kind: 'programme', meet: 'm1', show: 'p2', delayUs: 5 });
    const patches = foresee(before, script.records.slice(-1));
    expect(Object.fromEntries(patches)).toEqual({
      'meet/m1': { now: { race: 'p2', chosen: true } },
      now: { race: 'p2', chosen: true },
    });
    expect(stateOf(before, 'now')).not.toHaveProperty('race');
  });
});

describe('a programme with times', () => {
  const minutes = (count: number) => seconds(60 * count);
  const planned = (count: number) => gunUs + minutes(count);

  /** Races ten minutes apart, ice after the second and a ceremony after the last. */
  function timed(gaps: readonly number[] = [0, 10, 30]): Script {
    const meet = pairsMeet(500, gaps.length);
    return new Script({
      ...meet,
      races: meet.races.map((race, i) => ({ ...race, scheduledAt: planned(gaps[i]!) })),
      timetable: [
        { id: 'medals', kind: 'ceremony', name: 'Medals', at: planned(40) },
        { id: 'ice', kind: 'ice', at: planned(15), durationUs: minutes(15) },
      ],
    });
  }

  const expectedOf = (script: Script) => {
    const { races, timetable = {} } = script.meetState();
    return Object.fromEntries(
      Object.entries({ ...races, ...timetable }).flatMap(([id, { expectedAt }]) =>
        expectedAt === undefined ? [] : [[id, (expectedAt - gunUs) / minutes(1)]],
      ),
    );
  };
  const ordered = (script: Script) => {
    const { races, timetable = {} } = script.meetState();
    return Object.entries({ ...races, ...timetable })
      .sort(([, a], [, b]) => a.order - b.order)
      .map(([id, { order }]) => `${order} ${id}`);
  };

  it('[F29] has ice, breaks and ceremonies in their places among the races', () => {
    const script = timed();
    expect(ordered(script)).toEqual(['1 p1', '2 p2', '3 ice', '4 p3', '5 medals']);
    expect(script.meetState().timetable).toEqual({
      ice: { order: 3, kind: 'ice', at: planned(15), durationUs: minutes(15) },
      medals: { order: 5, kind: 'ceremony', name: 'Medals', at: planned(40) },
    });
  });

  it('[F29] is as late as the last race that started late, with everything to come', () => {
    const script = timed();
    script.start('p1', 60 * 5);
    expect(expectedOf(script)).toEqual({ p2: 15, ice: 20, p3: 35, medals: 45 });
    expect(now(script)).toMatchObject({ delayUs: minutes(5) });
    script.start('p2', 60 * 12);
    expect(expectedOf(script)).toEqual({ ice: 17, p3: 32, medals: 42 });
    script.start('p3', 60 * 29);
    expect(expectedOf(script)).toEqual({});
    expect(now(script)).not.toHaveProperty('delayUs');
  });

  it('[F29][P3] is the same in whatever order the guns arrived', () => {
    const script = timed();
    script.start('p2', 60 * 12);
    script.start('p1', 60 * 5);
    expect(expectedOf(script)).toEqual({ ice: 17, p3: 32, medals: 42 });
  });

  it('[F29] a start that is called back is measured again by the gun of the next attempt', () => {
    const script = timed();
    script.start('p1');
    script.say({ kind: 'clear', race: 'p1', reason: 'fall', upTo: planned(2) });
    expect(expectedOf(script)).toEqual({});
    script.start('p1', 60 * 8);
    expect(expectedOf(script)).toMatchObject({ p2: 18 });
  });

  it('[F29] is as late as the operator says, until the next gun', () => {
    const script = timed();
    script.say({ kind: 'programme', meet: 'm1', delayUs: minutes(20) });
    expect(expectedOf(script)).toEqual({ p1: 20, p2: 30, ice: 35, p3: 50, medals: 60 });
    script.start('p1', 60 * 3);
    expect(expectedOf(script)).toMatchObject({ p2: 13 });
    const id = script.decideAfter(60 * 4).say({ kind: 'programme', meet: 'm1', delayUs: minutes(7) });
    expect(expectedOf(script)).toMatchObject({ p2: 17 });
    expect(now(script)).toMatchObject({ delayUs: minutes(7) });
    script.retract(id);
    expect(expectedOf(script)).toMatchObject({ p2: 13 });
  });

  it('[F29] is on time again after a pause of four hours', () => {
    const script = timed([0, 10, 14 * 60]);
    script.start('p1', 60 * 5);
    expect(expectedOf(script)).toEqual({ p2: 15, ice: 20, medals: 45 });
  });

  it('[F29] has the ice behind the race that is expected before it now', () => {
    const script = timed();
    script.say({ kind: 'programme', meet: 'm1', delayUs: -minutes(6) });
    expect(expectedOf(script)).toEqual({ p1: -6, p2: 4, ice: 9, p3: 24, medals: 34 });
    expect(ordered(script)).toEqual(['1 p1', '2 p2', '3 ice', '4 p3', '5 medals']);
  });

  it('[F29][F5] is not made again by a reading, nor by what is decided about another meet', () => {
    const script = timed();
    script.start('p1');
    script.cross('e1', 10, { race: 'p1' });
    const before = script.boards();
    script.cross('e2', 11, { race: 'p1' });
    script.say({ kind: 'programme', meet: 'm2', delayUs: 5 });
    expect(fold(before, script.records.slice(-2)).changed.has('meet/m1')).toBe(false);
  });
});
