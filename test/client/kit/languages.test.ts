import { afterEach, describe, expect, it } from 'vitest';
import { dayOf, numberText, timeOfDay } from '../../../client/kit/dates.ts';
import { bestOf, type Catalogue, language, speak } from '../../../client/kit/language.ts';
import { catalogue as da } from '../../../client/kit/languages/da.ts';
import { english as en } from '../../../client/kit/languages/en.ts';
import { catalogue as nl } from '../../../client/kit/languages/nl.ts';
import { needed, sentence, words } from '../../../client/kit/messages.ts';

afterEach(() => speak(['en']));

const kinds = ['labels', 'moments', 'needs'] as const;
const valuesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe.each<[string, Catalogue]>([
  ['Dutch', nl],
  ['Danish', da],
])('%s', (_, catalogue) => {
  it.each(kinds)('[V26] says all %s, and no others', (kind) => {
    const missing = Object.keys(en[kind]).filter((key) => !Object.hasOwn(catalogue[kind], key));
    const unknown = Object.keys(catalogue[kind]).filter((key) => !Object.hasOwn(en[kind], key));
    expect({ missing, unknown }).toEqual({ missing: [], unknown: [] });
  });

  it.each(kinds)('[V26] names in its %s the values that English names', (kind) => {
    const english: Readonly<Record<string, string>> = en[kind];
    const own: Readonly<Record<string, string | undefined>> = catalogue[kind];
    const odd = Object.keys(english).filter(
      (key) => `${valuesIn(own[key] ?? '')}` !== `${valuesIn(english[key] ?? '')}`,
    );
    expect(odd).toEqual([]);
  });
});

it.each([
  [['nl'], 'nl'],
  [['nl-BE', 'en'], 'nl'],
  [[null, 'fr', 'da-DK', 'nl'], 'da'],
  [['en-US', 'nl'], 'en'],
  [['xx', undefined, ''], 'en'],
  [['__proto__', 'constructor'], 'en'],
  [[], 'en'],
])('[V26] of %j the page speaks %s', (wanted, expected) => {
  expect(bestOf(wanted)).toBe(expected);
});

it('[V26] words, sentences, places, months and numbers are of the language spoken', async () => {
  const us = Date.UTC(2026, 10, 21, 14, 5) * 1000;
  const say = () => [
    words('standings'),
    sentence({ code: 'ruling', values: { status: 'DQ' } }, 'Bergsma'),
    needed([
      { code: 'finishPlace', values: { place: 8 } },
      { code: 'askingRate', values: { laps: 2, lapUs: 29_400_000, lastUs: 29_900_000 } },
    ]),
    dayOf(us, 'Europe/Amsterdam'),
    timeOfDay(us, 'Europe/Amsterdam'),
    numberText(-6.1, 1),
  ];
  expect(say()).toEqual([
    'Standings',
    'Bergsma is disqualified',
    '8th at the finish or 2 laps of 29.4, last 29.9',
    'Saturday 21 November',
    '15:05',
    '-6.1',
  ]);
  await speak(['nl']);
  expect(language()).toBe('nl-NL');
  expect(say()).toEqual([
    'Stand',
    'Bergsma is gediskwalificeerd',
    '8e aan de finish of 2 rondjes 29.4, laatste 29.9',
    'zaterdag 21 november',
    '15:05',
    '-6,1',
  ]);
  await speak(['da']);
  expect(say().slice(3)).toEqual(['lørdag 21. november', '15.05', '-6,1']);
});

it('[V26] a code that no language knows is silent, and one that only English has is said in English', async () => {
  await speak(['nl']);
  expect(sentence({ code: 'nonsense', values: {} }, 'X')).toBeUndefined();
  const { moments } = nl as { moments: Record<string, string | undefined> };
  const { caught } = moments;
  delete moments.caught;
  expect(sentence({ code: 'caught', values: { lap: 3 } }, 'X')).toBe('X caught in lap 3');
  moments.caught = caught;
});
