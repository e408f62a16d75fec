// The on-air ledger: what each graphic aired in the last ten minutes, and how that differs from what is. Pure: time and boards
// come from outside.
import type { AiredAlert, Changed, Figure } from '../../../shared/aired.ts';
import type { Board, Moment, Says } from '../../../shared/board.ts';
import type { Graphic, Take } from '../../../shared/on-air.ts';
import { memo } from '../memo.ts';
import { reuse } from '../reuse.ts';
import { type Claims, claimsOf } from './claims.ts';
import { byResult, figureOf, type Shown, whoOf } from './figures.ts';
import { isSameResult, movedIn } from './ranks.ts';

/** How long what was aired is remembered, and how long a correction of it is told. */
export const rememberedUs = 10 * 60_000_000;
/** Graphics of so many races and outputs are remembered; of one more the oldest is forgotten. */
export const airingsMost = 200;
/** Of a result that changes from top to bottom so many are named. */
const changesMost = 12;

interface Aired {
  readonly value: Figure;
  /** When it was last seen; absent while it is part of what is shown. */
  readonly untilUs?: number | undefined;
}

/** By key, then field. */
type Figures = Readonly<Record<string, Readonly<Record<string, Aired>>>>;

/** What one graphic of one race aired on one output, as plain JSON. */
export interface Airing {
  readonly output: string;
  readonly graphic: Graphic;
  readonly race: string;
  readonly attempt: number;
  /** Of each the value last shown; the same object while none is another. */
  readonly figures: Figures;
  /** When the graphic was last seen. */
  readonly seenUs: number;
  /** What corrections the race told then. */
  readonly log: Board['log'];
}

export type Ledger = ReadonlyMap<string, Airing>;

/** By output, graphic and race. */
export function keyOf(output: string, graphic: Graphic, race: string): string {
  return `${output}|${graphic}|${race}`;
}

/** The ledger after a graphic was seen on an output, showing this. Latched, it shows what it did. */
export function aired(ledger: Ledger, output: string, take: Take, shown: Shown, atUs: number): Ledger {
  const { race } = shown.board;
  const key = keyOf(output, take.graphic, race.id);
  const before = ledger.get(key);
  const known = before?.attempt === race.attempt ? before : undefined;
  const after = new Map(ledger);
  after.delete(key);
  if (take.latched !== undefined) return known === undefined ? after : stillOn(ledger, key, atUs);
  const figures = reuse(known?.figures, seen(known, claimsOf(take, shown), shown, atUs));
  if (Object.keys(figures).length > 0) {
    const { graphic } = take;
    const log = reuse(known?.log, correctionsIn(shown.board));
    after.set(key, { output, graphic, race: race.id, attempt: race.attempt, figures, seenUs: atUs, log });
  }
  const [oldest] = after.keys();
  if (after.size > airingsMost && oldest !== undefined) after.delete(oldest);
  return after;
}

/** The ledger after a graphic was seen again, showing what it did. */
export function stillOn(ledger: Ledger, key: string, atUs: number): Ledger {
  const before = ledger.get(key);
  if (before === undefined) return ledger;
  const after = new Map(ledger);
  after.delete(key);
  return after.set(key, { ...before, seenUs: atUs });
}

/** What was known and what is shown now, without what was aired longer ago than is remembered. */
function seen(known: Airing | undefined, claims: Claims, shown: Shown, atUs: number): Figures {
  const figures: Record<string, Record<string, Aired>> = {};
  const put = (key: string, field: string, one: Aired) => {
    const fields = figures[key] ?? {};
    fields[field] = one;
    figures[key] = fields;
  };
  for (const [key, fields] of Object.entries(known?.figures ?? {})) {
    for (const [field, { value, untilUs = known?.seenUs ?? atUs }] of Object.entries(fields)) {
      if (atUs - untilUs <= rememberedUs) put(key, field, { value, untilUs });
    }
  }
  for (const [key, fields] of claims) {
    for (const field of fields) {
      const value = figureOf(key, field, shown);
      // What there was not was not aired: who had no rank yet had none on the picture.
      if (value !== undefined) put(key, field, { value });
    }
  }
  return figures;
}

/** Without what was aired longer ago, unless it is still told to be wrong. */
export function pruned(ledger: Ledger, told: Readonly<Record<string, unknown>>, nowUs: number): Ledger {
  const isKept = ([key, { seenUs }]: [string, Airing]) => nowUs - seenUs <= rememberedUs || told[key] !== undefined;
  const kept = [...ledger].filter(isKept);
  return kept.length === ledger.size ? ledger : new Map(kept);
}

/** Moments that say why figures are others. */
const correcting: ReadonlySet<string> = new Set([
  'corrected',
  'removed',
  'moved',
  'assigned',
  'reordered',
  'ruling',
  'falseStart',
  'length',
]);

