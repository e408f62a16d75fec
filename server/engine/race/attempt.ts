// The attempt that counts: after a false start, a fall or a stop the race begins anew (rules O3, M9, L5).
import type { FactOf } from '../../../shared/facts.ts';
import { onTheClock } from './clock.ts';
import type { Effective } from './effective.ts';

/** One start group of the attempt. */
export interface GroupStart {
  readonly startUs: number;
  readonly source: string;
  /** Later shots, kept and flagged. */
  readonly shots: readonly number[];
}

export interface Attempt {
  /** From 1. */
  readonly number: number;
  /** Readings and starts at or before this instant belong to an earlier attempt. */
  readonly afterUs: number;
  /** Orders decided at or before this seq belong to an earlier attempt. */
  readonly afterSeq: number;
  readonly cleared?: FactOf<'clear'>['reason'];
  /** By group, `1` unless the gun names one. */
  readonly starts: ReadonlyMap<string, GroupStart>;
}

export const onlyGroup = '1';

function groupStarts(starts: readonly FactOf<'start'>[], offsets: ReadonlyMap<string, number>, afterUs: number) {
  const timed = starts
    .map((start) => ({ ...start, at: onTheClock(start, offsets) }))
    .filter(({ at }) => at > afterUs)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const groups = new Map<string, GroupStart>();
  for (const { group = onlyGroup, at, source } of timed) {
    const first = groups.get(group);
    if (first === undefined) groups.set(group, { startUs: at, source, shots: [] });
    else groups.set(group, { ...first, shots: [...first.shots, at] });
  }
  return groups;
}

/** The attempt that counts now. */
export function attemptOf(
  { starts, decisions }: Pick<Effective, 'starts' | 'decisions'>,
  offsets: ReadonlyMap<string, number>,
): Attempt {
  const clears = decisions.filter((fact) => fact.kind === 'clear');
  const last = clears.at(-1);
  const afterUs = clears.reduce((latest, { upTo, at }) => Math.max(latest, upTo ?? at), Number.NEGATIVE_INFINITY);
  return {
    number: clears.length + 1,
    afterUs,
    afterSeq: last?.seq ?? 0,
    ...(last !== undefined && { cleared: last.reason }),
    starts: groupStarts(starts, offsets, afterUs),
  };
}

/** The first shot of the attempt, of whatever group. */
export function firstGunUs({ starts }: Attempt): number | undefined {
  let first: number | undefined;
  for (const { startUs } of starts.values()) first = Math.min(first ?? startUs, startUs);
  return first;
}
