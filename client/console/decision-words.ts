// What a decision says, for the list of who decided what. Pure.
import { formatDiff, formatTime } from '../../shared/format-time.ts';
import { timeOfDay } from '../kit/dates.ts';
import { footTexts } from '../kit/sheet-foot.ts';
import { say, wireWord } from './console-words.ts';
import { orderText } from './finish-order.ts';
import type { Context } from './outcome.ts';
import { instantSinceGunUs } from './reading-commands.ts';
import { nameOf } from './who.ts';

type Sent = Readonly<Record<string, unknown>>;

/** What decisions are read against. */
export type Known = Pick<Context, 'board' | 'console' | 'meet' | 'athletes'>;

const text = (value: unknown) => (value === undefined ? '' : String(value));

/** What a decision is about: its number, and what that says or whose it is. */
function targetText(target: string, context: Known): string {
  const { board, console } = context;
  const decision = console.decisions[target];
  // A decision on a decision on a decision is its number.
  if (decision !== undefined) {
    const isNested = console.decisions[String(decision.fact.target)] !== undefined;
    return `#${decision.seq}${isNested ? '' : ` ${decisionText(decision.fact, context)}`}`;
  }
  const reading = console.readings[target] ?? console.unbound[target];
  const entry = reading !== undefined && 'entry' in reading ? reading.entry : undefined;
  return `#${reading?.seq ?? target}${entry === undefined ? '' : ` ${nameOf(entry, board.rows)}`}`;
}

/** When a reading was, by a decision that moved it. */
function movedText({ target, toAt }: Sent, context: Known): string {
  const { readings, unbound } = context.console;
  const reading = typeof target === 'string' ? (readings[target] ?? unbound[target]) : undefined;
  const sinceUs =
    reading === undefined || typeof toAt !== 'number' ? undefined : instantSinceGunUs(toAt, reading, context);
  return sinceUs === undefined ? '' : formatDiff(sinceUs, 3).replace('+', '');
}

/** What only decisions on the sheet and on the meet say. */
function sheetParts(fact: Sent, { meet, athletes }: Pick<Context, 'meet' | 'athletes'>): readonly unknown[] {
  switch (fact.kind) {
    case 'conditions':
      return [say(fact.when === 'end' ? 'when.end' : 'when.start'), ...footTexts({ conditions: { start: fact } })];
    case 'officials':
      return footTexts({ officials: fact });
    case 'handtime':
      return (fact.watches as number[]).map((us) => formatTime(us, { digits: 2 }));
    case 'protest': {
      const until = typeof fact.untilUs === 'number' ? timeOfDay(fact.untilUs, meet?.meet.timeZone) : undefined;
      return [fact.by, fact.state, until && say('untilTime', { time: until }), fact.about];
    }
    case 'programme': {
      const { show, auto, delayUs } = fact;
      return [
        typeof delayUs === 'number' && say('saysLate', { minutes: Math.round(delayUs / 60_000_000) }),
        typeof show === 'string' && say('saysOn', { race: meet?.races[show]?.name ?? show }),
        auto === true && say('saysOnAuto'),
      ];
    }
    case 'entry': {
      const { bib, lane, helmet, startGroup, scratched, athlete } = fact;
      const person = athlete === undefined ? undefined : (athletes?.get(text(athlete)) ?? athlete);
      return [bib, lane, helmet, startGroup, scratched === undefined ? '' : scratched === true ? 'out' : 'in', person];
    }
    case 'designate':
      return [fact.selection, fact.slot, athletes?.get(text(fact.athlete)) ?? fact.athlete ?? '–'];
    default:
      return [];
  }
}

/** Its kind, and what matters of it. */
export function decisionText(fact: Sent, context: Known): string {
  const { rows } = context.board;
  const who = typeof fact.entry === 'string' ? nameOf(fact.entry, rows) : '';
  const target = typeof fact.target === 'string' ? targetText(fact.target, context) : '';
  const toEntry = typeof fact.toEntry === 'string' ? nameOf(fact.toEntry, rows) : '';
  const order = Array.isArray(fact.order) ? orderText(fact.order as string[][], rows) : '';
  const offset = typeof fact.offsetUs === 'number' ? formatDiff(fact.offsetUs, 3) : '';
  const parts = [
    fact.status ?? (fact.kind === 'programme' ? undefined : wireWord('kind', text(fact.kind))),
    target,
    fact.code,
    who,
    toEntry === '' ? '' : `→ ${toEntry}`,
    movedText(fact, context),
    fact.sprint,
    order,
    fact.transponder,
    fact.laps,
    fact.lap,
    typeof fact.reason === 'string' ? wireWord('reason', fact.reason) : undefined,
    fact.of,
    offset,
    fact.signer,
    ...sheetParts(fact, context),
    fact.note,
  ];
  return parts
    .filter((part) => part !== false)
    .map(text)
    .filter((part) => part !== '')
    .join(' ');
}
