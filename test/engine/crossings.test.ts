import { describe, expect, it } from 'vitest';
import type { How } from '../../shared/facts.ts';
import { massStartMeet, pairsMeet, Script, seconds, steady } from './script.ts';

/** A lone skater's first lap, seen in these ways at these times; the time that is shown. */
function shown(...seen: readonly (readonly [how: How, time: number])[]): number | undefined {
  const script = new Script(massStartMeet());
  script.start();
  for (const [how, time] of seen) script.cross('e1', time, { how });
  return script.row('e1').timeUs;
}

describe('one crossing, many readings', () => {
  it.each([
    [
      'both ankles: the first',
      [
        ['transponder', 30.1],
        ['transponder', 30.12],
      ],
      30.1,
    ],
    [
      'a beam over the ankles it agrees with',
      [
        ['transponder', 30.1],
        ['optical', 30.08],
      ],
      30.08,
    ],
    [
      'the picture over everything',
      [
        ['transponder', 30.1],
        ['optical', 30.09],
        ['photo', 30.11],
        ['manual', 30],
      ],
      30.11,
    ],
    ['a hand where nothing else is', [['manual', 30.4]], 30.4],
    [
      'an ankle over a hand that was a second early',
      [
        ['manual', 29.2],
        ['transponder', 30.2],
      ],
      30.2,
    ],
    [
      'two pictures: the first',
      [
        ['photo', 30.11],
        ['photo', 30.105],
      ],
      30.105,
    ],
  ] as const)('[P1] %s', (_, seen, time) => {
    expect(shown(...seen)).toBe(seconds(time));
  });

  it.each([
    ['within half a second belongs to it', 30.6, 30.6],
    ['half a second later is a stray', 30.600001, 30.1],
  ])('[P1] a picture %s', (_, photo, time) => {
    expect(shown(['transponder', 30.1], ['photo', photo])).toBe(seconds(time));
  });

  it('[P1] the operator may choose another reading, and the last choice holds', () => {
    const script = new Script(massStartMeet());
    script.start();
    const ankle = script.cross('e1', 30.1);
    const photo = script.cross('e1', 30.12, { how: 'photo' });
    const other = script.cross('e1', 30.14);
    script.say({ kind: 'present', target: ankle });
    expect(script.row('e1').timeUs).toBe(seconds(30.1));
    script.say({ kind: 'present', target: other });
    expect(script.row('e1').timeUs).toBe(seconds(30.14));
    script.say({ kind: 'present', target: ankle });
    expect(script.row('e1').timeUs).toBe(seconds(30.1));
    script.say({ kind: 'present', target: photo });
    expect(script.row('e1')).toMatchObject({ timeUs: seconds(30.12), basis: 'photo' });
    script.retract(script.say({ kind: 'present', target: other }));
    expect(script.row('e1').timeUs).toBe(seconds(30.12));
  });

  it('[P1] the kind of the reading that is shown is told', () => {
    const script = new Script(massStartMeet());
    script.start();
    script.cross('e1', 30.1);
    expect(script.row('e1').basis).toBe('transponder');
    script.cross('e1', 30.11, { how: 'photo' });
    expect(script.row('e1')).toMatchObject({ basis: 'photo', splits: { 1: { basis: 'photo' } } });
  });
});

