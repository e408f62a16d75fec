import { describe, expect, it } from 'vitest';
import { Script, seconds, shortTrackMeet } from './script.ts';
import { heat, pace, skated } from './short-track-heat.ts';

describe('the course', () => {
  it.each([
    [500, 5, 55.56, 500.04],
    [1000, 9, 111.12, 1000.08],
    [1500, 14, 55.56, 1500.12],
    [2000, 18, 111.12, 2000.16],
    [3000, 27, 111.12, 3000.24],
    [5000, 45, 111.12, 5000.4],
    [777, 7, 111.12, 777.84],
  ])('[S1] of %d m is %d crossings of the line, the first at %d m', (distance, crossings, first, last) => {
    const board = new Script(shortTrackMeet(distance)).board();
    const points = Object.entries(board.course).sort(([, a], [, b]) => a.order - b.order);
    const numbers = points.map((_, index) => index + 1);
    expect(points.map(([key, { name, lap, order }]) => [key, name, lap, order])).toEqual(
      numbers.map((n) => [String(n), String(n), n, n]),
    );
    expect(points).toHaveLength(crossings);
    expect(points[0]?.[1].metres).toBe(first);
    expect(points.at(-1)?.[1].metres).toBe(last);
    expect(board.laps).toEqual({ total: crossings, leader: 0, toGo: crossings });
  });

  it.each([111.12, 111.11, 111, 111.13])('[S1] is as many crossings on a lap of %d m', (lapMetres) => {
    const crossings = [500, 1000, 1500, 2000, 3000, 5000].map((distance) => {
      return new Script(shortTrackMeet(distance, { lapMetres })).board().laps.total;
    });
    expect(crossings).toEqual([5, 9, 14, 18, 27, 45]);
  });

  it('[S1] a loop on the other straight is passed between, where the start was there not before the first crossing', () => {
    const loops = [
      { id: 'finish', atMetres: 0 },
      { id: 'back', atMetres: 55.56 },
    ];
    const board = new Script(shortTrackMeet(500, { loops })).board();
    const points = Object.values(board.course).sort((a, b) => a.order - b.order);
    expect(points.map(({ name, metres }) => [name, metres]).slice(0, 4)).toEqual([
      ['1', 55.56],
      ['2.back', 111.12],
      ['2', 166.68],
      ['3.back', 222.24],
    ]);
    expect(board.laps.total).toBe(5);
  });

  it('[S1][G3] laps to go falls at the first crossing by anyone on the lead lap, and the bell rings at one', () => {
    const script = heat();
    const seen = pace.map((time) => {
      script.cross('e2', time + 0.1);
      const { toGo, bell } = script.board().laps;
      script.cross('e1', time + 0.3);
      expect(script.board().laps.toGo).toBe(toGo);
      return [toGo, bell];
    });
    expect(seen).toEqual([
      [4, undefined],
      [3, undefined],
      [2, undefined],
      [1, true],
      [0, undefined],
    ]);
  });
});

it('[S8] a relay says that it is one, and who is in a team', () => {
  const meet = shortTrackMeet(3000, { skaters: 1, rules: { relay: true } });
  const members = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id.toUpperCase() }));
  const races = [{ ...meet.races[0]!, entries: [{ id: 'NED', name: 'Netherlands', members }] }];
  const board = new Script({ ...meet, races }).board();
  expect(board.race).toMatchObject({ relay: true, digits: 3 });
  expect(board.laps.total).toBe(27);
  expect(board.rows.NED?.members?.d).toEqual({ order: 4, name: 'D' });
});

describe('what is read', () => {
  it('[P2] nothing counts in the first 4 s, and within 5 s of a crossing it is the same one', () => {
    const script = heat();
    script.laps('e1', [0.8, 3.999999]);
    expect(script.row('e1').laps).toBe(0);
    script.laps('e1', [6.5, 11.499999]);
    expect(script.row('e1')).toMatchObject({ laps: 1, timeUs: seconds(6.5) });
    script.cross('e1', 11.5);
    expect(script.row('e1').laps).toBe(2);
  });

  it('[P4] a crossing nobody saw is put between as an estimate, also the half lap', () => {
    const script = heat();
    for (const [index, time] of pace.entries()) {
      for (const n of [1, 2, 3]) script.cross(`e${n}`, time + n * 0.2);
      if (index !== 0 && index !== 3) script.cross('e4', time + 0.8);
    }
    const { splits, laps, flags } = script.row('e4');
    expect(laps).toBe(5);
    expect(flags).toMatchObject({ finished: true, estimated: true });
    expect(Object.values(splits).map(({ estimated }) => estimated)).toEqual([
      true,
      undefined,
      undefined,
      true,
      undefined,
    ]);
    expect(script.row('e4').rank).toBe(4);
  });

  it('[P4a] who was not seen a second after the others is held and greyed until he is gone', () => {
    const script = heat();
    for (const time of pace.slice(0, 2)) for (const n of [1, 2, 3, 4]) script.cross(`e${n}`, time + n * 0.2);
    for (const n of [1, 3, 4]) script.cross(`e${n}`, 24.6 + n * 0.2);
    expect(script.row('e2').flags.overdue).toBeUndefined();
    script.read('X1', 26.1, { race: 'r1' });
    expect(script.row('e2')).toMatchObject({ position: 2, flags: { overdue: true, estimated: true } });
    for (const n of [1, 3, 4]) script.cross(`e${n}`, 33.2 + n * 0.2);
    expect(script.row('e2')).toMatchObject({ position: 4, rank: 4, flags: { gone: true } });
  });
});

