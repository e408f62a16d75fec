// What the referee decides about skaters: rulings with codes, held ones, and their announcement. Pure: words to facts.
import type { ConsoleDecision } from '../../shared/console-state.ts';
import type { RulingStatus } from '../../shared/facts.ts';
import { type Context, facts, type Outcome, wrong } from './outcome.ts';
import { codesLike, isCodeLike, isKnownCode } from './ruling-codes.ts';
import { namesOf, whoOf } from './who.ts';

/** By the word that is typed. */
export const rulings = {
  dq: 'DQ',
  dns: 'DNS',
  dnf: 'DNF',
  wdr: 'WDR',
  pen: 'PEN',
  yc: 'YC',
  rc: 'RC',
  adv: 'ADV',
  ada: 'ADA',
  adb: 'ADB',
  lapped: 'lapped',
  ok: 'ok',
} as const satisfies Readonly<Record<string, RulingStatus>>;

/** What a code stands with; a card is one too, and with `ok` it is printed beside rank and time (F12). */
const coded: ReadonlySet<RulingStatus> = new Set(['DQ', 'PEN', 'YC', 'RC', 'ok']);

/** `12 14 T02 pushed in the corner`: bibs, then a code, then a note. */
export function ruling(status: RulingStatus, words: readonly string[], context: Context, held = false): Outcome {
  const { race, board } = context;
  const isBib = (word: string, first: boolean) =>
    whoOf(word, board.rows) !== undefined && (first || /^h?\d+$/i.test(word));
  const end = words.findIndex((word, index) => !isBib(word, index === 0));
  const bibs = end === -1 ? words : words.slice(0, end);
  if (bibs.length === 0) return words[0] === undefined ? wrong('rulingNeedsBib') : wrong('nobody', { word: words[0] });
  const entries = [...new Set(bibs.flatMap((word) => whoOf(word, board.rows) ?? []))];
  const rest = words.slice(bibs.length);
  const unknown = rest[0] !== undefined && /^\d+$/.test(rest[0]) ? rest[0] : undefined;
  if (unknown !== undefined) return wrong('nobody', { word: unknown });
  const broken = rest[0] !== undefined && isCodeLike(rest[0]) ? rest[0].toUpperCase() : undefined;
  const note = (broken === undefined ? rest : rest.slice(1)).join(' ');
  const bodies = entries.map((entry) => ({
    kind: 'ruling' as const,
    race,
    entry,
    status,
    ...(broken !== undefined && { code: broken }),
    ...(note !== '' && { note }),
    ...(held && { held: true }),
  }));
  const what = [status, broken, note].filter((part) => part !== undefined && part !== '').join(' ');
  const says = facts(bodies, held ? 'saysHeld' : 'saysRuling', { what, who: namesOf(entries, board.rows) });
  const { kind } = board.race;
  const isUnknown = broken !== undefined && !isKnownCode(broken, kind);
  const isAsked = broken !== undefined || (note === '' && coded.has(status));
  return {
    ...says,
    ...(isAsked && { offers: codesLike(broken ?? '', kind) }),
    ...(isUnknown && { doubts: { label: 'unknownCode', values: { code: broken } } }),
  };
}

/** `hold dq 12 T02`: typed now, public when announced. */
export function hold([word = '', ...rest]: readonly string[], context: Context): Outcome {
  const name = word.toLowerCase();
  if (!Object.hasOwn(rulings, name)) return wrong('holdNeedsRuling');
  return ruling(rulings[name as keyof typeof rulings], rest, context, true);
}

const isHeld = ([, decision]: [string, ConsoleDecision]) => decision.held === true && decision.retracted !== true;

/** Everything that is held, or what is held about one. */
export function announce([word]: readonly string[], { race, board, console }: Context): Outcome {
  const entry = word === undefined ? undefined : whoOf(word, board.rows);
  if (word !== undefined && entry === undefined) return wrong('nobody', { word });
  const held = Object.entries(console.decisions)
    .filter(isHeld)
    .filter(([, { fact }]) => entry === undefined || fact.entry === entry)
    .sort(([, a], [, b]) => a.seq - b.seq);
  if (held.length === 0) return wrong('nothingHeld');
  const who = namesOf(
    held.map(([, { fact }]) => String(fact.entry)),
    board.rows,
  );
  return facts(
    held.map(([target]) => ({ kind: 'announce', race, target })),
    'saysAnnounce',
    { who },
  );
}
