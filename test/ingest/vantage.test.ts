import { describe, expect, it } from 'vitest';
import type { FactDraft } from '../../shared/facts.ts';
import { Follower } from '../proof/follower.ts';
import * as s from './stream.ts';

function heard(...events: readonly s.Event[]): Follower {
  return new Follower().hearAll(s.lines(...events));
}

function factsOf<K extends FactDraft['kind']>(follower: Follower, kind: K): Extract<FactDraft, { kind: K }>[] {
  return [...follower.facts.values()].filter((fact): fact is Extract<FactDraft, { kind: K }> => fact.kind === kind);
}

const rowOf = (follower: Follower, entry: string) => follower.board(s.race)?.rows[entry];

describe('instants', () => {
  it('[I3] a reading happened at the gun plus its time, whatever the clock of the device said', () => {
    const follower = heard(...s.opening(), s.start(), s.lap(s.innerId, 18.2839, { how: 'Photofinish', whenMs: 5 }));
    const [reading] = factsOf(follower, 'passing');
    expect(reading?.at).toBe(s.startedUs + 18_283_900);
    expect(JSON.parse(reading?.raw ?? '')).toMatchObject({ when: '1970-01-01T00:00:00.005Z', ticks: 182_839_000 });
  });

  it('[I3] no microsecond is lost between gun and reading', () => {
    for (const seconds of [18.2839, 47.8787, 78.508]) {
      const follower = heard(...s.opening(), s.start('2026-01-10T12:00:00.9999999Z'), s.lap(s.innerId, seconds));
      const [gun] = factsOf(follower, 'start');
      expect((factsOf(follower, 'passing')[0]?.at ?? 0) - (gun?.at ?? 0)).toBe(s.us(seconds));
    }
  });

  it('[I4] a gun fired before we listened is worked out from an ankle or a beam', () => {
    for (const how of ['Transponder', 'Optical']) {
      const follower = heard(...s.opening(), s.lap(s.innerId, 18.2839, { how }));
      const [gun] = factsOf(follower, 'start');
      expect(Math.abs((gun?.at ?? 0) - s.startedUs)).toBeLessThan(17_000);
      expect(factsOf(follower, 'passing')[0]?.at).toBe((gun?.at ?? 0) + 18_283_900);
    }
  });

  it('[I4] a camera alone tells nothing of the gun, and the reading is refused by name', () => {
    const follower = heard(...s.opening(), s.lap(s.innerId, 78.5, { how: 'Photofinish' }));
    expect(follower.facts.size).toBe(2);
    expect(follower.refused).toMatchObject([{ code: 'no-gun', line: 4 }]);
  });

  it('[I4] what the server knows of the gun is believed over what a reading lets us guess', () => {
    const follower = new Follower({}, new Map([[s.race, s.startedUs]]));
    follower.hearAll(s.lines(...s.opening(), s.lap(s.innerId, 18.2839)));
    expect(factsOf(follower, 'passing')[0]?.at).toBe(s.startedUs + 18_283_900);
  });

  it('[I4] a gun that is told after it was worked out is no second one', () => {
    const follower = heard(...s.opening(), s.lap(s.innerId, 18.2839), s.start(), s.lap(s.innerId, 47.8));
    expect(factsOf(follower, 'start')).toHaveLength(1);
    expect(rowOf(follower, s.inner)?.splits['600']?.timeUs).toBe(47_800_000);
  });
});

describe('attempts', () => {
  it('[I6] after a clear the readings of the attempt before count no more, and the same times may be skated again', () => {
    const again = '2026-01-10T12:09:00.0000000Z';
    const follower = heard(
      ...s.opening(),
      s.start(),
      s.lap(s.innerId, 18.5),
      s.passing(s.innerId, 41, 4),
      s.clear(),
      s.start(again),
      s.lap(s.innerId, 18.5, { gun: again }),
    );
    expect(factsOf(follower, 'clear')).toMatchObject([{ upTo: s.startedUs + s.us(41) }]);
    expect(follower.board(s.race)?.race.attempt).toBe(2);
    expect(rowOf(follower, s.inner)?.splits['200']?.timeUs).toBe(s.us(18.5));
    expect(rowOf(follower, s.inner)?.splits['600']).toBeUndefined();
    expect(factsOf(follower, 'passing')).toHaveLength(3);
  });

  it('[I6] a start in the middle of an attempt whose clear was missed begins a new one', () => {
    const follower = heard(...s.opening(), s.start(), s.lap(s.innerId, 18.5), s.start('2026-01-10T12:09:00Z'));
    expect(follower.board(s.race)?.race.attempt).toBe(2);
    expect(rowOf(follower, s.inner)?.splits).toEqual({});
  });

  it('[I6] a clear before any start says nothing', () => {
    expect(factsOf(heard(...s.opening(), s.clear()), 'clear')).toEqual([]);
  });
});