describe('places', () => {
  it('[S2][T2] after every crossing there is a place, the difference to the first, and a lap of three digits', () => {
    const script = heat({ skaters: 3 });
    script.laps('e1', [7.0004, 16.0011, 24.6]);
    script.laps('e2', [7.1, 15.9, 24.6]);
    script.laps('e3', [7.2, 16.2]);
    expect(script.row('e1').splits).toMatchObject({
      1: { rank: 1, lapUs: 7_000_000 },
      2: { rank: 2, diffUs: 101_100, lapUs: 9_001_000 },
      3: { rank: 1, lapUs: 8_599_000 },
    });
    expect(script.row('e1').splits['1']?.diffUs).toBeUndefined();
    expect(script.row('e2').splits).toMatchObject({ 1: { rank: 2 }, 2: { rank: 1 }, 3: { rank: 1, diffUs: 0 } });
    expect(script.row('e3').splits).toMatchObject({ 1: { rank: 3 }, 2: { rank: 3, diffUs: 300_000 } });
    expect(script.by('position')).toEqual(['e1', 'e2', 'e3']);
    expect(script.board().race).toMatchObject({ kind: 'shortTrack', digits: 3 });
    expect(script.board().race.relay).toBeUndefined();
  });

  it('[S2] gaps, intervals and groups are those of the ice', () => {
    const script = skated(5);
    expect(script.row('e3')).toMatchObject({ gapUs: seconds(0.4), intervalUs: seconds(0.2), group: 1 });
    expect(script.board().groups).toEqual({ 1: { name: 'peloton', size: 5, entries: ['e1', 'e2', 'e3', 'e4', 'e5'] } });
  });

  it.each([3, 5, 7, 10])('[S2] %d starters are placed by the order over the line', (skaters) => {
    const script = skated(skaters);
    const all = Array.from({ length: skaters }, (_, i) => `e${i + 1}`);
    expect(script.by('rank')).toEqual(all);
    expect(script.by('order')).toEqual(all);
    expect(script.row('e3')).toMatchObject({ rank: 3, timeUs: seconds(42.6), flags: { finished: true } });
    expect(script.board().race.status).toBe('finished');
  });

  it('[S2] the photo finish goes over the loops, a dead heat shares its place and the next is skipped', () => {
    const script = skated();
    script.say({ kind: 'finish', race: 'r1', order: [['e2'], ['e1', 'e3'], ['e4']] });
    expect(['e2', 'e1', 'e3', 'e4'].map((entry) => script.row(entry).rank)).toEqual([1, 2, 2, 4]);
    expect(['e2', 'e1', 'e3', 'e4'].map((entry) => script.row(entry).splits['5']?.rank)).toEqual([1, 2, 2, 4]);
    expect(script.row('e1').splits['4']?.rank).toBe(1);
  });

  it('[S2] without a photo finish equal times to the thousandth are a dead heat', () => {
    const script = heat({ skaters: 3 });
    for (const time of pace.slice(0, 4)) for (const n of [1, 2, 3]) script.cross(`e${n}`, time + n * 0.2);
    script.cross('e1', 42.0001);
    script.cross('e2', 42.0009);
    script.cross('e3', 42.001);
    expect(['e1', 'e2', 'e3'].map((entry) => script.row(entry).rank)).toEqual([1, 1, 3]);
    script.say({ kind: 'finish', race: 'r1', order: [['e2'], ['e1']] });
    expect(['e1', 'e2', 'e3'].map((entry) => script.row(entry).rank)).toEqual([2, 1, 3]);
  });

  it('[P1] a picture that changes the thousandth is told as a correction', () => {
    const script = skated();
    script.cross('e1', 42.203, { how: 'photo' });
    expect(script.row('e1')).toMatchObject({ timeUs: seconds(42.203), basis: 'photo' });
    expect(Object.keys(script.board().log)).toContain('corrected-e1-5');
  });

  it('[S2] the clock stops with the first over the line and the race ends with the last', () => {
    const script = heat({ skaters: 2 });
    script.laps('e1', pace);
    script.laps(
      'e2',
      pace.slice(0, 4).map((time) => time + 0.1),
    );
    expect(script.board().clock['1']?.stopUs).toBeDefined();
    expect(script.board().race.status).toBe('running');
    script.cross('e2', 70);
    expect(script.board().race.status).toBe('finished');
  });
});
