// Whether ranks of standings were wrong, or went on as an event does: only who moved among those of the same picture, with no
// other result than he had, was shown at a wrong place. Pure.
import { byResult, figureOf, type Shown } from './figures.ts';
import type { Airing } from './ledger.ts';

/** What he showed is still what counts of him: nothing came since, though something may have gone. */
export function isSameResult(key: string, { figures }: Airing, shown: Shown): boolean {
  const aired = figures[key]?.[byResult]?.value;
  if (aired === undefined) return true;
  const now = figureOf(key, byResult, shown);
  if (now === undefined) return true;
  const [roundThen, countThen] = String(aired).split('|');
  const [round, count] = String(now).split('|');
  return round === roundThen && Number(count) <= Number(countThen);
}

/** Those of a picture of standings whose rank among each other is another now, or who have none any more. */
export function movedIn(airing: Airing, shown: Shown): ReadonlySet<string> {
  const lines = Object.entries(airing.figures).flatMap(([key, fields]) => {
    const { value, untilUs } = fields.rank ?? {};
    const isOne = typeof value === 'number' && untilUs === undefined && fields[byResult] !== undefined;
    return isOne && isSameResult(key, airing, shown) ? [{ key, was: value, now: figureOf(key, 'rank', shown) }] : [];
  });
  const place = (all: readonly number[]) => {
    const sorted = all.toSorted((a, b) => a - b);
    return (rank: number) => sorted.indexOf(rank);
  };
  const was = place(lines.map((line) => line.was));
  const now = place(lines.flatMap((line) => (typeof line.now === 'number' ? [line.now] : [])));
  return new Set(
    lines.flatMap((line) => (typeof line.now === 'number' && was(line.was) === now(line.now) ? [] : [line.key])),
  );
}
