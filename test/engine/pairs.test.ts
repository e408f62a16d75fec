import { describe, expect, it } from 'vitest';
import { pairsMeet, Script, seconds } from './script.ts';

/** Pairs of a 1000 m, `seconds` apart; the splits of each entry. */
function skated(splits: Readonly<Record<string, readonly number[]>>, pairs = 3): Script {
  const script = new Script(pairsMeet(1000, pairs));
  for (let pair = 1; pair <= pairs; pair += 1) {
    const entries = [`e${2 * pair - 1}`, `e${2 * pair}`];
    if (!entries.some((entry) => splits[entry] !== undefined)) continue;
    script.start(`p${pair}`, 1000 * pair);
    for (const entry of entries) {
      for (const time of splits[entry] ?? []) script.cross(entry, 1000 * pair + time, { race: `p${pair}` });
    }
  }
  return script;
}

const three = {
  e1: [17.5, 44, 71.123],
  e2: [17.8, 44.6, 71.9],
  e3: [17.4, 44.2, 71.5],
  e4: [18, 45, 73],
};

describe('a split', () => {
  it('[L3] has rank and signed difference against the best so far, whoever rode it', () => {
    const script = skated(three);
    expect(script.row('e1', 'p1').splits['200']).toMatchObject({ rank: 1 });
    expect(script.row('e1', 'p1').splits['200']?.diffUs).toBeUndefined();
    expect(script.row('e2', 'p1').splits['200']).toMatchObject({ rank: 2, diffUs: seconds(0.3) });
    expect(script.row('e3', 'p2').splits).toMatchObject({
      200: { rank: 1, diffUs: seconds(-0.1) },
      600: { rank: 2, diffUs: seconds(0.2) },
      1000: { rank: 2, diffUs: seconds(71.5) - seconds(71.123) },
    });
    expect(script.row('e3', 'p2').rank).toBe(2);
  });

  it('[L3] is compared with the best of earlier pairs, and shows whose that is', () => {
    const { best } = skated(three).board('p2');
    expect(best['600']).toEqual({ timeUs: seconds(44), entry: 'e1', name: 'Skater 1' });
    expect(skated(three).board('p1').best).toEqual({});
    expect(skated(three).board('p3').best['200']).toMatchObject({ timeUs: seconds(17.4), entry: 'e3' });
  });

  it('[L3] later pairs never change it', () => {
    // What is at stake is another matter: a medal that was open is lost to a later pair (N4).
    const told = (script: Script) => {
      const { rows, ...board } = script.board('p1');
      return { ...board, rows: Object.values(rows).map(({ forecast: _, ...row }) => row) };
    };
    const before = told(skated({ e1: three.e1, e2: three.e2 }));
    const after = skated({ ...three, e5: [15, 40, 65], e6: [15.1, 40.1, 65.1] });
    expect(told(after)).toEqual(before);
    expect(after.row('e5', 'p3')).toMatchObject({
      rank: 1,
      splits: { 1000: { diffUs: seconds(65) - seconds(71.123) } },
    });
  });

  it('[L3] nor do they where both of a pair fell before the point', () => {
    const fallen = (more: object): Script => {
      const script = skated({ e1: [17.5], e2: [17.8], ...more });
      for (const entry of ['e1', 'e2']) script.say({ kind: 'ruling', race: 'p1', entry, status: 'DNF' });
      return script;
    };
    expect(fallen({ e3: three.e3 }).board('p1').best).toEqual(fallen({}).board('p1').best);
  });

  it('[T3] ranks by untruncated times', () => {
    const script = skated({ e1: [17.401, 44], e3: [17.4009, 44.0001] });
    expect(script.row('e3', 'p2').splits).toMatchObject({
      200: { rank: 1, diffUs: -100 },
      600: { rank: 2, diffUs: 100 },
    });
  });

  it('[T2] laps are of truncated times, so they add up to the finish', () => {
    const script = skated({ e1: [17.4099, 44.0051, 71.1249] });
    const laps = Object.values(script.row('e1', 'p1').splits).map(({ lapUs }) => lapUs);
    expect(laps).toEqual([seconds(17.4), seconds(26.6), seconds(27.12)]);
    expect(script.row('e1', 'p1').lapUs).toBe(seconds(27.12));
    expect(laps.reduce((sum = 0, lap = 0) => sum + lap, 0)).toBe(seconds(71.12));
  });

  it('[T1] the raw time stays on the board', () => {
    expect(skated({ e1: [17.409999] }).row('e1', 'p1').timeUs).toBe(17_409_999);
  });

  it('[L3] a split that nobody measured is compared with nobody', () => {
    const script = new Script(pairsMeet(1000, 1));
    script.start('p1');
    script.cross('e1', 17.5, { race: 'p1' });
    script.say({ kind: 'handtime', race: 'p1', entry: 'e1', watches: [seconds(71)] });
    expect(script.row('e1', 'p1').splits['600']).toMatchObject({ estimated: true });
    expect(script.row('e1', 'p1').splits['600']?.rank).toBeUndefined();
    expect(script.row('e1', 'p1').splits['1000']?.rank).toBe(1);
  });
});

