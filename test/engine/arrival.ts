// The journals of arbitrary.ts as records, in the order in which they were told or with their readings arriving otherwise.
import type { Fact, FactDraft, JournalRecord } from '../../shared/facts.ts';
import { isReading } from '../../shared/facts.ts';
import type { Line } from './arbitrary.ts';
import { final } from './arbitrary-meet.ts';
import { gunUs } from './script.ts';

/** The lines as the journal would number them. */
export function recordsOf(lines: readonly Line[]): readonly JournalRecord[] {
  let version = 0;
  return lines.map((line, index): JournalRecord => {
    const stamp = { seq: index + 1, acceptedUs: gunUs + index, by: 'test' };
    if ('meet' in line) {
      version += 1;
      return { kind: 'meet', ...stamp, version, meet: line.meet };
    }
    return { ...line.draft, ...stamp, at: line.at } as Fact;
  });
}

/** The place before which a reading must have come: that of the first decision about it, or of a signature it may be in. */
function boundsOf(lines: readonly Line[], index: number, draft: FactDraft): readonly [from: number, to: number] {
  let [from, to] = [-1, lines.length];
  for (const [place, line] of lines.entries()) {
    const other = 'draft' in line ? line.draft : undefined;
    // A gun opens a window, so like a reading of no race it can bear on every race; what is filled hangs on the others.
    const bears =
      draft.kind === 'start' ||
      draft.race === undefined ||
      draft.race === other?.race ||
      other?.race === 'r2' ||
      other?.race === final;
    const signs = other?.kind === 'official' && bears;
    const aims = other !== undefined && 'target' in other && other.target === draft.id;
    if (place < index && signs) from = place;
    if (place > index && (signs || aims)) to = Math.min(to, place);
  }
  return [from, to];
}

/** The same journal with its readings in another order of arrival; `keys` between 0 and 1 say where each goes. */
export function rearranged(lines: readonly Line[], keys: readonly number[]): readonly Line[] {
  const placed = lines.map((line, index) => {
    if (!('draft' in line) || !isReading(line.draft)) return { line, place: index };
    const [from, to] = boundsOf(lines, index, line.draft);
    // The first line is the meet: without it nobody would have taken a fact.
    const low = Math.max(from, 0);
    return { line, place: low + (to - low) * (0.001 + 0.998 * (keys[index % keys.length] ?? 0.5)) };
  });
  return placed.sort((a, b) => a.place - b.place).map(({ line }) => line);
}
