// What a decision says, for the list of who decided what. Pure.
import type { Board } from '../../shared/board.ts';
import { formatDiff } from '../../shared/format-time.ts';
import { wireWord } from './console-words.ts';
import { orderText } from './finish-order.ts';
import { nameOf } from './who.ts';

type Sent = Readonly<Record<string, unknown>>;

const text = (value: unknown) => (value === undefined ? '' : String(value));

/** Its kind, and what matters of it; the seq of what it is about where that is known. */
export function decisionText(
  fact: Sent,
  { rows }: Pick<Board, 'rows'>,
  seqOf: (id: string) => number | undefined,
): string {
  const who = typeof fact.entry === 'string' ? nameOf(fact.entry, rows) : '';
  const target = typeof fact.target === 'string' ? `#${seqOf(fact.target) ?? fact.target}` : '';
  const toEntry = typeof fact.toEntry === 'string' ? nameOf(fact.toEntry, rows) : '';
  const order = Array.isArray(fact.order) ? orderText(fact.order as string[][], rows) : '';
  const offset = typeof fact.offsetUs === 'number' ? formatDiff(fact.offsetUs, 3) : '';
  const parts = [
    fact.status ?? wireWord('kind', text(fact.kind)),
    target,
    fact.code,
    who,
    toEntry,
    fact.sprint,
    order,
    fact.transponder,
    fact.laps,
    fact.lap,
    typeof fact.reason === 'string' ? wireWord('reason', fact.reason) : undefined,
    fact.of,
    offset,
    fact.signer,
    fact.referee,
    fact.state,
    fact.about,
    fact.note,
  ];
  return parts
    .map(text)
    .filter((part) => part !== '')
    .join(' ');
}
