import { describe, expect, it } from 'vitest';
import { Script } from '../engine/script.ts';
import {
  type DistanceWords,
  makeOfficial,
  raceId,
  selectionOf,
  skate,
  skateAll,
  tickets,
  trialsMeet,
} from '../engine/selection/trials.ts';
import { summaryLine } from '../proof/sources.ts';
import { readText } from '../tree.ts';
import { unexplained } from './checks.ts';
import { idOf } from './trials.ts';
import { compareMatrix, designatedScript, filledSlots, skateEverything, trialsOfWomen, women } from './women-matrix.ts';

const nine = [...new Set(filledSlots.map(({ name }) => idOf(name)))];

describe.skipIf(women === undefined)('the matrix of the women, 2021 (skipped without ../shared/data)', () => {
  it('[Q3] gives exactly the nine, slot by slot, the ninth at slot 15', () => {
    const script = designatedScript();
    const checks = compareMatrix();
    expect(readText('docs/proof.md')).toContain(summaryLine('matrix', 1, checks));
    expect(unexplained(checks)).toEqual([]);
    expect(selectionOf(script, 'women').selected).toBe(9);
    expect(new Set(tickets(script, 'women'))).toEqual(new Set(nine));
    expect(selectionOf(script, 'women').candidates['michelle-de-jong']).toMatchObject({ selected: true, slot: 15 });
  });

  it('[Q3] once it is official those are in for certain, the others out', () => {
    const script = trialsOfWomen();
    skateEverything(script);
    const { candidates } = selectionOf(script, 'women');
    for (const [athlete, { forecast, selected }] of Object.entries(candidates)) {
      expect(`${athlete} ${forecast?.state}`).toBe(`${athlete} ${selected ? 'in' : 'out'}`);
    }
  });

  it('[Q3] somebody else at slot 2 takes the ninth ticket from slot 15', () => {
    const script = trialsOfWomen();
    skateEverything(script);
    script.say({ kind: 'designate', meet: 'm1', selection: 'women', slot: 2, athlete: '500-x' });
    const { slots } = selectionOf(script, 'women');
    expect(slots?.['2']).toMatchObject({ athlete: '500-x', counts: true, distinct: 2 });
    expect(slots?.['12']).toMatchObject({ athlete: 'marijke-groenewoud', counts: true, distinct: 9 });
    expect(slots?.['15']).toMatchObject({ state: 'none', distinct: 9 });
    expect(nine.filter((athlete) => !tickets(script, 'women').includes(athlete))).toEqual(['michelle-de-jong']);
    script.say({ kind: 'designate', meet: 'm1', selection: 'women', slot: 2, athlete: 'marijke-groenewoud' });
    expect(new Set(tickets(script, 'women'))).toEqual(new Set(nine));
    expect(selectionOf(script, 'women').candidates['marijke-groenewoud']).toMatchObject({ slot: 2 });
  });
});

/** Q5: as skated on 27 December 2021; `undefined` slipped, fell or withdrew. */
const runs: readonly (readonly [string, number | undefined, number | undefined])[] = [
  ['scheperkamp', 34.64, 34.45],
  ['ntab', 34.53, 34.63],
  ['verbij', 34.57, undefined],
  ['krol', 34.69, undefined],
  ['mulder', 34.74, 34.92],
  ['otterspeer', undefined, 34.89],
];

/** Q2, without slots 9 and 12, whose order nobody knows. */
const men = {
  id: 'men',
  name: 'Men',
  kind: 'matrix',
  quota: 9,
  designated: 3,
  slots: [
    { event: 'd1000', place: 1 },
    { event: 'd5000', place: 1 },
    { event: 'd1500', place: 1 },
    { event: 'd1000', place: 2 },
    { event: 'd10000', place: 1 },
    { designated: true, name: 'Mass start', athlete: 's5' },
    { event: 'd1500', place: 2 },
    { event: 'd500', place: 1 },
    { event: 'd1500', place: 3 },
    { event: 'd5000', place: 2 },
    { event: 'd500', place: 2 },
    { event: 'd5000', place: 3 },
    { event: 'd500', place: 3 },
  ],
};

