import { describe, expect, it } from 'vitest';
import { massStartMeet, Script, seconds } from './script.ts';

interface Line {
  readonly time: number;
  /** Places at the sprints: `s2: 1` won the second. */
  readonly s1?: number;
  readonly s2?: number;
  readonly s3?: number;
}

/** A race of 16 laps that ends with these times, its sprints confirmed by these orders. */
function sheet(lines: Readonly<Record<string, Line>>, rules: Record<string, unknown> = {}): Script {
  const entries = Object.keys(lines);
  const meet = massStartMeet({ skaters: entries.length, rules });
  const script = new Script(meet);
  script.start();
  const winnerUs = Math.min(...Object.values(lines).map(({ time }) => seconds(time)));
  for (const [entry, { time }] of Object.entries(lines)) {
    const lap = winnerUs / 16;
    for (let n = 1; n < 16; n += 1) {
      script.cross(entry, (n * lap + ((seconds(time) - winnerUs) * n) / 16) / 1e6);
    }
    script.cross(entry, time);
  }
  for (const sprint of ['s1', 's2', 's3'] as const) {
    const placed = Object.entries(lines).filter(([, line]) => line[sprint] !== undefined);
    placed.sort(([, a], [, b]) => (a[sprint] ?? 0) - (b[sprint] ?? 0));
    const order = placed.map(([entry]) => [entry]);
    if (order.length > 0) script.say({ kind: 'sprint', race: 'r1', sprint: Number(sprint[1]), order });
  }
  return script;
}

const minutes = (m: number, s: number) => m * 60 + s;

describe('classification', () => {
  it('[M4] is by points, then time; position is by time alone', () => {
    const script = sheet({
      e1: { time: minutes(8, 1.02), s1: 2, s2: 2, s3: 2 },
      e2: { time: minutes(8, 21.05), s1: 1, s2: 1, s3: 3 },
      e3: { time: minutes(8, 0.1), s3: 1 },
      ...Object.fromEntries(['e4', 'e5', 'e6', 'e7', 'e8'].map((e, i) => [e, { time: minutes(8, 0.2 + i / 10) }])),
    });
    expect(script.row('e2')).toMatchObject({ rank: 5, position: 8, points: { s1: 3, s2: 3, s3: 1, total: 7 } });
    expect(script.row('e1')).toMatchObject({ rank: 7, position: 7, points: { s1: 2, s2: 2, s3: 2, total: 6 } });
  });

  it('[M13] 8:21.05 with 8 points is fifth, before 8:01.02 with 6', () => {
    const script = sheet(
      {
        e1: { time: minutes(7, 58.1) },
        e2: { time: minutes(7, 58.2) },
        e3: { time: minutes(7, 58.3) },
        e4: { time: minutes(7, 58.4) },
        e5: { time: minutes(8, 21.05), s1: 1, s2: 1, s3: 2 },
        e6: { time: minutes(8, 1.02), s1: 2, s2: 3, s3: 1 },
        e7: { time: minutes(7, 59.9), s1: 3, s2: 2, s3: 3 },
      },
      { finishPoints: [60, 40, 20, 10] },
    );
    expect(script.by('rank')).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7']);
    expect(script.row('e5')).toMatchObject({ rank: 5, timeUs: seconds(501.05), points: { total: 8 } });
    expect(script.row('e6')).toMatchObject({ rank: 6, points: { total: 6 } });
  });

  it('[M13][M8] Beijing 2022, semi-final 1: of four with 3 points the three fastest qualify, one of them ninth over the line', () => {
    const script = sheet(
      {
        e1: { time: minutes(7, 56.1) },
        e2: { time: minutes(7, 56.2) },
        e3: { time: minutes(7, 56.3) },
        e4: { time: minutes(7, 56.4) },
        e5: { time: minutes(7, 56.5) },
        e6: { time: minutes(7, 56.93) },
        e7: { time: minutes(7, 57.1) },
        e8: { time: minutes(7, 57.2) },
        e9: { time: minutes(7, 58.22), s1: 1 },
        e10: { time: minutes(7, 58.54), s2: 1 },
        e11: { time: minutes(7, 59.5), s3: 1 },
        e12: { time: minutes(8, 10) },
      },
      { qualify: 8 },
    );
    const three = ['e6', 'e9', 'e10', 'e11'];
    expect(three.map((entry) => script.row(entry).points?.total)).toEqual([3, 3, 3, 3]);
    expect(three.map((entry) => script.row(entry).rank)).toEqual([6, 7, 8, 9]);
    expect(three.map((entry) => script.row(entry).marks.Q)).toEqual([true, true, true, undefined]);
    expect(script.row('e9').position).toBe(9);
    expect(script.by('rank').filter((entry) => script.row(entry).marks.Q)).toHaveLength(8);
  });

  it('[M13] barring rulings the first three over the line are the podium', () => {
    const script = sheet({
      e1: { time: 480 },
      e2: { time: 480.1 },
      e3: { time: 480.2 },
      e4: { time: 480.3, s1: 1, s2: 1, s3: 1 },
    });
    expect(script.by('rank')).toEqual(['e1', 'e2', 'e3', 'e4']);
    expect(script.row('e3').points?.total).toBeGreaterThan(script.row('e4').points?.total ?? 0);
  });

  it('[T5][M4] equal in points and to the thousandth is the same rank, and the next is skipped', () => {
    const times = { e1: 480.1005, e2: 480.1009, e3: 480.101, e4: 479 };
    const script = sheet(Object.fromEntries(Object.entries(times).map(([e, time]) => [e, { time }])), {
      finishPoints: [1],
      sprints: [],
    });
    expect(script.by('rank').map((entry) => script.row(entry).rank)).toEqual([1, 2, 2, 4]);
  });

  it('[T4] the thousandth is for those equal in hundredths, and for no other', () => {
    const script = sheet({ e1: { time: 480.101 }, e2: { time: 480.109 }, e3: { time: 480.11 } });
    expect(['e1', 'e2', 'e3'].map((entry) => script.row(entry).flags.thousandth)).toEqual([true, true, undefined]);
    expect(script.event('ms').standings['r1:e1']?.thousandth).toBe(true);
    script.rule('e2', 'DQ');
    expect(script.row('e1').flags.thousandth).toBeUndefined();
    expect(script.event('ms').standings['r1:e1']?.thousandth).toBeUndefined();
  });

  it('[M4] while they race the laps come first, and the order on the ice stands for the time', () => {
    const script = new Script(massStartMeet({ skaters: 3 }));
    script.start();
    script.laps('e1', [30, 60, 90, 120, 150]).laps('e2', [31, 61, 92]).laps('e3', [29, 61.5, 93, 124]);
    expect(script.row('e2')).toMatchObject({ lapsDown: 1, rank: 3 });
    expect(script.by('rank')).toEqual(['e1', 'e3', 'e2']);
  });
});

