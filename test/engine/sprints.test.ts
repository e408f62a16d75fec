import { describe, expect, it } from 'vitest';
import { massStartMeet, type Said, Script, seconds, steady } from './script.ts';

type Order = readonly string[];

/** A race of `laps` laps whose laps end in these orders, 0.1 s apart; laps not named end as they began. */
function raced(
  laps: number,
  orders: Readonly<Record<number, Order>>,
  skaters = 8,
  rules: Record<string, unknown> = {},
): Script {
  const script = new Script(massStartMeet({ skaters, rules: { laps, ...rules } }));
  script.start();
  const all = Array.from({ length: skaters }, (_, i) => `e${i + 1}`);
  for (let lap = 1; lap <= laps; lap += 1) {
    const named = orders[lap] ?? [];
    const order = [...named, ...all.filter((entry) => !named.includes(entry))];
    for (const [place, entry] of order.entries()) script.cross(entry, lap * 30 + place / 10);
  }
  return script;
}

function points(script: Script): Record<string, Record<string, number>> {
  const rows = Object.entries(script.board().rows);
  return Object.fromEntries(
    rows.flatMap(([entry, row]) => ((row.points?.total ?? 0) > 0 ? [[entry, row.points ?? {}]] : [])),
  );
}

const order = (kind: 'sprint' | 'finish', places: readonly (readonly string[])[], sprint = 1): Said =>
  kind === 'finish'
    ? { kind, race: 'r1', order: places.map((tier) => [...tier]) }
    : { kind, race: 'r1', sprint, order: places.map((tier) => [...tier]) };

describe('points', () => {
  it('[M1] sixteen laps with sprints at 4, 8, 12 and the end, unless the meet says otherwise', () => {
    const lapsOf = (script: Script) => Object.values(script.board().sprints).map(({ lap }) => lap);
    expect(lapsOf(new Script(massStartMeet()))).toEqual([4, 8, 12, 16]);
    expect(lapsOf(new Script(massStartMeet({ rules: { laps: 10 } })))).toEqual([4, 8, 10]);
    const own = { laps: 6, sprints: [{ lap: 5, points: [9] }, { lap: 2 }], finishPoints: [7, 1] };
    const { sprints } = new Script(massStartMeet({ rules: own })).board();
    expect(Object.values(sprints).map(({ lap, points }) => [lap, points])).toEqual([
      [2, [3, 2, 1]],
      [5, [9]],
      [6, [7, 1]],
    ]);
  });

  it('[M2] three, two and one at a sprint, sixty to three at the finish', () => {
    const script = raced(8, { 4: ['e3', 'e2', 'e1', 'e4'], 8: ['e8', 'e7', 'e6', 'e5', 'e4', 'e3', 'e2', 'e1'] });
    expect(points(script)).toEqual({
      e3: { s1: 3, s2: 3, total: 6 },
      e2: { s1: 2, total: 2 },
      e1: { s1: 1, total: 1 },
      e8: { s2: 60, total: 60 },
      e7: { s2: 40, total: 40 },
      e6: { s2: 20, total: 20 },
      e5: { s2: 10, total: 10 },
      e4: { s2: 6, total: 6 },
    });
  });

  it('[M2] five, three and one, and three places at the finish, by the scale of 2018', () => {
    const script = raced(6, { 4: ['e3', 'e2', 'e1'], 6: ['e8', 'e7', 'e6', 'e5'] }, 8, { scale: '2018' });
    const won = points(script);
    expect(Object.fromEntries(Object.entries(won).map(([entry, { total }]) => [entry, total]))).toEqual({
      ...{ e3: 5, e2: 3, e1: 1 },
      ...{ e8: 60, e7: 40, e6: 20 },
    });
  });

  it('[M3] a lapped skater between the leaders wins nothing', () => {
    const script = new Script(massStartMeet({ skaters: 4 }));
    script.start();
    for (const [entry, behind] of [
      ['e1', 0],
      ['e2', 1],
      ['e3', 3],
    ] as const)
      script.laps(entry, steady(4, 30, behind));
    // He ends his third lap between the first and the second of the sprint, and his fourth a lap later.
    script.laps('e4', [40, 80, 120.5, 161]);
    expect(script.board().sprints['1']?.order).toEqual([['e1'], ['e2'], ['e3']]);
    for (const entry of ['e1', 'e2', 'e3']) script.cross(entry, 150);
    expect(script.row('e4').points).toEqual({ total: 0 });
  });

  it('[M3] who comes after the leader has ended the next lap is too late for a place nobody took', () => {
    const script = new Script(massStartMeet({ skaters: 3 }));
    script.start();
    script
      .laps('e1', steady(5))
      .laps('e2', [...steady(3, 30, 9), 149.999999])
      .laps('e3', [...steady(3, 30, 10), 150]);
    expect(script.board().sprints['1']?.order).toEqual([['e1'], ['e2']]);
  });
});

