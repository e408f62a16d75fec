// Commands on readings: whose they are, when they were, whether they count, which is shown, and those that are missing.
import type { ConsoleReading, ConsoleState } from '../../shared/console-state.ts';
import { formatDiff, formatTime } from '../../shared/format-time.ts';
import { atOnce, type Context, type FactBody, facts, type Outcome, wrong } from './outcome.ts';
import { desk } from './race-commands.ts';
import { typedStepUs, typedTimeUs } from './typed-time.ts';
import { waitingOf } from './waiting.ts';
import { nameOf, whoOf } from './who.ts';

type Words = readonly string[];
type Unbound = ConsoleState['unbound'][string];

interface Found {
  readonly id: string;
  readonly reading: ConsoleReading | Unbound;
  /** It fits no race so far. */
  readonly loose: boolean;
}

function byId(id: string | undefined, { console }: Context): Found | undefined {
  if (id === undefined) return undefined;
  const reading = console.readings[id];
  if (reading !== undefined) return { id, reading, loose: false };
  const unbound = console.unbound[id];
  return unbound === undefined ? undefined : { id, reading: unbound, loose: true };
}

/** The id that `#123` means: a reading, an unbound one or a decision by its seq. */
function idOf(mark: string, { console }: Context): string | undefined {
  const seq = Number(mark.slice(1));
  const all = [console.readings, console.unbound, console.decisions].flatMap((list) => Object.entries(list));
  return all.find(([, one]) => one.seq === seq)?.[0];
}

/** What a command is about: `#123` where it begins so, else what is selected; and the rest of its words. */
function aimed([first, ...others]: Words, context: Context): { readonly id: string | undefined; readonly rest: Words } {
  if (first?.startsWith('#')) return { id: idOf(first, context), rest: others };
  return { id: context.selected, rest: first === undefined ? [] : [first, ...others] };
}

/** The gun of whom a reading is of, on the race's clock. */
function startUsOf(entry: string | undefined, { clock, rows }: Context['board']): number | undefined {
  const group = entry === undefined ? undefined : rows[entry]?.startGroup;
  return (group === undefined ? undefined : clock[group]?.startUs) ?? Object.values(clock)[0]?.startUs;
}

/** Microseconds since the gun, as the board has it where the reading is shown. */
export function sinceGunUs(reading: ConsoleReading | Unbound, { board, console }: Pick<Context, 'board' | 'console'>) {
  const entry = 'entry' in reading ? reading.entry : undefined;
  const point = 'point' in reading ? reading.point : undefined;
  const split = entry === undefined || point === undefined ? undefined : board.rows[entry]?.splits[point];
  if (split !== undefined) return split.timeUs;
  return instantSinceGunUs(reading.at, reading, { board, console });
}

/** The same of another instant on the clock of its source. */
export function instantSinceGunUs(
  at: number,
  reading: ConsoleReading | Unbound,
  { board, console }: Pick<Context, 'board' | 'console'>,
): number | undefined {
  const startUs = startUsOf('entry' in reading ? reading.entry : undefined, board);
  if (startUs === undefined) return undefined;
  const sync = Object.values(console.decisions)
    .filter(({ fact, retracted }) => fact.kind === 'sync' && fact.of === reading.source && retracted !== true)
    .sort((a, b) => b.seq - a.seq)[0];
  return at - Number(sync?.fact.offsetUs ?? 0) - startUs;
}

const assign = (context: Context, transponder: string, entry: string): FactBody => ({
  kind: 'assign',
  race: context.race,
  transponder,
  entry,
});

/** A bib alone: what is selected, else the newest that waits, is this skater's from now on, and was before. */
export function bibAlone(word: string, context: Context): Outcome {
  const { board, console, race, selected } = context;
  const waiting = waitingOf(console);
  const chosen = byId(selected, context);
  // An unknown transponder waits once, by its newest reading; any other of its readings means it too.
  const isOfChosen = ({ id, why, transponder }: (typeof waiting)[number]) =>
    id === selected ||
    (why === 'unknown-transponder' && transponder !== undefined && transponder === chosen?.reading.transponder);
  const asked = chosen === undefined ? waiting[0] : waiting.find(isOfChosen);
  if (asked === undefined) return chosen === undefined ? wrong('nothingWaits', { word }) : give([word], context);
  const entry = whoOf(word, board.rows);
  if (entry === undefined) return wrong('nobody', { word });
  const who = nameOf(entry, board.rows);
  if (asked.why === 'unknown-transponder' && asked.transponder !== undefined) {
    const { transponder } = asked;
    return atOnce([assign(context, transponder, entry)], 'saysAssign', { transponder, who });
  }
  return atOnce([{ kind: 'amend', race, target: asked.id, toEntry: entry }], 'saysGive', { seq: asked.seq, who });
}

export function assignTo([transponder, word = '']: Words, context: Context): Outcome {
  const entry = whoOf(word, context.board.rows);
  if (transponder === undefined || word === '') return wrong('assignNeedsBib');
  if (entry === undefined) return wrong('nobody', { word });
  const who = nameOf(entry, context.board.rows);
  return facts([assign(context, transponder, entry)], 'saysAssign', { transponder, who });
}

