import { describe, expect, it } from 'vitest';
import { type Meet, meetSchema } from '../../shared/meet.ts';
import { massStartMeet, Script, steady } from './script.ts';

/** Two semi-finals of so many, from each so many to the final. */
function semis(starters: number, places: number, rules: Record<string, unknown> = {}): Meet {
  const head = massStartMeet({ rules });
  const skaters = (prefix: string) =>
    Array.from({ length: starters }, (_, i) => ({ id: `${prefix}${i + 1}`, name: `${prefix}${i + 1}` }));
  return meetSchema.parse({
    ...head,
    events: [{ ...head.events[0], rounds: [{ id: 'semi', advance: [{ places }] }, { id: 'final' }] }],
    races: [
      { id: 's1', event: 'ms', name: 's1', round: 'semi', entries: skaters('a') },
      { id: 's2', event: 'ms', name: 's2', round: 'semi', entries: skaters('b') },
      { id: 'final', event: 'ms', name: 'final', round: 'final', entries: [] },
    ],
  });
}

/** All of a race in the order of their numbers, 0.2 s apart, over so many laps. */
function ride(script: Script, race: string, laps: number, starters: number): void {
  const prefix = race === 's1' ? 'a' : 'b';
  script.start(race);
  for (let n = 1; n <= starters; n += 1) {
    for (const time of steady(laps, 30, n * 0.2)) script.cross(`${prefix}${n}`, time, { race });
  }
}

const helmets = (script: Script) =>
  script.by('order', 'final').map((entry) => [Number(script.row(entry, 'final').helmet), entry]);

describe.each([12, 15])('semi-finals of %i starters', (starters) => {
  it('[M8] lead eight each to a final of sixteen, whose helmets are their ranks', () => {
    const script = new Script(semis(starters, 8));
    ride(script, 's1', 16, starters);
    ride(script, 's2', 16, starters);
    expect(script.by('order', 'final')).toHaveLength(16);
    expect(helmets(script).slice(0, 4)).toEqual([
      [1, 'a1'],
      [2, 'b1'],
      [3, 'a2'],
      [4, 'b2'],
    ]);
    expect(helmets(script).at(-1)).toEqual([16, 'b8']);
  });

  it('[M8] lead one more whom the referee advances, who has the last helmet', () => {
    const script = new Script(semis(starters, 8));
    ride(script, 's1', 16, starters);
    ride(script, 's2', 16, starters);
    script.say({ kind: 'ruling', race: 's2', entry: `b${starters}`, status: 'DNF' });
    script.say({ kind: 'ruling', race: 's2', entry: `b${starters}`, status: 'ADV' });
    expect(helmets(script).at(-1)).toEqual([17, `b${starters}`]);
  });
});

describe('the length of a race', () => {
  it('[M1] changed in mid-race in a semi-final changes who goes on', () => {
    const script = new Script(semis(4, 2, { laps: 6, sprints: [{ lap: 4 }], finishPoints: [1] }));
    script.start('s1');
    const cross = (lap: number, order: readonly string[]) => {
      for (const [i, entry] of order.entries()) script.cross(entry, lap * 30 + i, { race: 's1' });
    };
    for (const lap of [1, 2, 3]) cross(lap, ['a1', 'a2', 'a3', 'a4']);
    cross(4, ['a4', 'a3', 'a2', 'a1']);
    expect(script.by('order', 'final')).toEqual(['a4', 'a3']);
    script.say({ kind: 'length', race: 's1', laps: 5 });
    cross(5, ['a1', 'a2', 'a3', 'a4']);
    expect(script.board('s1').race.status).toBe('finished');
    expect(script.board('final').laps.total).toBe(6);
    script.say({ kind: 'length', race: 's1', laps: 4 });
    expect(script.board('s1').sprints['1']).toMatchObject({ finish: true, lap: 4, order: [['a4']] });
    expect(script.by('order', 'final')).toEqual(['a4', 'a3']);
  });

  it('[M1] of juniors is 10 laps, with sprints at 4 and 8 and at the finish', () => {
    const script = new Script(massStartMeet({ skaters: 2, rules: { laps: 10 } }));
    expect(Object.values(script.board().sprints).map(({ lap }) => lap)).toEqual([4, 8, 10]);
    script.start();
    script.laps('e1', steady(10)).laps('e2', steady(10, 30, 0.3));
    expect(script.board()).toMatchObject({ race: { status: 'finished' }, laps: { total: 10, toGo: 0 } });
    expect(script.row('e1').points).toEqual({ s1: 3, s2: 3, s3: 60, total: 66 });
  });

  it.each([
    [1, [true, undefined, undefined]],
    [2, [true, true, undefined]],
    [0, [undefined, undefined, undefined]],
  ])('[M9] of which %i laps are neutral says so until the first has ended them', (neutralLaps, expected) => {
    const script = new Script(massStartMeet({ skaters: 2, rules: { laps: 3, neutralLaps } }));
    expect(script.board().laps.neutral).toBeUndefined();
    script.start();
    const seen = [0, 1, 2].map((lap) => {
      if (lap > 0) for (const n of [2, 1]) script.cross(`e${n}`, lap * 30 + n);
      return script.board().laps.neutral;
    });
    expect(seen).toEqual(expected);
    script.say({ kind: 'clear', race: 'r1', reason: 'fall' });
    expect(script.board().laps.neutral).toBeUndefined();
  });
});
