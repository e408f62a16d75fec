// A typed line to what it comes to: facts to send, or a sentence that says what is wrong. Pure; docs/console.md lists all.
import { setEntry } from './entry-commands.ts';
import { designate, late, on } from './meet-commands.ts';
import { type Context, type Outcome, wrong } from './outcome.ts';
import { arm, bell, clear, close, falseStart, finish, gun, length, official, reopen, sprint } from './race-commands.ts';
import { assignTo, back, bibAlone, drop, give, insert, move, present, swap } from './reading-commands.ts';
import { announce, hold, ruling, rulings } from './ruling-commands.ts';
import { raceOf, screen } from './screen-commands.ts';
import { conditions, handTime, officials, protest } from './sheet-commands.ts';
import { whoOf } from './who.ts';

type Command = (words: readonly string[], context: Context) => Outcome;

function go([word]: readonly string[], context: Context): Outcome {
  if (word === undefined) return wrong('goNeedsRace');
  if (word === 'auto') return { does: 'go', race: undefined };
  const race = raceOf(word, context);
  return race === undefined ? wrong('noSuchRace', { word }) : { does: 'go', race };
}

function find([word]: readonly string[], { board }: Context): Outcome {
  if (word === undefined) return { does: 'find', entry: undefined };
  const entry = whoOf(word, board.rows);
  return entry === undefined ? wrong('nobody', { word }) : { does: 'find', entry };
}

/** One command a status. */
const ruled = Object.fromEntries(
  Object.entries(rulings).map(([word, status]): [string, Command] => [
    word,
    (words, context) => ruling(status, words, context),
  ]),
) as Readonly<Record<keyof typeof rulings, Command>>;

/** By the word that is typed first. */
export const commands = {
  arm,
  gun,
  clear,
  close,
  official,
  reopen,
  laps: length,
  bell,
  fin: finish,
  finish,
  sprint,
  hand: handTime,
  fs: falseStart,
  ...ruled,
  hold,
  announce,
  give,
  move,
  ins: insert,
  insert,
  drop,
  back,
  show: present,
  assign: assignTo,
  swap,
  air: (words, context) => conditions(['air', ...words], context),
  ice: (words, context) => conditions(['ice', ...words], context),
  hum: (words, context) => conditions(['hum', ...words], context),
  referee: (words, context) => officials(['referee', ...words], context),
  starter: (words, context) => officials(['starter', ...words], context),
  protest,
  set: setEntry,
  late,
  on,
  des: designate,
  find,
  go,
  screen,
  quiet: () => ({ does: 'quiet' }),
  undo: () => ({ does: 'undo' }),
  redo: () => ({ does: 'redo' }),
  help: () => ({ does: 'help' }),
} as const satisfies Readonly<Record<string, Command>>;

export type CommandName = keyof typeof commands;

/** Words that nobody needs the race for. */
const needsNoRace = new Set(['go', 'screen', 'help', 'quiet']);

export function needsRace(text: string): boolean {
  return !needsNoRace.has(text.trim().split(/\s+/)[0]?.toLowerCase() ?? '');
}

/** What a line comes to; the first word is the command, `s2` is `sprint 2`, and a bib alone says whose a reading is. */
export function read(text: string, context: Context): Outcome {
  const [first = '', ...words] = text.trim().split(/\s+/);
  const name = first.toLowerCase();
  const sprintNumber = /^s(\d{1,2})$/.exec(name)?.[1];
  if (sprintNumber !== undefined) return sprint([sprintNumber, ...words], context);
  const command: Command | undefined = Object.hasOwn(commands, name) ? commands[name as CommandName] : undefined;
  if (command !== undefined) return command(words, context);
  if (words.length === 0 && whoOf(first, context.board.rows) !== undefined) return bibAlone(first, context);
  return /^\d+$/.test(first) ? wrong('nobody', { word: first }) : wrong('noSuchCommand', { word: first });
}