describe('the standings of a timed event', () => {
  const order = (script: Script) => {
    const list = Object.entries(script.event('pairs').standings).sort(([, a], [, b]) => a.order - b.order);
    return list.map(([key, { rank }]) => [key, rank]);
  };

  it('[T4] go by hundredths, then thousandths, and print the thousandth of those equal in hundredths', () => {
    const script = skated({
      e1: [17, 44, 71.129],
      e2: [17, 44, 71.121],
      e3: [17, 44, 71.13],
      e4: [17, 44, 71.1299],
    });
    expect(order(script)).toEqual([
      ['p1:e2', 1],
      ['p1:e1', 2],
      ['p2:e4', 2],
      ['p2:e3', 4],
      ['p3:e5', undefined],
      ['p3:e6', undefined],
    ]);
    const { standings } = script.event('pairs');
    expect(['p1:e2', 'p1:e1', 'p2:e4', 'p2:e3'].map((key) => standings[key]?.thousandth)).toEqual([
      ...[true, true, true],
      undefined,
    ]);
    expect(script.row('e4', 'p2')).toMatchObject({ rank: 2, flags: { thousandth: true } });
  });

  it('[T5] what is behind is the difference of printed times', () => {
    const script = skated({ e1: [17, 44, 71.129], e2: [17, 44, 71.1311] });
    expect(script.event('pairs').standings['p1:e1']?.behindUs).toBe(0);
    expect(script.event('pairs').standings['p1:e2']?.behindUs).toBe(10_000);
  });

  it.each(['DQ', 'DNF', 'DNS', 'WDR', 'PEN'] as const)(
    '[L7] %s: no rank and no time, here and on the row',
    (status) => {
      const script = skated(three);
      script.say({ kind: 'ruling', race: 'p1', entry: 'e1', status, code: 'T08' });
      const standing = script.event('pairs').standings['p1:e1'];
      expect(standing).toMatchObject({ status, code: 'T08' });
      expect([standing?.rank, standing?.timeUs]).toEqual([undefined, undefined]);
      const row = script.row('e1', 'p1');
      expect([row.rank, row.timeUs, row.lapUs]).toEqual([undefined, undefined, undefined]);
      expect(script.event('pairs').standings['p2:e3']).toMatchObject({ rank: 1, behindUs: 0 });
      expect(script.row('e3', 'p2')).toMatchObject({ rank: 1 });
      expect(script.board('p2').best['600']).toMatchObject({ entry: 'e2' });
    },
  );

  it('[F12] a code with ok stands beside rank and time, here and on the row', () => {
    const script = skated(three);
    script.say({ kind: 'ruling', race: 'p1', entry: 'e1', status: 'ok', code: 'T02' });
    const shown = { rank: 1, code: 'T02', timeUs: seconds(71.123) };
    expect(script.event('pairs').standings['p1:e1']).toMatchObject(shown);
    expect(script.row('e1', 'p1')).toMatchObject({ code: 'T02', timeUs: seconds(71.123), flags: { finished: true } });
    expect(script.row('e1', 'p1').status).toBeUndefined();
  });

  it('[L7] a fallen finisher has a time', () => {
    const script = skated({ e1: [17.5, 60, 95] });
    expect(script.event('pairs').standings['p1:e1']).toMatchObject({ rank: 1, timeUs: seconds(95) });
  });

  it('[O1] are provisional until the race is official', () => {
    const script = skated(three);
    expect(script.event('pairs').standings['p1:e1']?.provisional).toBe(true);
    script.say({ kind: 'official', race: 'p1', signer: 'R' });
    expect(script.event('pairs').standings['p1:e1']?.provisional).toBeUndefined();
    expect(script.event('pairs').standings['p2:e3']?.provisional).toBe(true);
  });

  it('[L3] rows stand by lane, and the order on the ice is the position', () => {
    const script = skated({ e1: [17.5], e2: [17.4] });
    expect(script.by('order', 'p1')).toEqual(['e1', 'e2']);
    expect(script.by('position', 'p1')).toEqual(['e2', 'e1']);
  });
});