describe('corrections', () => {
  const begun = [...s.opening(), s.start(), s.lap(s.innerId, 18.2)];

  it('[I7] a lap that its operator deletes is kept and counts no more, and counts again when he thinks better of it', () => {
    const gone = heard(...begun, s.updated(s.innerId, 18.2, 18.2, { flags: 49 }));
    expect(rowOf(gone, s.inner)?.splits).toEqual({});
    const back = gone.hearAll(s.lines(s.updated(s.innerId, 18.2, 18.2)));
    expect(rowOf(back, s.inner)?.splits['200']?.timeUs).toBe(s.us(18.2));
    expect(factsOf(back, 'passing')).toHaveLength(1);
  });

  it('[I7] a lap that arrives deleted is sent, and retracted at once', () => {
    const follower = heard(...begun, s.lap(s.innerId, 47, { flags: 49 }));
    expect(rowOf(follower, s.inner)?.splits['600']).toBeUndefined();
    expect(factsOf(follower, 'passing')).toHaveLength(2);
    expect(factsOf(follower, 'retract')).toHaveLength(1);
  });

  it('[I7] a lap whose time is corrected is the same reading at another instant, also the second time', () => {
    const follower = heard(...begun, s.updated(s.innerId, 18.3, 18.2), s.updated(s.innerId, 18.4, 18.3));
    expect(rowOf(follower, s.inner)?.splits['200']?.timeUs).toBe(s.us(18.4));
    expect(factsOf(follower, 'passing')).toHaveLength(1);
  });

  it('[I7] a correction of a lap we never heard of is that lap', () => {
    const follower = heard(...begun, s.updated(s.outerId, 18.9, 18.8));
    expect(rowOf(follower, s.outer)?.splits['200']?.timeUs).toBe(s.us(18.9));
  });
});

describe('which reading is shown', () => {
  const gun = [...s.opening(), s.start()];
  const beam = (seconds: number, flags: number) => s.lap(s.innerId, seconds, { how: 'Optical', flags });
  const ankle = (seconds: number, flags: number) => s.lap(s.innerId, seconds, { flags });
  const photo = (seconds: number) => s.lap(s.innerId, seconds, { how: 'Photofinish' });

  it('[I8] where the source shows what rule P1 shows, nothing is asked for', () => {
    const follower = heard(...gun, beam(18.204, 33), ankle(18.2, 1), photo(18.203));
    expect(factsOf(follower, 'present')).toEqual([]);
    expect(rowOf(follower, s.inner)?.splits['200']).toMatchObject({ timeUs: s.us(18.203), basis: 'photo' });
  });

  it('[I8] an operator who trusts the ankle over a beam is followed, and a picture still replaces it', () => {
    const follower = heard(...gun, beam(18.204, 1), ankle(18.2, 33));
    expect(rowOf(follower, s.inner)?.splits['200']).toMatchObject({ timeUs: s.us(18.2), basis: 'transponder' });
    follower.hearAll(s.lines(photo(18.203)));
    expect(rowOf(follower, s.inner)?.splits['200']).toMatchObject({ timeUs: s.us(18.203), basis: 'photo' });
  });

  it('[I8] an operator who goes back to the beam in mid-race is followed too', () => {
    const follower = heard(
      ...gun,
      beam(18.204, 1),
      ankle(18.2, 33),
      s.updated(s.innerId, 18.2, 18.2, { flags: 1 }),
      s.updated(s.innerId, 18.204, 18.204, { how: 'Optical', flags: 33 }),
      beam(47.01, 33),
      ankle(47, 1),
    );
    expect(rowOf(follower, s.inner)?.splits['200']).toMatchObject({ timeUs: s.us(18.204), basis: 'optical' });
    expect(rowOf(follower, s.inner)?.splits['600']).toMatchObject({ timeUs: s.us(47.01), basis: 'optical' });
    expect(factsOf(follower, 'present')).toHaveLength(2);
  });

  it('[I8] a beam the source shows far from the ankle is not asked for: that is for P1a to say', () => {
    const follower = heard(...gun, beam(18.3, 33), ankle(18.2, 1));
    expect(factsOf(follower, 'present')).toEqual([]);
    expect(rowOf(follower, s.inner)?.splits['200']?.timeUs).toBe(s.us(18.2));
  });
});

