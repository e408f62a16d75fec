import { describe, expect, it } from 'vitest';
import { stateOf } from '../../server/engine/fold.ts';
import type { Board } from '../../shared/board.ts';
import { gunUs, massStartMeet, pairsMeet, Script, seconds, shortTrackMeet, steady } from './script.ts';
import { finished, rules } from './three-laps.ts';

function signed(): Script {
  const script = finished();
  script.say({ kind: 'official', race: 'r1', signer: 'R. Eferee' });
  return script;
}

/** All that a signature freezes. */
function frozen({ race: { revision, ...race }, log: _, ...rest }: Board): object {
  return { race, number: revision?.number, hash: revision?.hash, ...rest };
}

describe('a signature', () => {
  it('[O1] makes a numbered revision with signer, instant and hash', () => {
    const { race } = signed().board();
    expect(race).toMatchObject({ status: 'official', revision: { number: 1, signer: 'R. Eferee' } });
    expect(race.revision?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(race.revision?.pending).toBeUndefined();
  });

  it.each([
    ['a ruling', (s: Script) => s.rule('e1', 'DQ')],
    ['a late reading', (s: Script) => s.read('T1b', 90.1, { how: 'photo' })],
    ['a retraction', (s: Script) => s.retract('f4')],
    ['a photo-finish order', (s: Script) => s.say({ kind: 'finish', race: 'r1', order: [['e3'], ['e2']] })],
    ['another length', (s: Script) => s.say({ kind: 'length', race: 'r1', laps: 2 })],
    ['a change of the start list', (s: Script) => s.say({ kind: 'entry', race: 'r1', entry: 'e1', name: 'Another' })],
    ['a transponder given to another', (s: Script) => s.say({ kind: 'assign', transponder: 'T1a', entry: 'e2' })],
    ['a window shut earlier', (s: Script) => s.say({ kind: 'close', race: 'r1', toUs: gunUs + seconds(70) })],
    ['a clear', (s: Script) => s.decideAfter(300).say({ kind: 'clear', race: 'r1', reason: 'fall' })],
    ['a clock compared', (s: Script) => s.say({ kind: 'sync', of: 'timing', offsetUs: 5_000_000 })],
    ['a protest', (s: Script) => s.say({ kind: 'protest', race: 'r1', by: 'NOR', about: 'a push' })],
    ['the officials', (s: Script) => s.say({ kind: 'officials', race: 'r1', referee: 'Another' })],
  ])('[O1] stays what it is after %s', (_, tell) => {
    const script = signed();
    const before = frozen(script.board());
    tell(script);
    expect(frozen(script.board())).toEqual(before);
  });

  it('[O1] stays what it is when another race called up later claims its readings', () => {
    const meet = massStartMeet({ skaters: 3, rules });
    const twice = { ...meet, races: [...meet.races, { ...meet.races[0]!, id: 'r2' }] };
    const script = finished(twice);
    script.say({ kind: 'official', race: 'r1', signer: 'R' });
    const before = frozen(script.board());
    script.say({ kind: 'arm', race: 'r2', fromUs: gunUs + seconds(10) });
    expect(frozen(script.board())).toEqual(before);
    expect(script.board().race.revision?.pending).toMatchObject({ e1: { laps: { before: 3, after: 0 } } });
  });

  it('[O1] stays what it is when the meet is replaced', () => {
    const script = signed();
    const before = frozen(script.board());
    const meet = massStartMeet({ skaters: 3, rules: { laps: 5 } });
    script.replaceMeet({ ...meet, races: [{ ...meet.races[0]!, name: 'Renamed' }] });
    expect(frozen(script.board())).toEqual(before);
    script.say({ kind: 'reopen', race: 'r1' });
    expect(script.board().race.name).toBe('Renamed');
    expect(script.board().laps.total).toBe(5);
  });

  it('[F2] where its event became another kind, the signed race is the same step by step and from nothing', () => {
    const script = new Script(pairsMeet(1000, 1));
    script.say({ kind: 'official', race: 'p1', signer: 'R. Eferee' });
    const before = script.boards();
    const [event] = shortTrackMeet(1000).events;
    script.replaceMeet({ ...script.meet, events: [{ ...event!, id: 'pairs' }] });
    expect(stateOf(script.stepOf(before), 'race/p1')).toEqual(script.board('p1'));
  });

  it('[O1] what later facts would change is announced, figure by figure', () => {
    const script = signed();
    script.rule('e1', 'DQ');
    expect(script.board().race.revision?.pending).toEqual({
      e1: {
        rank: { before: 1, after: 3 },
        timeUs: { before: seconds(90.2) },
        s1: { before: 3 },
        s2: { before: 60 },
        total: { before: 63, after: 0 },
        status: { after: 'DQ' },
      },
      e2: {
        rank: { before: 2, after: 1 },
        s1: { before: 2, after: 3 },
        s2: { before: 40, after: 60 },
        total: { before: 42, after: 63 },
      },
      e3: {
        rank: { before: 3, after: 2 },
        s1: { before: 1, after: 2 },
        s2: { before: 20, after: 40 },
        total: { before: 21, after: 42 },
      },
    });
    script.rule('e1', 'ok');
    expect(script.board().race.revision?.pending).toBeUndefined();
  });

  it('[O1] so is an entry added after it, and one disqualified in pairs', () => {
    const script = signed();
    script.say({ kind: 'entry', race: 'r1', entry: 'e9', name: 'Late', added: true });
    script.cross('e9', 30);
    expect(script.board().race.revision?.pending).toMatchObject({ e9: { rank: { after: 4 }, laps: { after: 1 } } });
    const pair = new Script(pairsMeet(500, 1));
    pair.start('p1');
    for (const time of [10, 36]) pair.cross('e1', time, { race: 'p1' });
    pair.say({ kind: 'official', race: 'p1', signer: 'R' });
    pair.say({ kind: 'ruling', race: 'p1', entry: 'e1', status: 'DQ', code: 'T08' });
    expect(pair.board('p1').race.revision?.pending).toEqual({
      e1: { timeUs: { before: seconds(36) }, status: { after: 'DQ' }, code: { after: 'T08' } },
    });
    expect(pair.row('e1', 'p1').timeUs).toBe(seconds(36));
  });

  it('[O1] reopened, the race shows everything again, and the next signature is the next number', () => {
    const script = signed();
    script.rule('e1', 'DQ');
    script.say({ kind: 'reopen', race: 'r1' });
    expect(script.board().race).toMatchObject({ status: 'finished' });
    expect(script.board().race.revision).toBeUndefined();
    expect(script.row('e1').status).toBe('DQ');
    const second = script.say({ kind: 'official', race: 'r1', signer: 'R' });
    expect(script.board().race.revision?.number).toBe(2);
    expect(script.row('e1').status).toBe('DQ');
    script.retract(second);
    expect(script.board().race.revision).toBeUndefined();
    script.say({ kind: 'official', race: 'r1', signer: 'R' });
    expect(script.board().race.revision?.number).toBe(3);
  });

  it('[O1] says status, code and points by sprint that later facts would change, before and after', () => {
    const script = signed();
    script.say({ kind: 'sprint', race: 'r1', sprint: 1, order: [['e2'], ['e1'], ['e3']] });
    script.rule('e3', 'DNF', { code: 'T10' });
    const { pending } = script.board().race.revision!;
    expect(pending?.e1).toMatchObject({ s1: { before: 3, after: 2 }, total: { before: 63, after: 62 } });
    expect(pending?.e3).toMatchObject({
      status: { after: 'DNF' },
      code: { after: 'T10' },
      timeUs: { before: seconds(90.6) },
    });
    script.say({ kind: 'reopen', race: 'r1' });
    script.say({ kind: 'official', race: 'r1', signer: 'R' });
    expect(script.board().race.revision?.pending).toBeUndefined();
  });

  it('[O1] corrected after it was signed, reopened and signed again, it is another revision with another hash', () => {
    const script = signed();
    const first = script.board().race.revision!;
    script.rule('e1', 'DQ', { code: 'T25' });
    script.say({ kind: 'reopen', race: 'r1' });
    script.say({ kind: 'official', race: 'r1', signer: 'S' });
    const second = script.board().race.revision!;
    expect([first.number, second.number, second.signer]).toEqual([1, 2, 'S']);
    expect(second.hash).not.toBe(first.hash);
    expect(script.row('e1')).toMatchObject({ status: 'DQ', code: 'T25' });
  });

  it('[O1] a second signature without reopening takes up what was pending', () => {
    const script = signed();
    script.rule('e1', 'DQ');
    script.say({ kind: 'official', race: 'r1', signer: 'R' });
    expect(script.board().race.revision).toMatchObject({ number: 2 });
    expect(script.row('e1').status).toBe('DQ');
  });

  it('[O1] where the newest signature is withdrawn the one before it holds, under its own number', () => {
    const script = signed();
    script.rule('e1', 'DQ');
    script.retract(script.say({ kind: 'official', race: 'r1', signer: 'R' }));
    expect(script.board().race.revision?.number).toBe(1);
    expect(script.row('e1').status).toBeUndefined();
  });

  it('[O1] a reopening that is retracted leaves the signature in force', () => {
    const script = signed();
    const before = frozen(script.board());
    script.retract(script.say({ kind: 'reopen', race: 'r1' }));
    expect(frozen(script.board())).toEqual(before);
  });

  it('[O1] the hash is the same for the same facts in another order of arrival, and another for others', () => {
    const hashes = [steady(3, 30, 0.2), steady(3, 30, 0.2).reverse(), [30.2, 60.2, 90.3]].map((times) => {
      const script = new Script(massStartMeet({ skaters: 3, rules }));
      for (const time of times) script.cross('e1', time, { id: `r${time}` });
      script.start();
      script.decideAfter(200).say({ kind: 'official', race: 'r1', signer: 'R', id: 'signature' });
      return script.board().race.revision?.hash;
    });
    expect(hashes[1]).toBe(hashes[0]);
    expect(hashes[2]).not.toBe(hashes[0]);
  });

  it('[O1] the log goes on with what is decided', () => {
    const script = signed();
    const id = script.rule('e1', 'DQ');
    expect(script.board().log[id]).toMatchObject({ says: { code: 'ruling', values: { status: 'DQ' } } });
  });
});

describe('held decisions', () => {
  it('[O2] change no topic until they are announced, and then count as of then', () => {
    const script = finished();
    const before = script.boards();
    const held = script.rule('e1', 'DQ', { held: true });
    expect([...script.stepOf(before).changed]).toEqual([]);
    script.rule('e1', 'DNF');
    script.say({ kind: 'announce', target: held });
    expect(script.row('e1').status).toBe('DQ');
    expect(Object.values(script.board().log).filter(({ says }) => says.values.status === 'DQ')).toHaveLength(1);
  });

  it('[O2] announced twice count once', () => {
    const script = finished();
    const held = script.rule('e1', 'YC', { held: true });
    script.say({ kind: 'announce', target: held });
    script.say({ kind: 'announce', target: held });
    expect(script.state().entrants.get('e1')?.racer.ruling.cards.YC).toBe(1);
  });

  it.each(['ruling', 'announcement'])('[O2] are hidden again when the %s is retracted', (which) => {
    const script = finished();
    const before = script.board();
    const held = script.rule('e1', 'DQ', { held: true });
    const announced = script.say({ kind: 'announce', target: held });
    script.retract(which === 'ruling' ? held : announced);
    expect(script.board()).toEqual(before);
  });
});
