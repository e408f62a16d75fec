import { describe, expect, it } from 'vitest';
import { gunUs, pairsMeet, Script } from './script.ts';

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
    expect(now(script)).toEqual({ race: 'p1', onIce: ['p1'], next: 'p2' });
    script.start('p1', 1000);
    skate(script, 1, 36);
    expect(now(script)).toEqual({ race: 'p1', onIce: [], next: 'p2', lastResult: 'p1' });
    script.say({ kind: 'arm', race: 'p2' });
    expect(now(script)).toEqual({ race: 'p2', onIce: ['p2'], next: 'p3', lastResult: 'p1' });
  });

  it('[F23] stays with the race that skates while the next is called up', () => {
    const script = new Script(pairsMeet(500, 3));
    script.say({ kind: 'arm', race: 'p1' });
    script.start('p1', 1000);
    script.say({ kind: 'arm', race: 'p2' });
    expect(now(script)).toMatchObject({ race: 'p1', onIce: ['p1', 'p2'] });
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

  it('[F23] of several meets is the one that skates', () => {
    const script = new Script(pairsMeet(500, 1));
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
    const all = () => script.boards().now;
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
});
