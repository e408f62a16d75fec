import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { say } from '../../../client/console/console-words.ts';
import { dayOf, numberText, timeOfDay } from '../../../client/kit/dates.ts';
import { words as deskWords } from '../../../client/kit/desk-words.ts';
import { bestOf, type Catalogue, language, languages, speak, speakBy } from '../../../client/kit/language.ts';
import { catalogue as da } from '../../../client/kit/languages/da.ts';
import { english as en } from '../../../client/kit/languages/en.ts';
import { catalogue as nl } from '../../../client/kit/languages/nl.ts';
import { needed, sentence, words } from '../../../client/kit/messages.ts';
import { root } from '../../tree.ts';

afterEach(() => speak(['en']));

type Texts = Readonly<Record<string, string | undefined>>;

const valuesIn = (text: string | undefined) => [...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** Words that some pages have besides those of all: a folder each, a file a language. */
const folder = join(root, 'client/kit/languages');
const sets = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const setOf = async (name: string, language: string): Promise<Texts> =>
  (await import(join(folder, name, `${language}.ts`))).labels;

/** Everything that is said anywhere, by where it is said. */
async function said(
  { labels, moments, needs }: Omit<Catalogue, 'tag' | 'or' | 'ordinal'>,
  language: string,
): Promise<Readonly<Record<string, Texts>>> {
  const own = await Promise.all(sets.map(async ({ name }) => [name, await setOf(name, language)] as const));
  return { labels, moments, needs, ...Object.fromEntries(own) };
}

const english = await said(en, 'en');

it('[V26] the words of some pages are sets of their own', () => {
  expect(sets.map(({ name }) => name)).toContain('console');
});

describe.each([
  ['Dutch', await said(nl, 'nl')],
  ['Danish', await said(da, 'da')],
])('%s', (_, own) => {
  it.each(Object.keys(english))('[V26] says all of %s, and no other', (where) => {
    const [theirs = {}, ours = {}] = [english[where], own[where]];
    const missing = Object.keys(theirs).filter((key) => !Object.hasOwn(ours, key));
    const unknown = Object.keys(ours).filter((key) => !Object.hasOwn(theirs, key));
    expect({ missing, unknown }).toEqual({ missing: [], unknown: [] });
  });

  it.each(Object.keys(english))('[V26] names in its %s the values that English names', (where) => {
    const [theirs = {}, ours = {}] = [english[where], own[where]];
    const odd = Object.keys(theirs).filter((key) => `${valuesIn(ours[key])}` !== `${valuesIn(theirs[key])}`);
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

it('[V50] words of some pages alone are of the language spoken too, and beside them those of all', async () => {
  const all = () => [say('arm'), say('referee', { name: 'Jansen' }), deskWords('story'), deskWords('waiting')];
  expect(all()).toEqual(['Arm', 'Referee Jansen', 'Story', 'Connecting']);
  await speak(['nl']);
  expect(all()).toEqual(['Klaar', 'Scheidsrechter Jansen', 'Verloop', 'Verbinden']);
  await speak(['fr', 'da']);
  expect(all()).toEqual(['Klargør', 'Dommer Jansen', 'Forløb', 'Forbinder']);
});

it('[V26] a language is one file: found by its name, with all that any page says, and English where it has nothing', async () => {
  expect(languages).toEqual(['en', 'da', 'nl']);
  const german: Catalogue = {
    tag: 'de-DE',
    or: 'oder',
    ordinal: (place) => `${place}.`,
    labels: { standings: 'Stand' },
    moments: {},
    needs: {},
    sets: { desk: { story: 'Verlauf' }, console: { arm: 'Bereit' } },
  };
  const all = () => [
    words('standings'),
    deskWords('story'),
    say('arm'),
    deskWords('search'),
    say('referee', { name: 'X' }),
  ];
  const before = all();
  await speakBy('de', german);
  expect(language()).toBe('de-DE');
  expect(all()).toEqual(['Stand', 'Verlauf', 'Bereit', ...before.slice(3)]);
});
