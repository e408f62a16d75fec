import { describe, expect, it } from 'vitest';
import type { Meet } from '../../shared/meet.ts';
import { gunUs, massStartMeet, pairsMeet, Script, seconds, steady } from './script.ts';

const at = (time: number) => gunUs + seconds(time);

/** Two races of the same four. */
function twoRaces(): Meet {
  const meet = massStartMeet();
  return { ...meet, races: [meet.races[0]!, { ...meet.races[0]!, id: 'r2', name: 'B final' }] };
}

/** The laps of e1 as read by a decoder that knows no races, and what was decided about windows. */
function read(meet: Meet, times: readonly number[], tell: (script: Script) => void): Script {
  const script = new Script(meet);
  for (const time of times) script.read('T1a', time);
  tell(script);
  return script;
}

const lapsIn = (script: Script, race = 'r1') => script.row('e1', race).laps;

describe('the window of a race', () => {
  it.each([
    [29.999999, false],
    [30, true],
    [59.999999, true],
    [60, false],
  ])('[F13] armed from 30 s and closed at 60 s, a reading after %d s is in it: %s', (time, isIn) => {
    const script = read(massStartMeet(), [time], (s) => {
      s.say({ kind: 'arm', race: 'r1', fromUs: at(30) });
      s.say({ kind: 'close', race: 'r1', toUs: at(60) });
    });
    expect(script.meetRaces().binding.facts.has('r1')).toBe(isIn);
    expect(script.unbound()).toHaveLength(isIn ? 0 : 1);
  });

  it.each([
    ['from arm', { fromUs: at(30) }, [20, 60, 90], 2],
    ['from the gun where arm came too late', { fromUs: at(50) }, [20, 60], 2],
  ])('[F13] is open %s', (name, arm, times, laps) => {
    const script = read(massStartMeet(), times, (s) => {
      s.start('r1', name.includes('gun') ? 0 : 31);
      s.say({ kind: 'arm', race: 'r1', ...arm });
    });
    expect(lapsIn(script)).toBe(laps);
  });

  it('[F13] dates itself by its decision where nobody says otherwise', () => {
    const script = read(massStartMeet(), [30, 60, 90], (s) => {
      s.start();
      s.decideAfter(70).say({ kind: 'close', race: 'r1' });
    });
    expect(lapsIn(script)).toBe(2);
    expect(script.board().race.status).toBe('finished');
  });

  it('[F13] closed, a later word moves its end', () => {
    const script = read(massStartMeet(), [30, 60, 90, 120], (s) => {
      s.say({ kind: 'arm', race: 'r1', fromUs: at(-60) });
      s.start();
      s.say({ kind: 'close', race: 'r1', toUs: at(70) });
    });
    expect(lapsIn(script)).toBe(2);
    script.say({ kind: 'close', race: 'r1', toUs: at(100) });
    expect(lapsIn(script)).toBe(3);
    script.say({ kind: 'arm', race: 'r1', fromUs: at(110) });
    expect(script.board().race.status).toBe('running');
    expect(lapsIn(script)).toBe(4);
  });

  it('[F13] a second arm in mid-race, or a close that is retracted, loses no reading', () => {
    const script = read(massStartMeet(), steady(4), (s) => {
      s.say({ kind: 'arm', race: 'r1', fromUs: at(-60) });
      s.start();
      s.decideAfter(75).say({ kind: 'arm', race: 'r1' });
      s.retract(s.say({ kind: 'close', race: 'r1', toUs: at(40) }));
    });
    expect(lapsIn(script)).toBe(4);
    expect(script.board().race.status).toBe('running');
  });

  it.each([
    ['at the end of a window', 50, 2, 'running'],
    ['1 us before the end', 49.999999, 0, 'finished'],
    ['after the end', 100, 2, 'running'],
  ])('[F13] a gun %s: is it opened again?', (_, gun, laps, status) => {
    const script = read(massStartMeet(), [130, 160], (s) => {
      s.say({ kind: 'arm', race: 'r1', fromUs: at(0) });
      s.say({ kind: 'close', race: 'r1', toUs: at(50) });
      s.start('r1', gun);
    });
    expect(lapsIn(script)).toBe(laps);
    expect(script.board().race.status).toBe(status);
  });

  it('[F13] of a race that was never armed is opened by its gun and shut by its close', () => {
    const script = read(massStartMeet(), [30, 60, 90], (s) => {
      s.say({ kind: 'close', race: 'r1', toUs: at(70) });
      s.start();
    });
    expect(lapsIn(script)).toBe(2);
    expect(script.board().race.status).toBe('finished');
    script.say({ kind: 'clear', race: 'r1', upTo: at(75), reason: 'fall' });
    script.start('r1', 300);
    expect(script.board().race.status).toBe('running');
  });

  it('[F13] with neither arm nor gun there is none', () => {
    const script = read(massStartMeet(), [30], () => {});
    expect(script.unbound()).toEqual([{ fact: 'f2', why: 'no-window' }]);
  });
});