describe('a sprint', () => {
  it('[M14] is ahead, open while places are free, and provisional when they are taken', () => {
    const script = new Script(massStartMeet());
    script.start();
    for (const entry of ['e1', 'e2', 'e3', 'e4']) script.laps(entry, steady(3));
    const state = () => script.board().sprints['1']?.state;
    expect(state()).toBe('ahead');
    script.cross('e2', 120);
    expect(state()).toBe('open');
    expect(script.row('e2').points).toEqual({ s1: 3, total: 3 });
    script.cross('e1', 120.1);
    expect(state()).toBe('open');
    script.cross('e3', 120.2);
    expect(state()).toBe('provisional');
  });

  it('[M14] with fewer than it has places for is provisional when the leader is round again', () => {
    const script = raced(5, {}, 2);
    expect(script.board().sprints['1']).toMatchObject({ state: 'provisional', order: [['e1'], ['e2']] });
  });

  it('[M14] is confirmed by the photo finish, whose order goes over what the loops say', () => {
    const script = raced(5, { 4: ['e1', 'e2', 'e3', 'e4'] });
    script.say(order('sprint', [['e2'], ['e1']]));
    expect(script.board().sprints['1']).toMatchObject({ state: 'confirmed', order: [['e2'], ['e1'], ['e3']] });
    expect(points(script)).toMatchObject({ e2: { s1: 3 }, e1: { s1: 2 }, e3: { s1: 1 } });
    script.say(order('sprint', [['e3'], ['e1'], ['e2']]));
    expect(points(script)).toMatchObject({ e3: { s1: 3 }, e1: { s1: 2 }, e2: { s1: 1 } });
  });

  it('[M14] a photo order that is retracted leaves what the loops say', () => {
    const script = raced(5, {});
    script.retract(script.say(order('sprint', [['e5'], ['e6'], ['e7']])));
    expect(script.board().sprints['1']).toMatchObject({ state: 'provisional', order: [['e1'], ['e2'], ['e3']] });
  });

  it('[M2] in a dead heat each has the points of the place they share, and the next places are skipped', () => {
    const script = raced(5, {});
    script.say(order('sprint', [['e5', 'e6'], ['e7'], ['e8']]));
    expect(script.board().sprints['1']?.order).toEqual([['e5', 'e6'], ['e7']]);
    expect(points(script)).toMatchObject({ e5: { s1: 3 }, e6: { s1: 3 }, e7: { s1: 1 } });
  });

  it('[M7] whoever is disqualified leaves it and those behind move up, also after the photo finish', () => {
    const script = raced(5, { 4: ['e1', 'e2', 'e3', 'e4'] });
    script.say(order('sprint', [['e1'], ['e2'], ['e3']]));
    script.rule('e1', 'DQ', { code: 'T25' });
    expect(script.board().sprints['1']?.order).toEqual([['e2'], ['e3'], ['e4']]);
    expect(points(script)).toMatchObject({ e2: { s1: 3 }, e3: { s1: 2 }, e4: { s1: 1 } });
    script.rule('e1', 'ok');
    expect(script.board().sprints['1']?.order).toEqual([['e1'], ['e2'], ['e3']]);
  });

  it('[M14] orders of an attempt that was cleared count no more', () => {
    const script = raced(5, {});
    script.say(order('sprint', [['e5'], ['e6'], ['e7']]));
    script.decideAfter(200).say({ kind: 'clear', race: 'r1', reason: 'fall' });
    expect(script.board().sprints['1']).toMatchObject({ state: 'ahead', order: [] });
  });

  it('[M14] with two loops the sprint is still at the line', () => {
    const loops = [
      { id: 'finish', atMetres: 0 },
      { id: 'back', atMetres: 200 },
    ];
    const script = new Script(massStartMeet({ skaters: 2, loops, rules: { laps: 3, sprints: [{ lap: 2 }] } }));
    script.start();
    for (const lap of [0, 1, 2]) {
      script.cross('e1', lap * 30 + 17, { loop: 'back' }).concat(script.cross('e2', lap * 30 + 18, { loop: 'back' }));
      script.cross('e1', lap * 30 + 33);
      script.cross('e2', lap * 30 + (lap === 1 ? 32 : 34));
    }
    expect(script.board().sprints['1']?.order).toEqual([['e2'], ['e1']]);
    expect(script.board().log['sprint-1']).toMatchObject({ at: 1_700_000_062_000_000, says: { values: { lap: 2 } } });
  });
});