describe('the life of a heat', () => {
  it('[I9] a heat becomes a race with its starters when it is called up', () => {
    const follower = heard(...s.opening());
    const [meet] = follower.meets.values();
    expect(meet).toMatchObject({
      id: '11111111',
      name: 'A Cup',
      venue: 'A Hall, A Town',
      country: 'NED',
      timeZone: 'Europe/Amsterdam',
      dates: { from: '2026-01-10', to: '2026-01-11' },
      events: [{ id: '22222222', kind: 'pairs', distance: 1000 }],
    });
    expect(meet?.races).toMatchObject([{ id: s.race, name: 'Pair 1', number: 1 }]);
    expect(rowOf(follower, s.inner)).toMatchObject({ name: 'Skater 0', bib: '100', nation: 'NED', lane: 'inner' });
    expect(follower.board(s.race)).toMatchObject({
      race: { status: 'armed' },
      officials: { referee: 'A Referee', starter: 'A Starter' },
    });
  });

  it('[I9] what others put into the meet stays', () => {
    const follower = heard(s.competition(), s.distance());
    const [meet] = follower.meets.values();
    const own = { id: 'own', event: '22222222', name: 'A race of ours', entries: [] };
    if (meet !== undefined) follower.meets.set(meet.id, { ...meet, races: [own] });
    follower.hearAll(s.lines(s.activated()));
    expect(follower.races().toSorted()).toEqual([s.race, 'own']);
  });

  it('[I9] a heat sent away before it started is not on any more', () => {
    const follower = heard(...s.opening(), s.deactivated());
    expect(follower.board(s.race)?.race.status).toBe('scheduled');
    expect(follower.hearAll(s.lines(s.activated())).board(s.race)?.race.status).toBe('armed');
  });

  it('[I9] a committed heat is finished, runs when it is opened again, and is finished when it is committed again', () => {
    const follower = heard(...s.opening(), s.start(), s.lap(s.innerId, 18.2), s.committed(), s.deactivated());
    expect(follower.board(s.race)?.race.status).toBe('finished');
    follower.hearAll(s.lines(s.activated()));
    expect(follower.board(s.race)?.race.status).toBe('running');
    follower.hearAll(s.lines(s.start(), s.lap(s.innerId, 18.2), s.lap(s.outerId, 18.8), s.committed()));
    expect(follower.board(s.race)?.race).toMatchObject({ status: 'finished', attempt: 1 });
    expect(rowOf(follower, s.outer)?.splits['200']?.timeUs).toBe(s.us(18.8));
  });

  it('[I9] a lap that was lost on the way comes with the result', () => {
    const complete = { ...s.starter(s.innerId, 0), laps: [s.lapOf(18.2), s.lapOf(47.1), { nonsense: true }] };
    const follower = heard(...s.opening(), s.start(), s.lap(s.innerId, 18.2), s.committed([complete]));
    expect(Object.keys(rowOf(follower, s.inner)?.splits ?? {})).toEqual(['200', '600']);
  });

  it.each([
    [1, 'DNS'],
    [2, 'DNF'],
    [3, 'DQ'],
    [4, 'WDR'],
  ])('[I10] reason %i for a time that does not count is %s, and is taken back with it', (timeInvalidReason, status) => {
    const ruled = s.starter(s.outerId, 1, { result: { timeInvalidReason } });
    const follower = heard(...s.opening(), s.start(), s.committed([s.starter(s.innerId, 0), ruled]));
    expect(rowOf(follower, s.outer)?.status).toBe(status);
    expect(rowOf(follower, s.inner)?.status).toBeUndefined();
    follower.hearAll(s.lines(s.committed()));
    expect(rowOf(follower, s.outer)?.status).toBeUndefined();
  });

  it('[I10] a reason we do not know is refused by name', () => {
    const odd = s.starter(s.outerId, 1, { result: { timeInvalidReason: 9 } });
    expect(heard(...s.opening(), s.committed([odd])).refused).toMatchObject([{ code: 'unknown-reason' }]);
  });
});

