// Which facts hold a race or an entry in its meet. A cautious reading of the journal, not the engine's binding: where
// a reading without a race may belong to an entry, it counts as belonging to it.
import { type Fact, isReading } from '../../shared/facts.ts';
import type { EntryDoc } from '../../shared/meet.ts';
import type { Ledger } from './ledger.ts';
import { enteredAs, ofRace, wornBy } from './words.ts';

export interface Bindings {
  /** The first start, reading or decision on an entry or an order of the race, if there is one. */
  readonly ofRace: Fact | undefined;
  /** The first reading of the entry, or decision on it, if there is one. */
  readonly ofEntry: (entry: EntryDoc) => Fact | undefined;
}

/** Whether the fact names the entry as one that did something, or that something was decided about. */
function names(fact: Fact, entry: string): boolean {
  switch (fact.kind) {
    case 'passing':
    case 'ruling':
    case 'handtime':
    case 'falseStart':
      return fact.entry === entry;
    case 'amend':
      return fact.toEntry === entry;
    case 'sprint':
    case 'finish':
      return fact.order.some((tied) => tied.includes(entry));
    default:
      return false;
  }
}

/** All an entry wears or wore: by the start list, by changes of the day, by assignment. */
function transpondersOf({ id, transponders = [] }: EntryDoc, facts: readonly Fact[]): ReadonlySet<string> {
  const worn = new Set(transponders);
  for (const fact of facts) {
    if (fact.kind === 'assign' && fact.entry === id) worn.add(fact.transponder);
    if (fact.kind === 'entry' && fact.entry === id) for (const one of fact.transponders ?? []) worn.add(one);
  }
  return worn;
}

/** From when on readings without a race may be of this one: the instant and seq of its first `arm` or `start`. */
function opening(facts: readonly Fact[]): { readonly at: number; readonly seq: number } | undefined {
  const opened = facts.filter(({ kind }) => kind === 'arm' || kind === 'start');
  const [first] = opened;
  if (first === undefined) return undefined;
  const instants = opened.map((fact) => (fact.kind === 'arm' ? (fact.fromUs ?? fact.at) : fact.at));
  return { at: Math.min(...instants), seq: first.seq };
}

/** Where the newest word about the window is that it is shut: up to when. */
function closing(facts: readonly Fact[]): number {
  const last = facts.findLast(({ kind }) => kind === 'arm' || kind === 'start' || kind === 'close');
  return last?.kind === 'close' ? (last.toUs ?? last.at) : Number.POSITIVE_INFINITY;
}

const weighs = (fact: Fact): boolean =>
  isReading(fact) || ['ruling', 'handtime', 'falseStart', 'sprint', 'finish', 'official'].includes(fact.kind);

/**
 * What holds the race and its entries, by the facts in the ledger. Of one that is `filled` most candidates skate elsewhere,
 * so what was read after it was shut holds none of them.
 */
export function bindings(race: string, ledger: Ledger, { filled } = { filled: false }): Bindings {
  const facts = ledger.facts(ofRace(race));
  const open = opening(facts);
  const untilUs = filled ? closing(facts) : Number.POSITIVE_INFINITY;
  const isIn = ({ at, seq }: Fact) => open !== undefined && (filled ? at >= open.at : seq > open.seq || at >= open.at);
  const unbound = (word: string) => ledger.facts(word).find((fact) => isIn(fact) && fact.at < untilUs);
  return {
    ofRace: facts.find(weighs),
    ofEntry(entry) {
      const named = facts.find((fact) => names(fact, entry.id)) ?? unbound(enteredAs(entry.id));
      if (named !== undefined) return named;
      const worn = transpondersOf(entry, facts);
      const read = facts.find((fact) => fact.kind === 'passing' && worn.has(fact.transponder ?? ''));
      if (read !== undefined) return read;
      for (const transponder of worn) {
        const reading = unbound(wornBy(transponder));
        if (reading !== undefined) return reading;
      }
      return undefined;
    },
  };
}
