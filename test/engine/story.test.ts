import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentsMax } from '../../server/engine/story/story.ts';
import type { Moment } from '../../shared/board.ts';
import { at, bunch, log, raced, told } from './laps.ts';
import { massStartMeet, pairsMeet, Script, seconds } from './script.ts';

const away = (lead: number) => [0, 0.2, ...[0, 0.2, 0.4, 0.6].map((us) => lead + us)];

describe('an attack', () => {
  it('[F25] is told when the group is two seconds ahead, with size and lead, at the instant of the first behind it', () => {
    const script = raced([bunch, bunch, away(1.9), away(2.5)]);
    expect(log(script)).toEqual({
      'attack-4': {
        at: at(122.5),
        says: { code: 'attack', values: { lap: 4, leadUs: seconds(2.5), size: 2 } },
        about: ['e1', 'e2'],
      },
    });
  });

  it('[F25] is told again when its lead has doubled, and when it has halved', () => {
    const script = raced([bunch, away(2), away(3.9), away(4), away(3), away(2)]);
    expect(Object.keys(log(script))).toEqual(['attack-2', 'lead-4', 'lead-6']);
    expect(log(script)['lead-4']?.says).toEqual({
      code: 'leadGrows',
      values: { lap: 4, leadUs: seconds(4), wasUs: seconds(2), size: 2 },
    });
    expect(log(script)['lead-6']?.says).toMatchObject({ code: 'leadShrinks', values: { leadUs: seconds(2) } });
  });

  it('[F25] ends when the bunch comes by with them', () => {
    const script = raced([bunch, away(2.5), bunch]);
    expect(log(script)['caught-3']).toEqual({
      at: at(90.4),
      says: { code: 'caught', values: { lap: 3 } },
      about: ['e1', 'e2'],
    });
  });

  it('[F25] is joined by who rides across, and goes on with those who stay away', () => {
    const across = [0, 0.2, 0.4, 4, 4.2, 4.4];
    const alone = [0, 3, 3.2, 3.4, 3.6, 3.8];
    const script = raced([bunch, away(4), across, alone]);
    expect(told(script, 'joined')).toEqual([['joined-3', expect.objectContaining({ about: ['e3'] })]]);
    expect(told(script, 'attack').map(([id, { about }]) => [id, about])).toEqual([
      ['attack-2', ['e1', 'e2']],
      ['attack-4', ['e1']],
    ]);
  });

  it('[F25] is not over when those who are away become most of the race', () => {
    const script = raced([bunch, away(4), [0, 0.2, 4]]);
    const ids = () => [...told(script, 'attack'), ...told(script, 'caught')].map(([id]) => id);
    for (const [i, us] of [0, 0.2, 4].entries()) script.cross(`e${i + 1}`, 120 + us);
    expect(ids()).toEqual(['attack-2']);
    for (const [i, us] of [0, 0.2, 0.9].entries()) script.cross(`e${i + 1}`, 150 + us);
    expect(ids()).toEqual(['attack-2', 'caught-5']);
  });

  it('[F25][M9] is none in the neutral lap', () => {
    expect(log(raced([away(3)]))).toEqual({});
    expect(Object.keys(log(raced([away(3)], { neutralLaps: 0 })))).toEqual(['attack-1']);
  });

  it('[F25] is not told while nobody behind them was seen, nor of more than half of the race', () => {
    const script = raced([bunch, bunch]);
    script.cross('e1', 90);
    script.cross('e2', 90.2);
    expect(log(script)).toEqual({});
    const most = [0, 0.1, 0.2, 0.3, 2.6, 2.7];
    expect(log(raced([bunch, most]))).toEqual({});
  });

  it('[F25] needs as much of a lead as the event says', () => {
    const rules = { story: { leadUs: seconds(1.5) } };
    expect(Object.keys(log(raced([bunch, away(1.6)], rules)))).toEqual(['attack-2']);
  });
});

describe('contact', () => {
  const dropped = [0, 0.2, 0.4, 0.6, 3.6, 4.6];

  it('[F25] is lost three seconds behind the bunch, told once, with all who lost it in that lap', () => {
    const script = raced([bunch, dropped, dropped]);
    expect(log(script)).toEqual({
      'lost-2': {
        at: at(64.6),
        says: { code: 'lostContact', values: { lap: 2, behindUs: seconds(3) } },
        about: ['e5', 'e6'],
      },
    });
  });

  it('[F25][M12] is found again by who comes back', () => {
    const script = raced([bunch, dropped, [0, 0.2, 0.4, 0.6, 0.5, 4]]);
    expect(told(script, 'rejoined')).toEqual([
      ['back-3', { at: at(90.5), says: { code: 'rejoined', values: { lap: 3 } }, about: ['e5'] }],
    ]);
  });
});

