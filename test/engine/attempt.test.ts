import { describe, expect, it } from 'vitest';
import { gunUs, massStartMeet, pairsMeet, raced, Script, seconds } from './script.ts';

const at = (time: number) => gunUs + seconds(time);

describe('a new attempt', () => {
  it('[F17] hides starts, readings and orders up to its instant; cards, rulings, assignments and length stay', () => {
    const script = raced();
    script.rule('e1', 'YC');
    script.rule('e2', 'DNF');
    script.say({ kind: 'falseStart', race: 'r1', entry: 'e3' });
    script.say({ kind: 'assign', transponder: 'X9', entry: 'e4' });
    script.say({ kind: 'length', race: 'r1', laps: 5 });
    script.say({ kind: 'sprint', race: 'r1', sprint: 1, order: [['e4']] });
    script.say({ kind: 'finish', race: 'r1', order: [['e4']] });
    script.say({ kind: 'clear', race: 'r1', upTo: at(200), reason: 'fall' });
    script.start('r1', 300);
    script.read('X9', 330);
    const board = script.board();
    expect(board.race).toMatchObject({ attempt: 2, status: 'running', cleared: 'fall' });
    expect(board.clock).toEqual({ 1: { startUs: at(300) } });
    expect(board.laps.total).toBe(5);
    expect(board.sprints['1']?.state).toBe('ahead');
    expect(['e1', 'e2', 'e3', 'e4'].map((entry) => board.rows[entry]?.laps)).toEqual([0, 0, 0, 1]);
    expect(board.rows).toMatchObject({ e1: { marks: { YC: true } }, e2: { status: 'DNF' }, e3: { falseStarts: 1 } });
  });

  it.each([
    ['up to the instant is of the old attempt', 100, 0],
    ['1 us after it is of the new', 100.000001, 1],
  ])('[F17] a start %s', (_, start, starts) => {
    const script = new Script(massStartMeet());
    script.start();
    script.say({ kind: 'clear', race: 'r1', upTo: at(100), reason: 'test' });
    script.start('r1', start);
    expect(script.state().attempt.starts.size).toBe(starts);
  });

  it('[F17] dates itself by its decision, and the latest of several holds', () => {
    const script = raced();
    script.decideAfter(100).say({ kind: 'clear', race: 'r1', reason: 'stopped' });
    script.say({ kind: 'clear', race: 'r1', upTo: at(10), reason: 'test' });
    expect(script.board().race.attempt).toBe(3);
    expect(script.row('e1').laps).toBe(0);
  });
});

describe('shots and clocks', () => {
  it('[M9] the first shot starts the race; a second, at the end of the neutral lap, is kept and told', () => {
    const script = new Script(massStartMeet());
    script.start('r1', 31);
    script.start('r1', 0);
    script.cross('e1', 30);
    expect(script.board().clock).toEqual({ 1: { startUs: gunUs, shots: [at(31)] } });
    expect(script.row('e1').timeUs).toBe(seconds(30));
  });

  it('[F18] two start groups have a clock each', () => {
    const script = new Script(pairsMeet(1000, 1));
    script.say({ kind: 'start', race: 'p1', at: at(0), source: 'timing', group: '1' });
    script.say({ kind: 'start', race: 'p1', at: at(20), source: 'timing', group: '2' });
    expect(script.board('p1').clock).toEqual({ 1: { startUs: at(0) }, 2: { startUs: at(20) } });
  });

  it('[F19] of each source the last word about its clock holds', () => {
    const script = new Script(massStartMeet());
    script.start();
    script.cross('e1', 31, { source: 'decoder' });
    for (const offsetUs of [5_000_000, 1_000_000]) script.say({ kind: 'sync', of: 'decoder', offsetUs });
    expect(script.row('e1')).toMatchObject({ timeUs: seconds(30), flags: {} });
  });

  it('[F19] an offset that leads out of time is held at its ends', () => {
    const script = new Script(massStartMeet());
    script.start();
    script.cross('e1', 30);
    script.say({ kind: 'sync', of: 'timing', offsetUs: Number.MAX_SAFE_INTEGER });
    expect(script.board().clock).toEqual({ 1: { startUs: 0 } });
    script.say({ kind: 'sync', of: 'timing', offsetUs: -Number.MAX_SAFE_INTEGER });
    expect(script.board().clock).toEqual({ 1: { startUs: Number.MAX_SAFE_INTEGER } });
  });
});
