// What the named screens of the hall are told: `screen west view result race 12 theme light delay 5 language nl`. Pure.
import type { ScreenSettings } from '../../shared/screen.ts';
import { themes } from '../kit/theme.ts';
import { mostDelayS } from '../kit/wire.ts';
import { type Context, type Outcome, wrong } from './outcome.ts';

/** What a screen may be told to show, as the wire has it; a test holds them equal. */
export const views: readonly ScreenSettings['view'][] = [
  'auto',
  'startList',
  'race',
  'result',
  'standings',
  'selection',
  'programme',
  'break',
  'sponsors',
  'lapcounter',
  'blank',
];

const plain: ScreenSettings = { view: 'auto', theme: 'dark', delayMs: 0 };

/** The race a word means: its place in the programme, its id, or part of its name. */
export function raceOf(word: string, { meet }: Pick<Context, 'meet'>): string | undefined {
  const races = Object.entries(meet?.races ?? {});
  const lower = word.toLowerCase();
  const exact = races.find(([id, { order, number }]) => id === word || String(number ?? order) === word);
  if (exact !== undefined) return exact[0];
  const found = races.filter(([id, { name }]) => lower.length > 1 && `${name} ${id}`.toLowerCase().includes(lower));
  return found.length === 1 ? found[0]?.[0] : undefined;
}

/** New values, or a setting that is told no more. */
type Changes = Partial<ScreenSettings> | { readonly drops: 'race' | 'language' | 'without' };

/** What a word means of each setting; undefined where it means nothing. */
const settingOf: Readonly<Record<string, (word: string, context: Context) => Changes | undefined>> = {
  view: (word) => {
    const lower = word.toLowerCase();
    const named = (one: string) => one.toLowerCase();
    const view = views.find((one) => named(one) === lower) ?? views.find((one) => named(one).startsWith(lower));
    return view && { view };
  },
  theme: (word) => {
    const theme = themes.find((one) => one.startsWith(word.toLowerCase()));
    return theme && { theme };
  },
  delay: (word) => {
    const seconds = Number(word);
    const fits = Number.isInteger(seconds) && seconds >= 0 && seconds <= mostDelayS;
    return fits ? { delayMs: seconds * 1000 } : undefined;
  },
  language: (word) => {
    if (word === 'auto') return { drops: 'language' };
    return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(word) ? { language: word } : undefined;
  },
  without: (word) => {
    if (word === 'none') return { drops: 'without' };
    const without = word.split(',').filter((column) => column !== '');
    return without.length > 0 && without.every((column) => /^[\w.-]+$/.test(column)) ? { without } : undefined;
  },
  race: (word, context) => {
    if (word === 'auto') return { drops: 'race' };
    const race = raceOf(word, context);
    return race === undefined ? undefined : { race };
  },
};

export function screen([name, ...words]: readonly string[], context: Context): Outcome {
  if (name === undefined || words.length === 0) return wrong('screenNeedsName');
  if (words[0] === 'forget') return { does: 'screen', name, settings: undefined };
  let settings = context.screens?.screens[name]?.settings ?? plain;
  for (let i = 0; i < words.length; i += 2) {
    const key = words[i] ?? '';
    if (key === 'hide' || key === 'reveal') {
      settings = { ...settings, hidden: key === 'hide' };
      i -= 1;
      continue;
    }
    const word = words[i + 1];
    const change = word === undefined || !Object.hasOwn(settingOf, key) ? undefined : settingOf[key]?.(word, context);
    if (change === undefined) return wrong('screenUnknown', { word: [key, word ?? ''].join(' ') });
    if ('drops' in change) {
      const { [change.drops]: _, ...others } = settings;
      settings = others;
    } else settings = { ...settings, ...change };
  }
  return { does: 'screen', name, settings };
}