describe('the lead', () => {
  const second = [0.3, 0, 0.4, 0.6, 0.8, 1];

  it('[F25] is told when it is taken from one who had it for two laps', () => {
    const script = raced([bunch, bunch, second, bunch]);
    expect(log(script)).toEqual({
      'leader-3': {
        at: at(90),
        says: { code: 'leader', values: { name: 'Skater 2', from: 'Skater 1', point: '3', lap: 3, led: 2 } },
        about: ['e2'],
      },
    });
  });

  it('[F25] in a pair is told at every split', () => {
    const script = new Script(pairsMeet(1500, 1));
    script.start('p1');
    for (const [entry, times] of [
      ['e1', [25, 53, 82]],
      ['e2', [25.1, 52.9, 82.1]],
    ] as const) {
      for (const time of times) script.cross(entry, time, { race: 'p1' });
    }
    expect(told(script, 'leader', 'p1').map(([id]) => id)).toEqual(['leader-700', 'leader-1100']);
  });

  it('[F25] at the bell is told with its margin', () => {
    const script = raced([bunch, bunch], { laps: 3 });
    expect(log(script)).toEqual({
      bell: { at: at(60), says: { code: 'bell', values: { name: 'Skater 1', leadUs: seconds(0.2) } }, about: ['e1'] },
    });
    const id = script.say({ kind: 'bell', race: 'r1', lap: 2 });
    expect(log(script)[id]?.says).toEqual({ code: 'bellWrong', values: { lap: 2, laps: 3 } });
  });
});

describe('sprints', () => {
  const rules = { laps: 3, sprints: [{ lap: 2 }] };

  it('[F25][M14] are told with points and margin, and the first over the line with his time', () => {
    const script = raced([bunch, bunch, bunch], rules);
    const values = { name: 'Skater 1', second: 'Skater 2', marginUs: seconds(0.2), confirmed: false };
    expect(log(script)['sprint-1']?.says).toEqual({
      code: 'sprintWon',
      values: { ...values, sprint: 1, lap: 2, points: 3 },
    });
    expect(log(script)['sprint-2']?.says).toEqual({
      code: 'won',
      values: { ...values, sprint: 2, lap: 3, points: 60, timeUs: seconds(90) },
    });
  });

  it('[F25] tell the first place that the photo finish gave to another', () => {
    const script = raced([bunch, bunch], rules);
    script.say({ kind: 'sprint', race: 'r1', sprint: 1, order: [['e1'], ['e3'], ['e2']] });
    expect(log(script)['reordered-1']).toEqual({
      at: at(60.2),
      says: {
        code: 'reordered',
        values: { sprint: 1, lap: 2, place: 2, name: 'Skater 3', before: 'Skater 2', cause: 'photo' },
      },
      about: ['e3', 'e2'],
    });
  });

  it('[F25] tell nothing where the photo finish confirms the loops', () => {
    const script = raced([bunch, bunch], rules);
    script.say({ kind: 'sprint', race: 'r1', sprint: 1, order: [['e1', 'e2'], ['e3']] });
    expect(told(script, 'reordered')).toEqual([]);
    expect(log(script)['sprint-1']?.says.values).toMatchObject({ confirmed: true });
  });
});

describe('the log', () => {
  it('[F24] tells decisions at their instants, and a signature freezes none of them', () => {
    const script = raced([bunch, bunch, bunch], { laps: 3 });
    script.decideAfter(100).say({ kind: 'official', race: 'r1', signer: 'R' });
    const id = script.rule('e2', 'DQ', { code: 'T08' });
    expect(log(script)[id]).toEqual({
      at: at(100) + 2000,
      says: { code: 'ruling', values: { status: 'DQ', code: 'T08' } },
      about: ['e2'],
    });
  });

  it('[F24] has a word for every kind of decision', () => {
    const script = new Script(pairsMeet(500, 1));
    script.say({ kind: 'clear', race: 'p1', reason: 'falseStart' });
    script.start('p1', 10);
    script.decideAfter(20).say({ kind: 'length', race: 'p1', laps: 2 });
    script.say({ kind: 'falseStart', race: 'p1', entry: 'e1' });
    script.say({ kind: 'protest', race: 'p1', by: 'NOR', about: 'x' });
    script.say({ kind: 'official', race: 'p1', signer: 'R' });
    script.say({ kind: 'reopen', race: 'p1' });
    const moments = Object.values(log(script, 'p1')).map(({ says }) => [says.code, says.values]);
    expect(moments).toEqual([
      ['cleared', { reason: 'falseStart' }],
      ['restarted', { attempt: 2 }],
      ['length', { laps: 2 }],
      ['falseStart', {}],
      ['protest', { by: 'NOR', state: 'open' }],
      ['official', { signer: 'R' }],
      ['reopened', {}],
    ]);
  });

  it('[F24] keeps the newest forty', () => {
    const script = new Script(pairsMeet(500, 1));
    const count = momentsMax + 1;
    const ids = Array.from({ length: count }, () => script.say({ kind: 'falseStart', race: 'p1', entry: 'e1' }));
    expect(momentsMax).toBe(40);
    expect(Object.keys(log(script, 'p1')).sort()).toEqual(ids.slice(1).sort());
  });

  const behind = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 6, maxLength: 6 });

  it('[F24] of what happened on the way nothing is taken back or told otherwise by what happens after it', () => {
    fc.assert(
      fc.property(fc.array(behind, { minLength: 2, maxLength: 5 }), (laps) => {
        const script = new Script(massStartMeet({ skaters: 6, rules: { laps: 8, sprints: [] } }));
        script.start();
        let before: Record<string, Moment> = {};
        for (const [index, tenths] of laps.entries()) {
          for (const [i, tenth] of tenths.entries())
            script.cross(`e${i + 1}`, 30 * (index + 1) + tenth / 10 + i / 1000);
          const now = log(script);
          expect(now).toMatchObject(before);
          before = now;
        }
      }),
      { numRuns: 300 },
    );
  });
});