describe('readings of no race', () => {
  it('[F14] late as they come, count by their own instant against the window', () => {
    const script = new Script(massStartMeet());
    script.start();
    script.say({ kind: 'close', race: 'r1', toUs: at(70) });
    script.read('T1a', 60);
    script.read('T1a', 90);
    script.read('T1a', 30);
    expect(lapsIn(script)).toBe(2);
  });

  it('[F14] named for a race, they count inside its window and outside', () => {
    const script = new Script(massStartMeet());
    script.start();
    script.say({ kind: 'close', race: 'r1', toUs: at(70) });
    script.laps('e1', [60, 90, 30]);
    expect(lapsIn(script)).toBe(3);
  });

  it('[F15] where windows overlap belong to the race called up last among those in which somebody wears it', () => {
    const script = read(twoRaces(), [30, 60, 90, 120], (s) => {
      s.say({ kind: 'arm', race: 'r2', fromUs: at(100) });
      s.say({ kind: 'arm', race: 'r1', fromUs: at(-10) });
      s.start();
      s.start('r2', 101);
    });
    expect([lapsIn(script), lapsIn(script, 'r2')]).toEqual([3, 1]);
    script.say({ kind: 'entry', race: 'r2', entry: 'e1', transponders: [] });
    expect([lapsIn(script), lapsIn(script, 'r2')]).toEqual([4, 0]);
  });

  it('[F15] bind again when a window moves, and are listed while they fit none', () => {
    const script = read(twoRaces(), [30, 60], (s) => {
      s.say({ kind: 'arm', race: 'r1', fromUs: at(-10) });
      s.start();
    });
    expect(lapsIn(script)).toBe(2);
    script.say({ kind: 'arm', race: 'r2', fromUs: at(50) });
    expect(lapsIn(script)).toBe(1);
    script.say({ kind: 'close', race: 'r2', toUs: at(55) });
    expect(lapsIn(script)).toBe(2);
    script.say({ kind: 'close', race: 'r1', toUs: at(55) });
    expect(lapsIn(script)).toBe(1);
    expect(script.unbound()).toEqual([{ fact: 'f3', why: 'no-window' }]);
  });

  it('[F15] bind again by when they happened, not by when they say, where they were amended', () => {
    const script = read(massStartMeet(), [-500], (s) => {
      s.say({ kind: 'amend', target: 'f2', toAt: at(60) });
      s.say({ kind: 'arm', race: 'r1', fromUs: at(-10) });
      s.start();
    });
    const before = script.boards();
    expect(lapsIn(script)).toBe(1);
    script.say({ kind: 'close', race: 'r1', toUs: at(50) });
    expect(script.stepOf(before).events.races.byMeet.get('m1')?.binding.facts.size).toBe(0);
  });

  it('[F15] bind again when an assignment moves, and say where nobody known wears it', () => {
    const script = new Script(massStartMeet());
    script.start();
    const id = script.read('X9', 30);
    expect(script.unbound()).toEqual([{ fact: id, why: 'unknown-transponder' }]);
    script.say({ kind: 'assign', transponder: 'X9', entry: 'e4' });
    expect(script.unbound()).toEqual([]);
    expect(script.row('e4').laps).toBe(1);
  });

  it('[F15] at a loop that is not of the track bind to no race', () => {
    const script = new Script(massStartMeet());
    script.start();
    script.read('T1a', 30, { loop: 'elsewhere' });
    expect(script.unbound()).toHaveLength(1);
  });

  it('[F15] with a lane count for who skates in it, in the pair called up last', () => {
    const script = new Script(pairsMeet(1000, 2));
    script.start('p1');
    script.read('', 18, { transponder: undefined, lane: 'outer', how: 'manual' });
    expect(script.row('e2', 'p1').timeUs).toBe(seconds(18));
    script.start('p2', 30);
    script.read('', 48, { transponder: undefined, lane: 'outer', how: 'manual' });
    expect(script.row('e4', 'p2').timeUs).toBe(seconds(18));
    expect(script.row('e2', 'p1').laps).toBe(1);
  });

  it('[F15] a beam without a name is looked at by every race whose window is open', () => {
    const script = new Script(pairsMeet(1000, 2));
    script.start('p1');
    script.start('p2', 30);
    script.read('T1a', 46);
    script.read('', 46.02, { transponder: undefined, how: 'optical' });
    expect(script.row('e1', 'p1').basis).toBe('optical');
  });

  it('[F15] windows are on the clock of the race', () => {
    const script = new Script(massStartMeet());
    script.say({ kind: 'sync', of: 'decoder', offsetUs: seconds(3600) });
    script.start();
    script.say({ kind: 'close', race: 'r1', toUs: at(70) });
    for (const time of [3630, 3660, 3690]) script.read('T1a', time, { source: 'decoder' });
    expect(lapsIn(script)).toBe(2);
    expect(script.row('e1').timeUs).toBe(seconds(60));
  });
});

