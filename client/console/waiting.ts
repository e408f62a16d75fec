// What waits for a bib: transponders that nobody known wears, and readings that fit no race. Pure.
import type { ConsoleState } from '../../shared/console-state.ts';

export interface Waiting {
  /** Of the newest reading of it. */
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  readonly source: string;
  readonly loop?: string | undefined;
  readonly transponder?: string | undefined;
  readonly lane?: string | undefined;
  /** How many readings would count. */
  readonly readings: number;
  readonly why: 'unknown-transponder' | 'no-window';
}

type Seen = Omit<Waiting, 'readings' | 'why' | 'id'>;

function add(all: Map<string, Waiting>, key: string, id: string, seen: Seen, why: Waiting['why']): void {
  const { seq, at, source, loop, transponder, lane } = seen;
  const before = all.get(key);
  const newer = before === undefined || before.seq < seq;
  all.set(key, {
    ...(newer ? { id, seq, at, source, loop, transponder, lane } : before),
    readings: (before?.readings ?? 0) + 1,
    why,
  });
}

/** Newest first; a transponder stands once, however often it was read. */
export function waitingOf({ readings, unbound }: Pick<ConsoleState, 'readings' | 'unbound'>): readonly Waiting[] {
  const all = new Map<string, Waiting>();
  for (const [id, reading] of Object.entries(readings)) {
    if (reading.state === 'unknown') add(all, `t:${reading.transponder}`, id, reading, 'unknown-transponder');
  }
  for (const [id, reading] of Object.entries(unbound)) {
    const key = reading.why === 'unknown-transponder' ? `t:${reading.transponder}` : id;
    add(all, key, id, reading, reading.why);
  }
  return [...all.values()].sort((a, b) => b.seq - a.seq);
}

/** Who wears what: as in the start list, then as decided on the day, the last word last. */
export function wornBy(
  startList: Readonly<Record<string, readonly string[]>>,
  { decisions, readings }: Pick<ConsoleState, 'decisions' | 'readings'>,
): ReadonlyMap<string, string> {
  const worn = new Map<string, string>();
  for (const [entry, transponders] of Object.entries(startList)) for (const one of transponders) worn.set(one, entry);
  for (const { transponder, entry, amended } of Object.values(readings)) {
    if (transponder !== undefined && entry !== undefined && amended === undefined) worn.set(transponder, entry);
  }
  const assigned = Object.values(decisions).filter(({ fact, retracted }) => fact.kind === 'assign' && !retracted);
  for (const { fact } of assigned.sort((a, b) => a.seq - b.seq)) worn.set(String(fact.transponder), String(fact.entry));
  return worn;
}