const isCorrection = ([, { says }]: readonly [string, Moment]) => correcting.has(says.code);

const correctionsOf = memo((log: Board['log']) => Object.fromEntries(Object.entries(log).filter(isCorrection)));

function correctionsIn({ log }: Board): Board['log'] {
  return correctionsOf(log);
}

/** The newest correction the race did not tell when it was aired, of those about who changed where there is one. */
function causeOf({ log }: Airing, board: Board, changed: readonly string[]): Moment | undefined {
  const isNew = ([id, { says }]: [string, Moment]) => JSON.stringify(log[id]?.says) !== JSON.stringify(says);
  const fresh = Object.entries(board.log)
    .filter((entry) => isCorrection(entry) && isNew(entry))
    .map(([, moment]) => moment)
    .sort((a, b) => b.at - a.at);
  const isAbout = ({ about = [] }: Moment) => about.some((entry) => changed.some((key) => isOf(key, entry)));
  return fresh.find(isAbout) ?? fresh[0];
}

/** A line of standings is named `<race>:<entry>`. */
function isOf(key: string, entry: string): boolean {
  return key === entry || key.endsWith(`:${entry}`);
}

/** What a reading that came late is told as: no moment says it. */
const late: Says = { code: 'late', values: {} };

type Before = Readonly<Record<string, Changed>>;

/** What was aired and is another now; what was told as such before stays so, also once the picture is right. */
function changesOf(airing: Airing, told: Before, shown: Shown, nowUs: number): Map<string, Changed['fields']> {
  const changes = new Map<string, Changed['fields']>();
  const add = (key: string, field: string, before: Figure | undefined) => {
    const after = figureOf(key, field, shown);
    if (before === after) return;
    const change = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
    changes.set(key, { ...changes.get(key), [field]: change });
  };
  for (const [key, { fields }] of Object.entries(told)) {
    for (const [field, { before }] of Object.entries(fields)) add(key, field, before);
  }
  const moved = movedIn(airing, shown);
  for (const [key, fields] of Object.entries(airing.figures)) {
    if (!isSameResult(key, airing, shown)) continue;
    for (const [field, { value, untilUs = airing.seenUs }] of Object.entries(fields)) {
      const isTold = changes.get(key)?.[field] !== undefined;
      const isSettled = field === byResult || (field === 'rank' && fields[byResult] !== undefined && !moved.has(key));
      if (!isTold && !isSettled && nowUs - untilUs <= rememberedUs) add(key, field, value);
    }
  }
  return changes;
}

/** The alert about an airing now, or undefined where what it showed is so. `before` is the alert there was. */
export function alertOf(
  airing: Airing,
  before: AiredAlert | undefined,
  shown: Shown,
  nowUs: number,
): AiredAlert | undefined {
  const { race } = shown.board;
  // Another attempt is another race: nobody takes its figures for the first one's.
  if (race.attempt !== airing.attempt) return undefined;
  if (before !== undefined && nowUs - before.at > rememberedUs) return undefined;
  const changes = changesOf(airing, before?.changes ?? {}, shown, nowUs);
  if (changes.size === 0) return undefined;
  const keys = [...changes.keys()];
  const moment = causeOf(airing, shown.board, keys);
  const about = moment?.about ?? [];
  // Once the ruling itself has been on the picture, who was told first stays so.
  const placeOf = (key: string) => {
    if (moment === undefined) return before?.changes[key]?.order ?? Number.MAX_SAFE_INTEGER;
    return about.some((entry) => isOf(key, entry)) ? 0 : 1;
  };
  const sorted = keys.sort((a, b) => placeOf(a) - placeOf(b) || orderOf(a, shown) - orderOf(b, shown));
  const named = sorted.slice(0, changesMost).map((key, index): [string, Changed] => {
    const { name = key, nation } = whoOf(key, shown) ?? {};
    return [key, { order: index + 1, name, ...(nation !== undefined && { nation }), fields: changes.get(key) ?? {} }];
  });
  return {
    at: before?.at ?? nowUs,
    output: airing.output,
    graphic: airing.graphic,
    race: airing.race,
    raceName: `${race.eventName} · ${race.name}`,
    ...(race.digits !== undefined && { digits: race.digits }),
    airedUs: before?.airedUs ?? airing.seenUs,
    changes: Object.fromEntries(named),
    cause: moment?.says ?? before?.cause ?? late,
    about: moment === undefined ? (before?.about ?? []) : about.map((entry) => shown.board.rows[entry]?.name ?? entry),
    ...(before?.captioned === true && { captioned: true }),
  };
}

function orderOf(key: string, shown: Shown): number {
  return whoOf(key, shown)?.order ?? Number.MAX_SAFE_INTEGER;
}