describe('the finish', () => {
  it('[M14] is the last sprint, confirmed by its order under either name', () => {
    for (const said of [order('finish', [['e2'], ['e1']]), order('sprint', [['e2'], ['e1']], 2)]) {
      const script = raced(6, {});
      expect(script.board().sprints['2']).toMatchObject({ lap: 6, finish: true, state: 'provisional' });
      script.say(said);
      expect(script.board().sprints['2']).toMatchObject({
        state: 'confirmed',
        order: [['e2'], ['e1'], ['e3'], ['e4'], ['e5'], ['e6']],
      });
    }
  });

  it('[M14] who was seen by the photo finish only has finished, without a time', () => {
    const script = raced(6, {}, 4);
    const unseen = script.records.find(
      (fact) => fact.kind === 'passing' && fact.entry === 'e1' && fact.at > 1_700_000_179_000_000,
    );
    if (unseen?.kind !== 'passing') throw new Error('no such reading');
    script.retract(unseen.id);
    script.say(order('finish', [['e2'], ['e1'], ['e3'], ['e4']]));
    const row = script.row('e1');
    expect(row).toMatchObject({ laps: 6, rank: 2, position: 2, points: { s1: 3, s2: 40, total: 43 } });
    expect(row.flags).toEqual({ finished: true, estimated: true });
    expect(row.timeUs).toBeUndefined();
    expect(script.board().race.status).toBe('finished');
    script.say({ kind: 'handtime', race: 'r1', entry: 'e1', watches: [seconds(180.1)] });
    expect(script.row('e1')).toMatchObject({ timeUs: seconds(180.1), basis: 'hand' });
  });

  it('[M4] where the photo finish names both it decides over time', () => {
    const script = raced(2, {}, 8, { finishPoints: [1], sprints: [] });
    script.say(order('finish', [['e1'], ['e3'], ['e2'], ['e5', 'e4']]));
    expect(script.by('rank').slice(0, 3)).toEqual(['e1', 'e3', 'e2']);
    expect(script.row('e4').rank).toBe(4);
    expect(script.row('e5').rank).toBe(4);
    expect(script.row('e6').rank).toBe(6);
  });
});

describe('a race made longer or shorter on the way', () => {
  it('[M1] ends and gives its final points where it is said to end, though the leaders are past it', () => {
    const script = raced(6, { 5: ['e3', 'e1', 'e2'] });
    script.say({ kind: 'length', race: 'r1', laps: 5 });
    const board = script.board();
    expect(board.laps).toMatchObject({ total: 5, leader: 5, toGo: 0 });
    expect(board.sprints['2']).toMatchObject({
      lap: 5,
      finish: true,
      order: [['e3'], ['e1'], ['e2'], ['e4'], ['e5'], ['e6']],
    });
    expect(board.rows.e3).toMatchObject({ laps: 5, timeUs: seconds(150), rank: 1, flags: { finished: true } });
    expect(board.race.status).toBe('finished');
    expect(Object.keys(board.course)).toHaveLength(5);
  });

  it('[M1] goes on where it was made longer again, with the readings it had all along', () => {
    const script = raced(6, {});
    const before = script.board();
    script.say({ kind: 'length', race: 'r1', laps: 4 });
    expect(script.board().sprints).toMatchObject({ 1: { lap: 4, finish: true, points: [60, 40, 20, 10, 6, 3] } });
    script.say({ kind: 'length', race: 'r1', laps: 6 });
    const { log, ...after } = script.board();
    const { log: _, ...first } = before;
    expect(after).toEqual(first);
    expect(Object.values(log).filter(({ says }) => says.code === 'length')).toHaveLength(2);
  });

  it('[M1] gets the sprints that lie on the added laps', () => {
    const script = raced(6, {});
    script.say({ kind: 'length', race: 'r1', laps: 10 });
    const { sprints, laps, race } = script.board();
    expect(Object.values(sprints).map(({ lap, state }) => [lap, state])).toEqual([
      [4, 'provisional'],
      [8, 'ahead'],
      [10, 'ahead'],
    ]);
    expect(laps).toMatchObject({ total: 10, leader: 6, toGo: 4 });
    expect(race.status).toBe('running');
  });

  it('[M1] may have times that do not count', () => {
    const script = raced(6, {});
    script.say({ kind: 'length', race: 'r1', laps: 6, timesValid: false });
    expect(script.row('e1').flags).toEqual({ finished: true, timeInvalid: true });
  });
});