describe('who does not finish', () => {
  /** e4 won a sprint and was last seen at lap `laps`; e5 was seen for one lap more. */
  function dropOuts(): Script {
    const script = new Script(massStartMeet({ skaters: 5, rules: { laps: 6 } }));
    script.start();
    for (let lap = 1; lap <= 6; lap += 1) {
      for (const [entry, behind] of [
        ['e1', 0.1],
        ['e2', 0.2],
        ['e3', 0.3],
      ] as const)
        script.cross(entry, lap * 30 + behind);
      if (lap < 5) script.cross('e4', lap * 30);
      if (lap < 6) script.cross('e5', lap * 30 + 0.4);
    }
    return script;
  }

  it('[M5] has no points in total, keeps them printed, and ranks behind all who did, by laps then time', () => {
    const script = dropOuts();
    script.rule('e4', 'DNF');
    script.rule('e5', 'DNF');
    expect(script.by('rank')).toEqual(['e1', 'e2', 'e3', 'e5', 'e4']);
    expect(script.row('e4')).toMatchObject({ rank: 5, laps: 4, timeUs: seconds(120), points: { s1: 3, total: 0 } });
    expect(script.board().race.status).toBe('finished');
  });

  it('[M5] comes out so without a ruling once nobody expects him', () => {
    const script = dropOuts();
    expect(script.board().race.status).toBe('running');
    script.read('X1', 196, { race: 'r1' });
    expect(script.board().race.status).toBe('finished');
    expect(script.by('rank')).toEqual(['e1', 'e2', 'e3', 'e5', 'e4']);
    expect(script.by('order')).toEqual(['e1', 'e2', 'e3', 'e5', 'e4']);
    expect(script.row('e4')).toMatchObject({ laps: 4, points: { s1: 3, total: 0 } });
  });

  it('[M5] or once the race is closed', () => {
    const script = dropOuts();
    script.say({ kind: 'arm', race: 'r1', fromUs: 1_699_999_990_000_000 });
    script.decideAfter(185).say({ kind: 'close', race: 'r1' });
    expect(script.board().race.status).toBe('finished');
    expect(script.row('e5')).toMatchObject({ rank: 4, laps: 5, points: { total: 0 } });
  });

  it('[M5] keeps his points as they stand until the leader has finished', () => {
    const script = dropOuts();
    script.say({ kind: 'length', race: 'r1', laps: 8 });
    script.read('X1', 196, { race: 'r1' });
    expect(script.row('e4')).toMatchObject({ flags: { gone: true }, points: { s1: 3, total: 3 } });
  });

  it('[M5] two who were never seen stand in the order of the start list', () => {
    const script = new Script(massStartMeet({ skaters: 4, rules: { laps: 1 } }));
    script.start();
    script.cross('e2', 30).concat(script.cross('e4', 31));
    script.rule('e3', 'DNF');
    script.rule('e1', 'DNF');
    expect(script.by('rank')).toEqual(['e2', 'e4', 'e1', 'e3']);
  });

  it('[M12] who falls may go on, and loses only time', () => {
    const script = new Script(massStartMeet({ skaters: 3 }));
    script.start();
    script.laps('e1', [30, 60, 90, 120]).laps('e2', [30.2, 60.2, 90.2, 120.2]).laps('e3', [30.4, 60.4, 113, 143]);
    expect(script.row('e3')).toMatchObject({
      laps: 4,
      position: 3,
      gapUs: seconds(23),
      splits: { 3: { lapUs: seconds(52.6) } },
    });
    expect(script.row('e3').flags.estimated).toBeUndefined();
  });
});
