// How the sources are, as far as the journal tells: who sent what, when last, and which numbers of theirs are missing (P3).
import type { Fact, JournalRecord } from '../../shared/facts.ts';
import { type SourceState, type SourcesState, sourceMissing } from '../../shared/sources-state.ts';

/** A jump by more is a device that was switched off and on, not so many missed passings. */
const mostMissed = 1000;

interface Source extends SourceState {
  /** The highest number the device has given a passing. */
  readonly number?: number;
}

export type Sources = ReadonlyMap<string, Source>;

/** P3: numbers between the highest so far and this one were missed, unless they come later. */
function numbered(before: Source | undefined, number: number): Pick<Source, 'number' | 'missing'> {
  const { number: highest, missing = [] } = before ?? {};
  if (highest === undefined || number > highest + mostMissed) return { number, missing };
  if (number <= highest) return { number: highest, missing: missing.filter((one) => one !== number) };
  const missed = Array.from({ length: number - highest - 1 }, (_, i) => highest + 1 + i);
  return { number, missing: [...missing, ...missed].slice(-sourceMissing) };
}

function after(before: Source | undefined, fact: Fact & { source: string }): Source {
  const reading = fact.kind === 'passing' || fact.kind === 'start';
  const number = fact.kind === 'passing' ? fact.deviceSeq : undefined;
  return {
    ...before,
    missing: before?.missing ?? [],
    by: fact.by,
    facts: (before?.facts ?? 0) + 1,
    acceptedUs: fact.acceptedUs,
    ...(reading && { readingUs: fact.acceptedUs, lagUs: fact.acceptedUs - fact.at }),
    ...(number !== undefined && numbered(before, number)),
  };
}

/** The sources after one more batch; those it does not name keep their identity. */
export function stepSources(before: Sources, batch: readonly JournalRecord[]): Sources {
  let sources: Map<string, Source> | undefined;
  for (const record of batch) {
    if (record.kind === 'meet' || record.source === undefined) continue;
    sources ??= new Map(before);
    sources.set(record.source, after(sources.get(record.source), record as Fact & { source: string }));
  }
  return sources ?? before;
}

/** The state of topic `sources`. */
export function sourcesState(sources: Sources): SourcesState {
  return { sources: Object.fromEntries([...sources].map(([id, { number: _, ...source }]) => [id, source])) };
}
