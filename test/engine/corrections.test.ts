import { describe, expect, it } from 'vitest';
import { at, bunch, log, raced, told } from './laps.ts';
import { seconds } from './script.ts';

describe('a correction', () => {
  it('[F24][F27] takes back what it makes untrue and is told, with the time before and after', () => {
    const script = raced([bunch, bunch], { laps: 4 });
    const wrong = ['e1', 'e2'].map((entry, i) => script.cross(entry, 87 + i / 5, { how: 'optical' }));
    script.cross('e1', 87.03);
    script.cross('e2', 87.23);
    for (const [i, us] of bunch.slice(2).entries()) script.cross(`e${i + 3}`, 90 + us);
    expect(Object.keys(log(script))).toEqual(expect.arrayContaining(['attack-3', 'bell']));
    const retractions = wrong.map((id) => script.decideAfter(120).retract(id));
    expect(log(script)[retractions[0]!]).toMatchObject({
      says: {
        code: 'corrected',
        values: { name: 'Skater 1', point: '3', beforeUs: seconds(87), afterUs: seconds(87.03), cause: 'retracted' },
      },
      about: ['e1'],
    });
    for (const id of ['e1', 'e2']) {
      const reading = script.records.findLast((r) => r.kind === 'passing' && r.entry === id && r.how === 'transponder');
      script.say({ kind: 'amend', target: (reading as { id: string }).id, toAt: at(89.9) });
    }
    expect(told(script, 'attack')).toEqual([]);
    expect(told(script, 'corrected').map(([id]) => id)).toEqual(['corrected-e1-3', 'corrected-e2-3', ...retractions]);
  });

  it('[F27] of a reading that was a passing by itself says so, and nothing once it is restored', () => {
    const script = raced([bunch]);
    const target = script.cross('e1', 58);
    const id = script.decideAfter(70).retract(target);
    expect(log(script)[id]?.says).toEqual({
      code: 'removed',
      values: { name: 'Skater 1', beforeUs: seconds(58), cause: 'retracted' },
    });
    script.say({ kind: 'restore', target });
    expect(told(script, 'removed')).toEqual([]);
  });

  it('[F27] of a second ankle, which nobody was shown, is not told', () => {
    const script = raced([bunch]);
    const id = script.decideAfter(70).retract(script.cross('e1', 30.1));
    expect(log(script)).not.toHaveProperty(id);
  });

  it('[F27] that gives a reading to another names both', () => {
    const script = raced([bunch]);
    const target = script.cross('e1', 60);
    const id = script.decideAfter(70).say({ kind: 'amend', target, toEntry: 'e2' });
    expect(log(script)[id]).toMatchObject({
      says: { code: 'moved', values: { timeUs: seconds(60), before: 'Skater 1', after: 'Skater 2', cause: 'amended' } },
      about: ['e2', 'e1'],
    });
  });

  it('[F27][P5] by which a transponder is assigned after it was read counts its readings', () => {
    const script = raced([bunch]);
    script.read('X9', 60, { race: 'r1' });
    const id = script.decideAfter(70).say({ kind: 'assign', race: 'r1', transponder: 'X9', entry: 'e3' });
    expect(log(script)[id]?.says).toEqual({
      code: 'assigned',
      values: { name: 'Skater 3', transponder: 'X9', readings: 1, cause: 'assigned' },
    });
    const early = script.say({ kind: 'assign', race: 'r1', transponder: 'X8', entry: 'e3' });
    expect(log(script)).not.toHaveProperty(early);
  });
});
