// What the named screens of the hall are told: `screen west view result race 12 theme light delay 5`. Pure.
import type { ScreenSettings, Theme } from '../../shared/screen.ts';
import { type Context, type Outcome, wrong } from './outcome.ts';

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
export const themes: readonly Theme[] = ['dark', 'light', 'stadium'];
export const mostDelayS = 120;

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

type Changes = Partial<ScreenSettings> | 'noRace';

function changed(key: string, word: string | undefined, context: Context): Changes | undefined {
  const lower = word?.toLowerCase() ?? '';
  switch (key) {
    case 'view': {
      const view =
        views.find((one) => one.toLowerCase() === lower) ?? views.find((one) => one.toLowerCase().startsWith(lower));
      return view === undefined || lower === '' ? undefined : { view };
    }
    case 'theme': {
      const theme = themes.find((one) => one.startsWith(lower));
      return theme === undefined || lower === '' ? undefined : { theme };
    }
    case 'delay': {
      const seconds = Number(word);
      const fits = word !== undefined && Number.isInteger(seconds) && seconds >= 0 && seconds <= mostDelayS;
      return fits ? { delayMs: seconds * 1000 } : undefined;
    }
    case 'race': {
      if (lower === 'auto') return 'noRace';
      const race = word === undefined ? undefined : raceOf(word, context);
      return race === undefined ? undefined : { race };
    }
    default:
      return undefined;
  }
}

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
    const change = changed(key, words[i + 1], context);
    if (change === undefined) return wrong('screenUnknown', { word: [key, words[i + 1] ?? ''].join(' ') });
    if (change === 'noRace') {
      const { race: _, ...others } = settings;
      settings = others;
    } else settings = { ...settings, ...change };
  }
  return { does: 'screen', name, settings };
}