/** The distances before it, by people made up but for one who skates the 500 m too. */
const others: readonly DistanceWords[] = [
  { id: 'd1000', metres: 1000, who: ['krol', 's1'] },
  { id: 'd1500', metres: 1500, who: ['krol', 's3', 's6'] },
  { id: 'd5000', metres: 5000, who: ['s2', 's4', 's7'] },
  { id: 'd10000', metres: 10000, who: ['s2', 's4'] },
];

describe('the 500 m of the men, 2021, the better of two runs', () => {
  const who = runs.map(([athlete]) => athlete);

  function skatePair(script: Script, run: 1 | 2, pair: number): void {
    const two = runs.slice(2 * pair - 2, 2 * pair);
    const race = raceId('d500', pair, run);
    const times = two.flatMap(([athlete, ...both]) => {
      const time = both[run - 1];
      return time === undefined ? [] : [[athlete, time] as const];
    });
    skate(script, race, Object.fromEntries(times));
    for (const [athlete, ...both] of two) {
      if (both[run - 1] === undefined) script.say({ kind: 'ruling', race, entry: athlete, status: 'DNF' });
    }
  }

  /** All distances but the 500 m are skated and signed. */
  function beforeThe500(): Script {
    const words = [...others, { id: 'd500', metres: 500, who, runs: 2 }];
    const script = new Script(trialsMeet(words, [men], [{ id: 's5', name: 'Designated' }]));
    for (const { id, who: order } of others) {
      skateAll(script, id, order);
      makeOfficial(script, id);
    }
    return script;
  }

  const isOf500 = (athlete: string) => who.includes(athlete);

  it('[Q2][Q5][Q4] moves the tickets pair by pair', () => {
    const script = beforeThe500();
    const eight = ['krol', 's2', 's1', 's5', 's3', 's6', 's4', 's7'];
    expect(tickets(script, 'men')).toEqual(eight);
    const after: [string[], unknown][] = [];
    for (const run of [1, 2] as const) {
      for (const pair of [1, 2, 3]) {
        skatePair(script, run, pair);
        after.push([tickets(script, 'men').filter(isOf500), selectionOf(script, 'men').moves]);
      }
    }
    const first = { in: 'ntab', out: 's7' };
    expect(after).toEqual([
      [
        ['krol', 'ntab', 'scheperkamp'],
        [first, { in: 'scheperkamp' }],
      ],
      [
        ['krol', 'ntab', 'verbij'],
        [first, { in: 'verbij' }],
      ],
      [
        ['krol', 'ntab', 'verbij'],
        [first, { in: 'verbij' }],
      ],
      [
        ['krol', 'scheperkamp', 'ntab'],
        [{ in: 'scheperkamp', out: 's7' }, { in: 'ntab' }],
      ],
      [
        ['krol', 'scheperkamp', 'ntab'],
        [{ in: 'scheperkamp', out: 's7' }, { in: 'ntab' }],
      ],
      [
        ['krol', 'scheperkamp', 'ntab'],
        [{ in: 'scheperkamp', out: 's7' }, { in: 'ntab' }],
      ],
    ]);
    const { candidates } = selectionOf(script, 'men');
    expect(candidates.verbij).toMatchObject({ marginUs: 40_000, forecast: { state: 'out' } });
    expect(candidates.ntab).toMatchObject({ slot: 11, marginUs: 40_000, forecast: { state: 'in' } });
  });

  it('[Q2][Q5][Q4] says before the last pair who is certain and what would still be enough', () => {
    const script = beforeThe500();
    for (const pair of [1, 2, 3]) skatePair(script, 1, pair);
    for (const pair of [1, 2]) skatePair(script, 2, pair);
    const { candidates } = selectionOf(script, 'men');
    const state = (athlete: string) => candidates[athlete]?.forecast?.state;
    expect(['krol', 'scheperkamp', 'ntab', 'verbij', 'mulder', 'otterspeer', 's7'].map(state)).toEqual([
      'in',
      'open',
      'open',
      'out',
      'open',
      'open',
      'out',
    ]);
    const values = { event: 'd500', name: '500 m' };
    expect(candidates.otterspeer?.forecast?.needs).toEqual([
      { code: 'placeForTicket', values: { ...values, place: 2 } },
      { code: 'timeForTicket', values: { ...values, timeUs: 34_450_000 } },
    ]);
  });
});
