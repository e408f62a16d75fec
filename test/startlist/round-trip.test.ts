import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, jsonOf, type RaceList } from '../../server/startlist/export-list.ts';
import { fromFormulaSafe, toFormulaSafe } from '../../server/startlist/formula-safe.ts';
import { separators } from '../../server/startlist/table.ts';
import type { Athlete, EntryDoc, Meet } from '../../shared/meet.ts';
import { entriesOf, meet, taken } from './lists.ts';

const runs = { numRuns: 300 };

/** Real names, and names that a spreadsheet or a parser may stumble over. */
const name = fc.oneof(
  fc.constantFrom(
    "N'tab",
    "Sanne in 't Hof",
    "'t Hof",
    'Gélinas-Beaulieu',
    'Hwang Dae-Heon',
    'Moravcová',
    '黃大憲',
    'Ng, A.',
  ),
  fc.constantFrom(
    '=1+1',
    '-A',
    '+31',
    '@b',
    "'=c",
    "''-d",
    '="07"',
    '\t=e',
    'a"b',
    '"q"',
    'a;b|c',
    'l1\nl2',
    ' space ',
    'NED',
  ),
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
);
const bib = fc.constantFrom('07', '7', '007', 'A1', '0', '123');
const time = fc.oneof(
  fc.integer({ min: 1, max: 900_000_000 }),
  fc.integer({ min: 3000, max: 90_000 }).map((cs) => cs * 10_000),
);

/** By what they are made of, so that they are distinct where entries of one race must be. */
function athletes(names: readonly string[]): Athlete[] {
  // The number makes people of it who are not one another, however alike their names are.
  return names.map((one, index) => ({ id: `a${index}`, name: `${one} x${index}`, nation: 'NED', club: `C ${one}` }));
}

const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

function entry(index: number): fc.Arbitrary<EntryDoc> {
  return fc
    .record({
      bib: optional(bib.map((one) => `${one}${index}`)),
      lane: optional(fc.constantFrom('inner', 'outer', '1', '5')),
      helmet: optional(fc.constantFrom('1', '09', 'X')),
      armband: optional(fc.constantFrom('white', 'red', 'yellow', 'blue')),
      transponders: optional(fc.constantFrom([`T-${index}`], [`L-${index}`, `R-${index}`])),
      pbUs: optional(time),
      sbUs: optional(time),
      startGroup: optional(fc.constantFrom('1', '2')),
      cupMark: optional(fc.constantFrom('(1)', '-')),
    })
    .map((fields) => {
      const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      return { id: `e${index}`, athlete: `a${index}`, ...said };
    });
}

const withEntries: fc.Arbitrary<Meet> = fc
  .tuple(fc.array(name, { minLength: 1, maxLength: 6 }), fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 6 }))
  .chain(([names, races]) => {
    const people = athletes(names);
    const lists = fc.tuple(...meet.races.map(() => fc.tuple(...people.map((_, index) => entry(index)))));
    return lists.map((entries) => ({
      ...meet,
      athletes: people,
      races: meet.races.map((race, index) => ({ ...race, entries: races.includes(index) ? [...entries[index]!] : [] })),
    }));
  })
  .filter(({ races }) => races.some(({ entries }) => entries.length > 0));

function listsOf({ races }: Meet): RaceList[] {
  return races.map(({ id, entries }) => ({ race: id, starters: entries }));
}

describe('what is exported comes in again', () => {
  it.each(separators)(
    '[E13] as CSV with %j: the same meet, and nothing to change in the one it is from',
    (separator) => {
      fc.assert(
        fc.property(withEntries, (original) => {
          const csv = csvOf(original, listsOf(original), { separator });
          expect(taken(csv, { into: original }).changes).toEqual({ entries: [], athletes: [] });
          const empty = { ...original, races: original.races.map((race) => ({ ...race, entries: [] })) };
          expect(taken(csv, { into: empty }).meet).toEqual(original);
        }),
        runs,
      );
    },
  );

  it('[E13] as JSON likewise', () => {
    fc.assert(
      fc.property(withEntries, (original) => {
        const json = JSON.stringify(jsonOf(original, listsOf(original)));
        expect(taken(json, { into: original }).changes).toEqual({ entries: [], athletes: [] });
        const empty = { ...original, races: original.races.map((race) => ({ ...race, entries: [] })) };
        expect(taken(json, { into: empty }).meet).toEqual(original);
      }),
      runs,
    );
  });

  it('[E13] names an entry has for itself, teams and their skaters come back too', () => {
    const entries: EntryDoc[] = [
      {
        id: 'ned',
        name: "Team 't Hof",
        nation: 'NED',
        bib: '01',
        members: [
          { id: 'm1', athlete: 'kramer', transponders: ['AA-1', 'AA-2'] },
          { id: 'm2', name: '=Nobody we know' },
        ],
      },
      { id: 'x', athlete: 'gelinas', name: 'GÉLINAS-BEAULIEU Antoine', nation: 'FRA' },
    ];
    const original = { ...meet, races: meet.races.map((race) => (race.id === 'tp-1' ? { ...race, entries } : race)) };
    for (const list of [csvOf(original, listsOf(original)), JSON.stringify(jsonOf(original, listsOf(original)))]) {
      expect(taken(list, { into: original }).changes).toEqual({ entries: [], athletes: [] });
      expect(entriesOf(taken(list).meet, 'tp-1').slice(0, 1)).toEqual(entries.slice(0, 1));
    }
  });

  it('[E13] without anybody it is a form to fill in', () => {
    expect(csvOf(meet, [])).toBe('\uFEFFrace,bib,name,nation\r\n');
  });
});

describe('cells and formulas', () => {
  it('[E14] no cell that is written is a formula, and every text comes back', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(toFormulaSafe(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(fromFormulaSafe(toFormulaSafe(text))).toBe(text);
      }),
      runs,
    );
  });

  it.each([
    ['=HYPERLINK("x")', '\'=HYPERLINK("x")'],
    ['-7', "'-7"],
    ["'=x", "''=x"],
    ["'t Hof", "'t Hof"],
    ["N'tab", "N'tab"],
  ])('[E14] %j is written %j', (text, cell) => {
    expect(toFormulaSafe(text)).toBe(cell);
  });
});
