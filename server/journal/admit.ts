// Decides whether facts may join the journal, and numbers and dates them. Everything that can be refused is refused
// here, so that only the disk can fail the transaction later. Pure: it asks the ledger and stores nothing.
import { type Fact, type FactDraft, isReading, type Stamp } from '../../shared/facts.ts';
import { misplaced } from './designation.ts';
import { digestOf } from './digest.ts';
import type { Refusal } from './journal.ts';
import { Layer } from './layer.ts';
import type { KeptFact, Ledger } from './ledger.ts';
import { refuse } from './refusal.ts';
import { aim } from './target.ts';
import { subjectOf, wordsOf } from './words.ts';

export interface Admitted {
  readonly ok: true;
  /** The new facts; duplicates are left out. */
  readonly lines: readonly KeptFact[];
  readonly duplicates: number;
  /** The newest seq among the new facts and the duplicates: durable up to here, all of it is. */
  readonly upTo: number;
}

/** The fact as it is kept, its fields always in the same order so that all of a kind have one shape. */
function stamp(draft: FactDraft, race: string | undefined, stamps: Stamp): Fact {
  const {
    id,
    kind,
    at: _at,
    after: _after,
    seq: deviceSeq,
    by: protester,
    ...rest
  } = draft as FactDraft & {
    after?: number;
    seq?: number;
    by?: string;
  };
  const { at, seq, acceptedUs, by } = stamps;
  const taken = race === undefined || rest.race !== undefined ? {} : { race };
  const own = { ...(deviceSeq !== undefined && { deviceSeq }), ...(protester !== undefined && { protester }) };
  return { id, kind, at, ...rest, ...taken, seq, acceptedUs, by, ...own } as unknown as Fact;
}

/** Why what is decided about a whole meet cannot be admitted. */
function checkMeet(draft: Extract<FactDraft, { meet: string }>, line: number, ledger: Ledger): Refusal | undefined {
  const meet = ledger.meet(draft.meet)?.meet;
  if (meet === undefined) {
    const says = `there is no meet ${draft.meet}: put it first, or correct the id`;
    return refuse('unknown-meet', says, { line, field: 'meet' });
  }
  return draft.kind === 'designate' ? misplaced(draft, meet, line) : undefined;
}

/** The race the fact is of, or why it cannot be admitted; `before` are the facts of earlier requests only. */
function check(
  draft: FactDraft,
  line: number,
  ledger: Ledger,
  before: Ledger,
): { readonly race: string | undefined } | Refusal {
  const place = 'target' in draft ? aim(draft, ledger, line) : { race: draft.race };
  if ('ok' in place) return place;
  const { race } = place;
  if (race !== undefined && ledger.meetOf(race) === undefined) {
    const says = `no meet has a race ${race}: put it into its meet first, or correct the race`;
    return refuse('unknown-race', says, { line, field: 'race' });
  }
  const misfit = 'meet' in draft ? checkMeet(draft, line, ledger) : undefined;
  if (misfit !== undefined) return misfit;
  if ('after' in draft && draft.after !== undefined) {
    const newest = before.newest(subjectOf({ ...draft, race } as FactDraft, ledger));
    if (newest > draft.after) {
      const says = `decided anew meanwhile (seq ${newest}): look at it, then send this again with after ${newest}`;
      return refuse('newer-decision', says, { line, field: 'after' });
    }
  }
  return place;
}

/** All of `drafts` or none. `nowUs` dates decisions, `acceptedUs` all of them; `by` is the name of the token that sent them. */
export function admit(
  drafts: readonly FactDraft[],
  by: string,
  before: Ledger,
  nowUs: number,
  acceptedUs = nowUs,
): Admitted | Refusal {
  const batch = new Layer(before);
  const lines: KeptFact[] = [];
  let duplicates = 0;
  let upTo = 0;
  for (const [line, draft] of drafts.entries()) {
    const digest = digestOf(draft);
    const known = batch.find(draft.id);
    if (known !== undefined) {
      if (!known.digest.equals(digest)) {
        const says = `the id ${draft.id} was used for another fact (seq ${known.fact.seq}): give this one an id of its own`;
        return refuse('id-taken', says, { line, field: 'id' });
      }
      duplicates += 1;
      upTo = Math.max(upTo, known.fact.seq);
      continue;
    }
    const place = check(draft, line, batch, before);
    if ('ok' in place) return place;
    const at = isReading(draft) ? draft.at : Math.max(nowUs, batch.newestAt + 1);
    const seq = batch.lastSeq + 1;
    const fact = stamp(draft, place.race, { at, seq, acceptedUs, by });
    const kept = { fact, digest, words: wordsOf(fact, batch) };
    batch.add(kept);
    lines.push(kept);
    upTo = seq;
  }
  return { ok: true, lines, duplicates, upTo };
}