describe('a gun of no race', () => {
  it('[F16] starts the race called up last', () => {
    const script = new Script(twoRaces());
    script.say({ kind: 'arm', race: 'r1', fromUs: at(-100) });
    script.say({ kind: 'arm', race: 'r2', fromUs: at(-50) });
    script.say({ kind: 'start', at: at(0), source: 'timing' });
    expect([script.board().race.status, script.board('r2').race.status]).toEqual(['armed', 'running']);
  });

  it('[F16] starts nothing where nothing is armed', () => {
    const script = new Script(massStartMeet());
    script.say({ kind: 'start', at: at(0), source: 'timing' });
    expect(script.board().race.status).toBe('scheduled');
    script.say({ kind: 'arm', race: 'r1', fromUs: at(-1) });
    expect(script.board().race.status).toBe('running');
  });
});

describe('a start without a gun', () => {
  const rules = { startBy: 'firstPassing' };

  it('[P6] is the first passing after arm, which is no lap', () => {
    const script = read(massStartMeet({ rules }), [-5, 0.5, 30.5], (s) => {
      s.read('T2a', 0);
      s.say({ kind: 'arm', race: 'r1', fromUs: at(-1) });
    });
    expect(script.board().clock).toEqual({ 1: { startUs: at(0) } });
    expect(script.row('e1')).toMatchObject({ laps: 1, timeUs: seconds(30.5) });
    expect(script.row('e2').laps).toBe(0);
  });

  it('[P6] needs arm, also of readings that name the race', () => {
    const script = new Script(massStartMeet({ rules }));
    script.laps('e1', [0, 30]);
    expect(script.board().race.status).toBe('scheduled');
    script.say({ kind: 'arm', race: 'r1', fromUs: at(0) });
    expect(script.row('e1')).toMatchObject({ laps: 1, timeUs: seconds(30) });
  });

  it('[P6] is the gun where there is one', () => {
    const script = read(massStartMeet({ rules }), [0.5, 30.5], (s) => {
      s.say({ kind: 'arm', race: 'r1', fromUs: at(-1) });
      s.start('r1', 0.2);
    });
    expect(script.board().clock).toEqual({ 1: { startUs: at(0.2) } });
  });

  it('[P6] of two at the same instant it does not matter which came first', () => {
    const boards = [
      ['a', 'b'],
      ['b', 'a'],
    ].map((ids) => {
      const script = new Script(massStartMeet({ rules }));
      script.say({ kind: 'arm', race: 'r1', fromUs: at(-1) });
      for (const id of ids) script.read(id === 'a' ? 'T1a' : 'T2a', 0, { id, source: id });
      script.read('T1a', 30, { source: 'a' });
      return script.board();
    });
    expect(boards[0]).toEqual(boards[1]);
  });
});