/** Two skaters wear each other's: everything the one wears is the other's, readings already in too. */
export function swap([one = '', other = '']: Words, context: Context): Outcome {
  const { board, worn } = context;
  const [a, b] = [whoOf(one, board.rows), whoOf(other, board.rows)];
  if (a === undefined || b === undefined || a === b) return wrong('swapNeedsTwo');
  const bodies = [...worn].flatMap(([transponder, entry]) =>
    entry === a ? [assign(context, transponder, b)] : entry === b ? [assign(context, transponder, a)] : [],
  );
  if (bodies.length === 0) return wrong('nothingWorn');
  return facts(bodies, 'saysSwap', { one: nameOf(a, board.rows), other: nameOf(b, board.rows) });
}

export function give(words: Words, context: Context): Outcome {
  const { id, rest } = aimed(words, context);
  const found = byId(id, context);
  if (found === undefined) return wrong('selectReading');
  const entry = whoOf(rest[0] ?? '', context.board.rows);
  if (entry === undefined) return wrong('nobody', { word: rest[0] ?? '' });
  const who = nameOf(entry, context.board.rows);
  const { race } = context;
  return facts([{ kind: 'amend', race, target: found.id, toEntry: entry }], 'saysGive', {
    seq: found.reading.seq,
    who,
  });
}

/** `+0.05` from where it is, or `7:42.97` since the gun. */
export function move(words: Words, context: Context): Outcome {
  const { id, rest } = aimed(words, context);
  const found = byId(id, context);
  if (found === undefined) return wrong('selectReading');
  const text = rest.join('');
  const sinceUs = sinceGunUs(found.reading, context);
  const typedUs = typedTimeUs(text);
  const stepUs = typedStepUs(text) ?? (typedUs !== undefined && sinceUs !== undefined ? typedUs - sinceUs : undefined);
  if (stepUs === undefined) return wrong('moveNeedsTime');
  const toAt = Math.max(0, found.reading.at + stepUs);
  const time = sinceUs === undefined ? formatDiff(stepUs, 3) : formatTime(sinceUs + stepUs, { digits: 3 });
  const { race } = context;
  const { seq } = found.reading;
  return facts([{ kind: 'amend', race, target: found.id, toAt }], 'saysMove', {
    seq,
    time,
    step: formatDiff(stepUs, 3),
  });
}

/** Of readings and of decisions. */
function counts(kind: 'retract' | 'restore', words: Words, context: Context): Outcome {
  const { id } = aimed(words, context);
  const decision = id === undefined ? undefined : context.console.decisions[id];
  const seq = byId(id, context)?.reading.seq ?? decision?.seq;
  if (id === undefined || seq === undefined) return wrong('selectReading');
  // What is said of no race, of the meet or of the whole hall, is taken back for all of it.
  const race = decision !== undefined && decision.fact.race === undefined ? {} : { race: context.race };
  return facts([{ kind, ...race, target: id }], kind === 'retract' ? 'saysDrop' : 'saysBack', { seq });
}

export const drop = (words: Words, context: Context): Outcome => counts('retract', words, context);
export const back = (words: Words, context: Context): Outcome => counts('restore', words, context);

export function present(words: Words, context: Context): Outcome {
  const found = byId(aimed(words, context).id, context);
  if (found === undefined || found.loose) return wrong('selectReading');
  const { seq } = found.reading;
  return facts([{ kind: 'present', race: context.race, target: found.id }], 'saysPresent', { seq });
}

/** The loop of a point by its name; without one, of the point where the skater is expected next. */
function loopOf(name: string | undefined, entry: string, { board }: Context): string | undefined {
  const points = Object.entries(board.course).sort(([, a], [, b]) => a.order - b.order);
  const named = points.find(([key, point]) => key === name || point.name === name);
  if (name !== undefined) return named?.[1].loop;
  const splits = board.rows[entry]?.splits ?? {};
  return (points.find(([key]) => splits[key] === undefined) ?? points.at(-1))?.[1].loop;
}

/** `12 7:42.97 [point]`, or `12 now`: seen by eye, and marked so. */
export function insert([word = '', when = 'now', point]: Words, context: Context): Outcome {
  const { race, board, nowUs } = context;
  const entry = whoOf(word, board.rows);
  if (entry === undefined) return wrong('nobody', { word });
  const startUs = startUsOf(entry, board);
  const loop = loopOf(point, entry, context);
  if (loop === undefined) return wrong('noSuchPoint', { word: point ?? '' });
  const who = nameOf(entry, board.rows);
  const manual = { kind: 'passing', race, source: desk, loop, entry, how: 'manual' } as const;
  if (when === 'now') {
    if (nowUs === undefined) return wrong('noTimeYet');
    return atOnce([{ ...manual, at: nowUs }], 'saysInsertNow', { who });
  }
  const sinceUs = typedTimeUs(when);
  if (sinceUs === undefined) return wrong('insertNeedsTime');
  if (startUs === undefined) return wrong('notStarted');
  const time = formatTime(sinceUs, { digits: 3 });
  // Since the gun, whatever clock the gun was on: no two clocks are compared.
  return facts([{ ...manual, at: startUs + sinceUs, elapsedUs: sinceUs }], 'saysInsert', { who, time });
}
