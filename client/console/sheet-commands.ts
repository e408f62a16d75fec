// Commands on what a sheet has besides its rows: conditions, officials, protests, and times by hand. Pure: words to facts.
import type { Board } from '../../shared/board.ts';
import { formatTime } from '../../shared/format-time.ts';
import { isOver } from '../arena/scene.ts';
import { timeOfDay } from '../kit/dates.ts';
import { footTexts } from '../kit/sheet-foot.ts';
import { say } from './console-words.ts';
import { type Context, facts, type Outcome, wrong } from './outcome.ts';
import { gap } from './told.ts';
import { typedInstantUs, typedTimeUs } from './typed-time.ts';
import { nameOf, whoOf } from './who.ts';

type Words = readonly string[];
type Measured = NonNullable<Board['conditions']>[string];

/** Tenths of a degree: `-6.1`, `12`, `6,1`. */
function deciCOf(word: string): number | undefined {
  const [, sign, whole, tenth = '0'] = /^([-−+]?)(\d{1,2})(?:[.,](\d))?$/.exec(word) ?? [];
  if (whole === undefined) return undefined;
  const deciC = Number(whole) * 10 + Number(tenth);
  return sign === '' || sign === '+' ? deciC : 0 - deciC;
}

function percentOf(word: string): number | undefined {
  return /^(\d{1,2}|100)%?$/.test(word) ? Number.parseInt(word, 10) : undefined;
}

/** What each word measures; undefined where the value is none. */
const instruments: Readonly<Record<string, (word: string) => Measured | undefined>> = {
  air: (word) => {
    const airDeciC = deciCOf(word);
    return airDeciC === undefined ? undefined : { airDeciC };
  },
  ice: (word) => {
    const iceDeciC = deciCOf(word);
    return iceDeciC === undefined ? undefined : { iceDeciC };
  },
  hum: (word) => {
    const humidityPercent = percentOf(word);
    return humidityPercent === undefined ? undefined : { humidityPercent };
  },
};

/** `air 12.3 ice -6.1 hum 38 end`: what is not said stays as it was; without `start` or `end` it goes by whether the race is over. */
export function conditions(typed: Words, { race, board }: Context): Outcome {
  const named = typed.find((word) => word === 'start' || word === 'end');
  const when = named ?? (isOver(board) ? 'end' : 'start');
  const values = typed.filter((word) => word !== 'start' && word !== 'end');
  let measured: Measured = board.conditions?.[when] ?? {};
  for (let i = 0; i < values.length; i += 2) {
    const [key = '', value = ''] = values.slice(i, i + 2);
    const one = Object.hasOwn(instruments, key) ? instruments[key]?.(value) : undefined;
    if (one === undefined) return wrong('conditionsUnknown', { word: `${key} ${value}`.trim() });
    measured = { ...measured, ...one };
  }
  return facts([{ kind: 'conditions', race, when, ...measured }], 'saysConditions', {
    when: say(`when.${when}`),
    what: footTexts({ conditions: { [when]: measured } }).join(gap),
  });
}

/** `referee Jansen starter de Vries`, or one of them. */
export function officials(typed: Words, { race }: Context): Outcome {
  const named: { referee?: string; starter?: string } = {};
  let key: keyof typeof named | undefined;
  for (const word of typed) {
    if (word === 'referee' || word === 'starter') {
      key = word;
      named[key] = '';
    } else if (key !== undefined) named[key] = `${named[key]} ${word}`.trim();
  }
  if (Object.values(named).some((name) => name === '')) return wrong('officialsNeedName');
  return facts([{ kind: 'officials', race, ...named }], 'saysOfficials', {
    what: footTexts({ officials: named }).join(gap),
  });
}

const outcomes = ['upheld', 'rejected', 'withdrawn', 'open'] as const;

/** `NED rejected`: what became of a protest that there is. */
function decided(text: string, { race, board }: Context): Outcome | undefined {
  const state = outcomes.find((one) => text.toLowerCase().endsWith(` ${one}`));
  if (state === undefined) return undefined;
  const by = text.slice(0, -state.length).trim();
  const known = Object.entries(board.protests ?? {}).find(([, one]) => one.by.toLowerCase() === by.toLowerCase())?.[1];
  if (known === undefined) return undefined;
  const { about, untilUs } = known;
  const body = {
    kind: 'protest' as const,
    race,
    by: known.by,
    about,
    state,
    ...(untilUs !== undefined && { untilUs }),
  };
  return facts([body], 'saysProtestIs', { by: known.by, state: say(`protest.${state}`) });
}

/** `NED: pushed in the corner until 15:42`, without a colon the first word is whose; `NED rejected` decides it. */
export function protest(typed: Words, context: Context): Outcome {
  const { race, nowUs, meet, board } = context;
  const whole = typed.join(' ');
  const verdict = decided(whole, context);
  if (verdict !== undefined) return verdict;
  const [, said = '', until] = /^(.*?)(?:\s+until\s+(\S*))?$/.exec(whole) ?? [];
  const [, whose = '', about = ''] = /^([^:]+):\s*(.*)$/.exec(said) ?? /^(\S+)\s+(.*)$/.exec(said) ?? [];
  if (whose === '' || about === '') return wrong('protestNeedsBoth');
  const untilUs = until === undefined ? undefined : typedInstantUs(until, nowUs ?? 0, meet?.meet.timeZone);
  if (until !== undefined && (untilUs === undefined || nowUs === undefined)) return wrong('protestNeedsTime');
  // A bib is no name on a sheet.
  const entry = /^\d+$/.test(whose) ? whoOf(whose, board.rows) : undefined;
  const by = entry === undefined ? whose : nameOf(entry, board.rows);
  const body = { kind: 'protest' as const, race, by, about, ...(untilUs !== undefined && { untilUs }) };
  return facts([body], untilUs === undefined ? 'saysProtest' : 'saysProtestUntil', {
    by,
    about,
    ...(untilUs !== undefined && { until: timeOfDay(untilUs, meet?.meet.timeZone) }),
  });
}

/** `12 34.51 34.48 34.55`: up to three watches. */
export function handTime([word = '', ...watches]: Words, { race, board }: Context): Outcome {
  const entry = whoOf(word, board.rows);
  if (entry === undefined) return word === '' ? wrong('handNeedsTimes') : wrong('nobody', { word });
  const times = watches.flatMap((watch) => typedTimeUs(watch) ?? []);
  if (times.length === 0 || times.length > 3 || times.length < watches.length) return wrong('handNeedsTimes');
  return facts([{ kind: 'handtime', race, entry, watches: times }], 'saysHand', {
    who: nameOf(entry, board.rows),
    times: times.map((us) => formatTime(us, { digits: 2 })).join(gap),
  });
}