describe('beams', () => {
  const beam = { how: 'optical', entry: undefined } as const;

  function crossedTogether(...times: readonly number[]): Script {
    const script = new Script(massStartMeet());
    script.start();
    for (const [index, time] of times.entries()) script.cross(`e${index + 1}`, time);
    return script;
  }

  it.each([
    ['agrees within 50 ms', 30.15, 30.15],
    ['is 1 us further off', 30.150001, 30.1],
  ])('[P1a] a beam counts where it %s', (_, at, time) => {
    const script = crossedTogether(30.1);
    script.cross('', at, beam);
    expect(script.row('e1').timeUs).toBe(seconds(time));
  });

  it('[P1a] a beam in a pack is nobody’s', () => {
    const script = crossedTogether(30.1, 30.13);
    script.cross('', 30.115, beam);
    expect(script.row('e1').timeUs).toBe(seconds(30.1));
    expect(script.row('e2').timeUs).toBe(seconds(30.13));
  });

  it('[P1a] a beam is of the loop it stands at', () => {
    const loops = [
      { id: 'finish', atMetres: 0 },
      { id: 'back', atMetres: 200 },
    ];
    const script = new Script(massStartMeet({ loops }));
    script.start();
    script.cross('e1', 15.1, { loop: 'back' });
    script.cross('', 15.12, { ...beam, loop: 'finish' });
    expect(script.row('e1').splits['1.back']?.timeUs).toBe(seconds(15.1));
  });

  it('[P1a] a beam the entry’s own transponder denies is not shown', () => {
    expect(shown(['transponder', 30.1], ['optical', 30.02])).toBe(seconds(30.1));
    expect(shown(['optical', 30.02], ['transponder', 30.1])).toBe(seconds(30.1));
  });

  it.each(['DNS', 'WDR'] as const)('[P1a] no beam counts for one who is %s', (status) => {
    const script = new Script(pairsMeet(1000, 1));
    script.start('p1');
    script.say({ kind: 'ruling', race: 'p1', entry: 'e1', status });
    script.cross('e1', 17.9, { race: 'p1', how: 'optical' });
    script.cross('', 18.1, { race: 'p1', ...beam });
    expect(script.row('e1', 'p1').splits).toEqual({});
    script.cross('e2', 18.1, { race: 'p1' });
    expect(script.row('e2', 'p1').splits['200']).toMatchObject({ timeUs: seconds(18.1), rank: 1 });
  });

  it.each([
    ['nearer than 50 ms', 30.149999, true],
    ['50 ms apart', 30.15, undefined],
  ])('[P1a] neighbours %s seen by different kinds of device', (_, at, estimated) => {
    const script = crossedTogether(30.1);
    script.cross('e2', at, { how: 'photo' });
    expect(script.row('e1').flags.estimated).toBe(estimated);
    expect(script.row('e2').flags.estimated).toBe(estimated);
    script.cross('e1', 30.11, { how: 'photo' });
    expect(script.row('e2').flags.estimated).toBeUndefined();
  });

  it('[P1a] the photo finish’s order makes them certain', () => {
    const script = new Script(massStartMeet({ skaters: 2, rules: { laps: 1 } }));
    script.start();
    script.cross('e1', 30.1);
    script.cross('e2', 30.11, { how: 'photo' });
    expect(script.row('e1').flags.estimated).toBe(true);
    script.say({ kind: 'finish', race: 'r1', order: [['e1'], ['e2']] });
    expect(script.row('e1').flags).toEqual({ finished: true });
  });
});

describe('guards', () => {
  it.each([
    ['1 us before the guard is over is the same crossing', 44.999999, 1],
    ['when it is over is the next', 45, 2],
  ])('[P2] a reading %s', (_, at, laps) => {
    const script = new Script(massStartMeet());
    script.start();
    script.laps('e1', [30, at]);
    expect(script.row('e1').laps).toBe(laps);
  });

  it('[P2] a guard that began late stays where it is, however many readings follow', () => {
    const script = new Script(massStartMeet());
    script.start();
    script.laps('e1', [30, 40, 44, 46]);
    expect(script.row('e1').laps).toBe(2);
    expect(script.row('e1').timeUs).toBe(seconds(46));
  });

  it('[P2] the guard is the meet’s', () => {
    const script = new Script(massStartMeet({ rules: { guardUs: seconds(5) } }));
    script.start();
    script.laps('e1', [30, 36]);
    expect(script.row('e1').laps).toBe(2);
  });

  // 100 m in 9.2 s, then 17 m/s: 400 m in 26.847 s, of which 60 %.
  it.each([
    ['massStart', 16.108234, 0],
    ['massStart', 16.108235, 1],
  ])('[P2a] in a %s a first reading after %d s makes %d laps', (_, at, laps) => {
    const script = new Script(massStartMeet());
    script.start();
    script.cross('e1', at);
    expect(script.row('e1').laps).toBe(laps);
  });

  it.each([
    [500, '100', 5.519999, false],
    [500, '100', 5.52, true],
    [1000, '200', 9.049411, false],
    [1000, '200', 9.049412, true],
  ])('[P2a] in a %d m the split at %s after %d s counts: %s', (distance, point, at, counts) => {
    const script = new Script(pairsMeet(distance, 1));
    script.start('p1');
    script.cross('e1', at, { race: 'p1' });
    expect(script.row('e1', 'p1').splits[point] !== undefined).toBe(counts);
  });

  it('[P2a] the start at the loop and readings before the gun are no lap and begin no guard', () => {
    const script = new Script(massStartMeet());
    script.start();
    script.laps('e1', [-20, 0.4, 3, 16.2]);
    expect(script.row('e1')).toMatchObject({ laps: 1, timeUs: seconds(16.2) });
  });

  it('[P2a] the meet may say it otherwise', () => {
    const script = new Script(massStartMeet({ rules: { firstGuardUs: seconds(20) } }));
    script.start();
    script.laps('e1', [19.999999, 35]);
    expect(script.row('e1')).toMatchObject({ laps: 1, timeUs: seconds(35) });
  });

  it('[P2b] readings after the end are kept and never counted', () => {
    const script = new Script(massStartMeet({ rules: { laps: 3 } }));
    script.start();
    script.laps('e1', steady(5));
    expect(script.row('e1')).toMatchObject({ laps: 3, timeUs: seconds(90), flags: { finished: true } });
    script.say({ kind: 'length', race: 'r1', laps: 5 });
    expect(script.row('e1')).toMatchObject({ laps: 5, timeUs: seconds(150) });
  });
});
