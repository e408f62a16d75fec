import { describe, expect, it } from 'vitest';
import { gunUs, massStartMeet, pairsMeet, Script, seconds } from './script.ts';

const optical = { how: 'optical', race: 'p1' } as const;
const ankle = { race: 'p1' } as const;
const photo = { how: 'photo', race: 'p1' } as const;

function onePair(distance = 1000): Script {
  const script = new Script(pairsMeet(distance, 1));
  script.start('p1');
  return script;
}

const split = (script: Script, entry: string, point = '200', race = 'p1') =>
  script.board(race).rows[entry]?.splits[point];
const corrections = (script: Script, race = 'p1') =>
  Object.values(script.board(race).log).filter(({ says }) => says.code === 'corrected');

describe('a beam that no ankle has confirmed', () => {
  it('[P1a] is an estimate in a lane, until an ankle agrees', () => {
    const script = onePair();
    script.cross('e1', 18.2, optical);
    expect(split(script, 'e1')).toMatchObject({ timeUs: seconds(18.2), basis: 'optical', estimated: true });
    expect(script.board('p1').rows.e1?.flags.estimated).toBe(true);
    script.cross('e1', 18.196, ankle);
    expect(split(script, 'e1')).toEqual({ ...split(script, 'e1'), timeUs: seconds(18.2), basis: 'optical' });
    expect(split(script, 'e1')).not.toHaveProperty('estimated');
    expect(script.board('p1').rows.e1?.flags).not.toHaveProperty('estimated');
  });

  it('[P1a] gives way to an ankle that disagrees', () => {
    const script = onePair();
    script.cross('e1', 18.1, optical);
    script.cross('e1', 18.2, ankle);
    expect(split(script, 'e1')).toMatchObject({ timeUs: seconds(18.2), basis: 'transponder' });
  });

  it('[P1a] is a measurement once the operator shows it', () => {
    const script = onePair();
    const target = script.cross('e1', 18.2, optical);
    script.say({ kind: 'present', target, race: 'p1' });
    expect(split(script, 'e1')).not.toHaveProperty('estimated');
  });

  it('[P1a] is nothing in a pack, whoever it names', () => {
    const script = new Script(massStartMeet());
    script.start();
    script.cross('e1', 30.1, { how: 'optical' });
    expect(script.board().rows.e1?.splits).toEqual({});
    script.cross('e1', 30.11);
    expect(script.board().rows.e1?.splits['1']).toMatchObject({ timeUs: seconds(30.1), basis: 'optical' });
  });

  it('[P1a] is compared with others, and of them only its own pair with it', () => {
    const script = new Script(pairsMeet(1000, 2));
    script.start('p1');
    script.cross('e1', 17.9, optical);
    script.cross('e2', 18.3, ankle);
    expect(split(script, 'e2')).toMatchObject({ rank: 2 });
    script.start('p2', 120);
    script.cross('e3', 138.1, { race: 'p2' });
    expect(split(script, 'e3', '200', 'p2')).toMatchObject({ rank: 1, timeUs: seconds(18.1) });
    expect(script.board('p2').best['200']).toMatchObject({ entry: 'e2' });
    script.cross('e1', 17.91, ankle);
    expect(split(script, 'e3', '200', 'p2')).toMatchObject({ rank: 2 });
  });
});

describe('two skaters close together', () => {
  it('[P1a] are ordered on the kind of reading that saw both', () => {
    const script = onePair();
    script.cross('e1', 18.2, ankle);
    script.cross('e2', 18.195, ankle);
    script.cross('e2', 18.21, optical);
    expect(script.board('p1').rows.e2).toMatchObject({ position: 1, timeUs: seconds(18.21) });
    expect(script.board('p1').rows.e1).toMatchObject({ position: 2, timeUs: seconds(18.2) });
    expect(script.board('p1').rows.e1?.flags).not.toHaveProperty('estimated');
  });

  it('[P1a] are ordered by the picture where it saw both, whatever the ankles said', () => {
    const script = onePair();
    script.cross('e1', 18.2, ankle);
    script.cross('e2', 18.195, ankle);
    script.cross('e1', 18.19, photo);
    script.cross('e2', 18.191, photo);
    expect(script.board('p1').rows.e1?.position).toBe(1);
  });

  it('[P1a] are a guess where nothing saw both, and say so', () => {
    const script = onePair();
    script.cross('e1', 18.2, ankle);
    script.cross('e2', 18.21, photo);
    expect(script.board('p1').rows.e1?.flags.estimated).toBe(true);
    expect(script.board('p1').rows.e2?.flags.estimated).toBe(true);
  });
});

describe('another reading comes to be shown', () => {
  it('[P1] a picture that changes the printed time is told with before, after and cause', () => {
    const script = onePair();
    script.cross('e1', 18.2, ankle);
    script.cross('e1', 18.214, photo);
    expect(corrections(script)).toMatchObject([
      {
        at: gunUs + seconds(18.214),
        about: ['e1'],
        says: { values: { point: '200', beforeUs: seconds(18.2), afterUs: seconds(18.214), cause: 'photo' } },
      },
    ]);
  });

  it('[P1] one that leaves the printed time as it was is not', () => {
    const script = onePair();
    script.cross('e1', 18.2, ankle);
    script.cross('e1', 18.209, photo);
    expect(split(script, 'e1')?.basis).toBe('photo');
    expect(corrections(script)).toEqual([]);
  });

  it('[P1] what an operator chose or moved is told as his', () => {
    const script = onePair();
    const target = script.cross('e1', 18.2, ankle);
    script.cross('e1', 18.22, { ...optical });
    script.say({ kind: 'present', target, race: 'p1' });
    expect(corrections(script)[0]?.says.values).toMatchObject({ beforeUs: seconds(18.22), cause: 'operator' });
    const moved = script.cross('e2', 18.5, ankle);
    script.say({ kind: 'amend', target: moved, toAt: gunUs + seconds(18.6), race: 'p1' });
    expect(corrections(script)[1]?.says.values).toMatchObject({
      beforeUs: seconds(18.5),
      afterUs: seconds(18.6),
      cause: 'operator',
    });
  });
});

describe('clocks and attempts', () => {
  it('[I6] a time since the gun of an attempt that was cleared is not of the next one', () => {
    const script = onePair();
    script.cross('e1', 18.2, { ...ankle, elapsedUs: seconds(18.2) });
    script.say({ kind: 'clear', race: 'p1', reason: 'falseStart', upTo: gunUs + seconds(40) });
    script.start('p1', 300);
    expect(script.board('p1').rows.e1?.splits).toEqual({});
    script.cross('e1', 318.5, { ...ankle, elapsedUs: seconds(18.5) });
    expect(split(script, 'e1')?.timeUs).toBe(seconds(18.5));
  });

  it.each([
    [1, 2],
    [20, 1],
  ])('[L3] at %i times the speed of the ice a pair is compared with what was earlier on the ice', (clockRate, rank) => {
    const meet = pairsMeet(1000, 2);
    const script = new Script({ ...meet, races: meet.races.map((race) => ({ ...race, clockRate })) });
    script.start('p1');
    script.cross('e1', 20, ankle);
    // Called up 60 s later, which at 20 times the speed is 3 s.
    script.start('p2', 3);
    script.cross('e3', 3 + 18, { race: 'p2' });
    script.cross('e4', 3 + 16, { race: 'p2' });
    expect(split(script, 'e1')?.rank).toBe(rank);
    expect(split(script, 'e3', '200', 'p2')?.rank).toBe(2);
  });
});