describe('what cannot be used', () => {
  it.each([
    ['half a line', '{"typeName":"HeatAct', 'not-json'],
    ['a list', '[]', 'no-type'],
    ['an event nobody has heard of', '{"typeName":"MoonRoseEvent"}', 'unknown-event'],
    ['an event of another shape', '{"typeName":"HeatStartedEvent","started":7}', 'bad-event'],
    ['a start at no instant', JSON.stringify(s.start('yesterday')), 'bad-event'],
    ['a heat that was never called up', JSON.stringify(s.start()), 'unknown-heat'],
    ['a heat of a distance not told of', JSON.stringify(s.activated()), 'unknown-distance'],
  ])('[I2] %s is refused by name, and what follows is heard', (_, text, code) => {
    const follower = new Follower();
    follower.hear(text);
    expect(follower.refused).toMatchObject([{ code, says: expect.stringMatching(/\w+ \w+/) }]);
    follower.hearAll(s.lines(...s.opening()));
    expect(follower.races()).toEqual([s.race]);
  });

  it('[I2] a discipline without boards is refused when one of its heats is called up', () => {
    const discipline = 'SpeedSkating.LongTrack.PairsDistance.TeamSprint';
    expect(heard(s.competition(), s.distance({ discipline }), s.activated()).refused).toMatchObject([
      { code: 'unknown-discipline' },
    ]);
  });

  it('[I2] a programme that makes no meet is refused with the field', () => {
    expect(heard(s.competition({ name: 'x'.repeat(201) })).refused).toMatchObject([
      { code: 'unusable-programme', says: expect.stringContaining('name') },
    ]);
  });

  it('[I2] what follows from other events is no refusal', () => {
    expect(heard({ typeName: 'LastRaceSpeedChangedEvent' }).refused).toEqual([]);
  });
});

describe('readings elsewhere than at the line', () => {
  it('[I11] they are kept with loop and speed, and count nowhere', () => {
    const follower = heard(...s.opening(), s.start(), s.passing(s.innerId, 22, 4, { speed: 14.5 }));
    expect(factsOf(follower, 'passing')).toMatchObject([{ loop: 'loop-4', speed: 14.5, entry: s.inner }]);
    expect(rowOf(follower, s.inner)?.splits).toEqual({});
  });

  it('[I11] in a team pursuit neither, though the line is passed every half lap', () => {
    const discipline = 'SpeedSkating.LongTrack.PairsDistance.TeamPursuit';
    const teams = s.distance({ discipline, value: 6, valueQuantity: 1 });
    const follower = heard(s.competition(), teams, s.activated(), s.start(), s.passing(s.innerId, 22, 4));
    follower.hearAll(s.lines(s.lap(s.innerId, 19), s.lap(s.innerId, 33)));
    expect(Object.keys(rowOf(follower, s.inner)?.splits ?? {})).toEqual(['200', '400']);
    expect(follower.board(s.race)?.race).toMatchObject({ kind: 'teamPursuit', distance: 2400 });
  });

  it('[I11] a mass start is one line passed lap after lap', () => {
    const mass = s.distance({ discipline: 'SpeedSkating.LongTrack.MassStartDistance', value: 16, valueQuantity: 1 });
    const follower = heard(s.competition(), mass, s.activated(), s.start(), s.lap(s.innerId, 0), s.lap(s.innerId, 36));
    expect(follower.board(s.race)).toMatchObject({ race: { kind: 'massStart' }, laps: { total: 16, leader: 1 } });
    expect(rowOf(follower, s.inner)?.lane).toBeUndefined();
  });
});
