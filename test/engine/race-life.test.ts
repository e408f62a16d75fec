import { describe, expect, it } from 'vitest';
import { gunUs, massStartMeet, pairsMeet, Script, seconds } from './script.ts';
import { finished, rules } from './three-laps.ts';

describe('protests', () => {
  it('[O1] are possible for half an hour after the last came in, or as long as the event says, until a signature', () => {
    const until = (script: Script) => script.board().race.protestUntil;
    const script = finished();
    expect(until(script)).toBe(gunUs + seconds(90.6 + 1800));
    script.say({ kind: 'protest', race: 'r1', by: 'NOR', about: 'a push' });
    expect(until(script)).toBe(gunUs + seconds(90.6 + 1800));
    script.say({ kind: 'official', race: 'r1', signer: 'R' });
    expect(until(script)).toBeUndefined();
    script.say({ kind: 'reopen', race: 'r1' });
    expect(until(script)).toBe(gunUs + seconds(90.6 + 1800));
    const short = massStartMeet({ skaters: 3, rules: { ...rules, protestUs: seconds(600) } });
    expect(until(finished(short))).toBe(gunUs + seconds(90.6 + 600));
    expect(until(new Script(short))).toBeUndefined();
  });

  it('[O1] stand on the board with who made them, about what and until when, each as last said', () => {
    const script = finished();
    const said = { kind: 'protest', race: 'r1', about: 'a push' } as const;
    script.say({ ...said, by: 'NOR', untilUs: gunUs + seconds(3600) });
    script.say({ ...said, by: 'NED' });
    const withdrawn = script.say({ ...said, by: 'NOR', state: 'withdrawn' });
    expect(script.board().protests).toEqual({
      NOR: { order: 1, by: 'NOR', about: 'a push', state: 'withdrawn' },
      NED: { order: 2, by: 'NED', about: 'a push', state: 'open' },
    });
    script.retract(withdrawn);
    expect(script.board().protests?.NOR).toMatchObject({ state: 'open', untilUs: gunUs + seconds(3600) });
    expect(finished().board()).not.toHaveProperty('protests');
  });
});

describe('the life of a race', () => {
  it('[O3] scheduled, armed, running, finished, under review, finished, official', () => {
    const script = new Script(massStartMeet({ skaters: 1, rules: { laps: 1 } }));
    const status = () => script.board().race.status;
    const seen = [status()];
    const then = (tell: () => void) => {
      tell();
      seen.push(status());
    };
    then(() => script.say({ kind: 'arm', race: 'r1' }));
    then(() => script.start());
    then(() => script.cross('e1', 30));
    then(() => script.say({ kind: 'protest', race: 'r1', by: 'NED', about: 'a push' }));
    then(() => script.say({ kind: 'protest', race: 'r1', by: 'NOR', about: 'another' }));
    then(() => script.say({ kind: 'protest', race: 'r1', by: 'NED', about: 'a push', state: 'rejected' }));
    then(() => script.say({ kind: 'protest', race: 'r1', by: 'NOR', about: 'another', state: 'withdrawn' }));
    then(() => script.say({ kind: 'official', race: 'r1', signer: 'R' }));
    expect(seen.join(' ')).toBe(
      'scheduled armed running finished underReview underReview underReview finished official',
    );
  });

  it('[O3] a race armed by mistake and shut again is scheduled', () => {
    const script = new Script(massStartMeet());
    script.say({ kind: 'arm', race: 'r1' });
    script.say({ kind: 'close', race: 'r1' });
    expect(script.board().race.status).toBe('scheduled');
  });

  it.each([
    ['falseStart', 'armed'],
    ['test', 'armed'],
    ['stopped', 'stopped'],
    ['fall', 'stopped'],
  ] as const)('[O3] cleared for %s it is %s, a new attempt', (reason, status) => {
    const script = new Script(massStartMeet());
    script.say({ kind: 'arm', race: 'r1' });
    script.start();
    script.cross('e1', 30);
    script.decideAfter(40).say({ kind: 'clear', race: 'r1', reason });
    expect(script.board().race).toMatchObject({ status, attempt: 2, cleared: reason });
    script.say({ kind: 'arm', race: 'r1' });
    expect(script.board().race.status).toBe('armed');
    script.start('r1', 100);
    expect(script.board().race.status).toBe('running');
  });

  it('[O3] a clear opens a race again whose window was shut for later', () => {
    const script = new Script(massStartMeet());
    script.say({ kind: 'arm', race: 'r1', fromUs: gunUs });
    script.say({ kind: 'close', race: 'r1', toUs: gunUs + seconds(1000) });
    script.say({ kind: 'clear', race: 'r1', upTo: gunUs + seconds(50), reason: 'fall' });
    script.start('r1', 100);
    expect(script.board().race.status).toBe('running');
  });

  it('[O3] a protest does not hide that a race is running', () => {
    const script = new Script(massStartMeet());
    script.start();
    script.say({ kind: 'protest', race: 'r1', by: 'NED', about: 'the start' });
    expect(script.board().race.status).toBe('running');
  });

  it('[O3] cancelled is what the meet says', () => {
    const meet = massStartMeet();
    const script = new Script({ ...meet, races: [{ ...meet.races[0]!, cancelled: true }] });
    script.start();
    expect(script.board().race.status).toBe('cancelled');
  });

  it('[O3] of a pair in which both are ruled out nobody is awaited', () => {
    const script = new Script(pairsMeet(500, 1));
    script.start('p1');
    for (const entry of ['e1', 'e2']) script.say({ kind: 'ruling', race: 'p1', entry, status: 'DNF' });
    expect(script.board('p1').race.status).toBe('finished');
  });

  it('[O3] the clock runs until a mass start is won, and in pairs until both are in', () => {
    const script = finished();
    expect(script.board().clock).toEqual({ 1: { startUs: gunUs, stopUs: gunUs + seconds(90.2) } });
    const pair = new Script(pairsMeet(500, 1));
    pair.start('p1');
    for (const time of [10, 36]) pair.cross('e1', time, { race: 'p1' });
    expect(pair.board('p1').clock).toEqual({ 1: { startUs: gunUs } });
    for (const time of [10.1, 37]) pair.cross('e2', time, { race: 'p1' });
    expect(pair.board('p1').clock).toEqual({ 1: { startUs: gunUs, stopUs: gunUs + seconds(37) } });
  });
});
