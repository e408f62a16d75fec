import { describe, expect, it } from 'vitest';
import { redated } from '../../server/ingest/redate.ts';
import { anchorIn, calledOff, isAtSpeed, newestRun, plannedIn } from '../../server/ingest/replay-run.ts';
import { callUpIn } from '../../server/ingest/vantage/call-ups.ts';
import { vantage } from '../../server/ingest/vantage.ts';
import type { FactDraft } from '../../shared/facts.ts';
import { type Meet, meetSchema } from '../../shared/meet.ts';
import * as s from './stream.ts';

const nowUs = 1_800_000_000_000_000;
const beganUs = Date.parse('2026-01-10T11:59:00Z') * 1000;
const again = '2026-01-10T12:03:00.0000000Z';
/** The gun is 60.123456 s after the recording began. */
const day = s.recorded(
  [0, s.competition()],
  [0, s.distance()],
  [30, s.activated()],
  [60.3, s.start()],
  [79, s.lap(s.innerId, 18.5)],
  [100, s.clear()],
  [240.1, s.start(again)],
  [259, s.lap(s.innerId, 18.2, { gun: again })],
  [260, s.updated(s.innerId, 18.3, 18.2, { gun: again })],
  [330, s.committed()],
);

interface Played {
  facts: FactDraft[];
  meet: Meet;
}

function play(speed: number, planned = new Map<string, number>(), prefix = ''): Played {
  const translator = redated(vantage({ prefix }), { speed, planned });
  let state = translator.begin(new Map());
  let meet: Meet | undefined;
  const facts: FactDraft[] = [];
  for (const [index, text] of day.entries()) {
    const atUs = Date.parse(JSON.parse(text)._time) * 1000;
    const step = translator.translate(state, {
      line: index + 1,
      text,
      dueUs: nowUs + Math.round((atUs - beganUs) / speed),
    });
    state = step.state;
    meet = step.meet?.apply(meet) ?? meet;
    facts.push(...step.facts);
  }
  return { facts, meet: meetSchema.parse(meet) };
}

function only<K extends FactDraft['kind']>({ facts }: Played, kind: K): Extract<FactDraft, { kind: K }>[] {
  return facts.filter((fact): fact is Extract<FactDraft, { kind: K }> => fact.kind === kind);
}

describe('a recording dated anew', () => {
  it.each([1, 10, 20, 1000])('[I15] at speed %i keeps every time since the gun', (speed) => {
    const played = play(speed);
    const [first, second] = only(played, 'start').map(({ at }) => at);
    const [one, two] = only(played, 'passing').map(({ at }) => at);
    expect((one ?? 0) - (first ?? 0)).toBe(s.us(18.5));
    expect((two ?? 0) - (second ?? 0)).toBe(s.us(18.2));
    expect((only(played, 'amend')[0]?.toAt ?? 0) - (second ?? 0)).toBe(s.us(18.3));
    expect((only(played, 'close')[0]?.toUs ?? 0) - (second ?? 0)).toBe(s.us(18.3));
  });

  it('[I15] has its gun when that is played', () => {
    expect(only(play(1), 'start').map(({ at }) => at - nowUs)).toEqual([60_123_456, 240_000_000]);
    expect(only(play(5), 'start').map(({ at }) => at - nowUs)).toEqual([12_024_691, 48_000_000]);
  });

  it('[I15] an attempt never begins before the end of the one before, however fast it is played', () => {
    const played = play(1000);
    const [clear] = only(played, 'clear');
    expect(clear?.upTo).toBe((only(played, 'start')[0]?.at ?? 0) + s.us(18.5));
    expect(only(played, 'start')[1]?.at).toBe((clear?.upTo ?? 0) + 1);
  });

  it('[I15] tells in the meet when a heat was called up and how fast clocks turn', () => {
    expect(play(10).meet.races[0]).toMatchObject({ scheduledAt: nowUs + 3_000_000, clockRate: 10 });
    expect(play(1).meet.races[0]).toMatchObject({ scheduledAt: nowUs + 30_000_000 });
    expect(play(1).meet.races[0]).not.toHaveProperty('clockRate');
  });

  it('[I15] comes to the same facts when it is gone on with later, by what the meet tells', () => {
    const planned = plannedIn(play(10).meet);
    const later = (facts: FactDraft[]) => facts.map((fact) => JSON.stringify(fact));
    expect(later(play(10, new Map(planned)).facts)).toEqual(later(play(10).facts));
  });
});

describe('the runs of a replay', () => {
  const callUps = day.map(callUpIn).filter((callUp) => callUp !== undefined);

  it('[I16] a call-up is found without knowing anything else of the recording', () => {
    expect(callUps).toEqual([{ race: s.race, competition: '11111111', recordedUs: beganUs + 30_000_000 }]);
    expect(callUpIn('{"typeName":"HeatActivatedEvent"')).toBeUndefined();
    expect(callUpIn('{"typeName":"HeatActivatedEvent","_time":"2020-01-12T13:20:38Z"}')).toBeUndefined();
  });

  it('[I16] the newest run of this recording is found among all meets', () => {
    const meets = ['r1-11111111', 'r12-11111111', 'r13-22222222', 'demo-14', 'r-11111111', '11111111'];
    expect(newestRun(meets, new Set(['11111111']))).toBe(12);
    expect(newestRun([], new Set(['11111111']))).toBe(0);
  });

  it('[I16] stands where its last heat was called up', () => {
    const { meet } = play(10, new Map(), 'r1-');
    const planned = plannedIn(meet);
    expect(anchorIn(planned, callUps, 'r1-')).toEqual({
      recordedUs: beganUs + 30_000_000,
      wallUs: nowUs + 3_000_000,
    });
    expect(anchorIn(planned, callUps, 'r2-')).toBeUndefined();
    expect([isAtSpeed(meet, 10), isAtSpeed(meet, 1)]).toEqual([true, false]);
  });

  it('[I16] given up, calls off what is not over', () => {
    const { meet } = play(1);
    expect(calledOff(meet, new Map([[s.race, 'running']])).races[0]?.cancelled).toBe(true);
    expect(calledOff(meet, new Map([[s.race, 'finished']]))).toEqual(meet);
  });
});
