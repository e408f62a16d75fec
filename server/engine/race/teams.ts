// A team's passages (L9): it has passed a point when the skater who counts has, the third of a team pursuit.
import type { Passage } from './passages.ts';

/** An entry, or `<entry>/<member>` of a team whose skaters are known one by one. */
export type Skater = string;

export function skaterKey(entry: string, member: string | undefined): Skater {
  return member === undefined ? entry : `${entry}/${member}`;
}

export function entryOfSkater(skater: Skater): string {
  return skater.split('/', 1)[0] ?? skater;
}

/**
 * The passages of a team: at each point that of its `count`th skater, or what was read of the team as such.
 * They end at the first point that fewer than `count` have passed.
 */
export function teamPassages(
  entry: string,
  own: readonly Passage[],
  bySkater: ReadonlyMap<Skater, readonly Passage[]>,
  count: number,
): readonly Passage[] {
  const skaters = [...bySkater].filter(([skater]) => skater.startsWith(`${entry}/`)).map(([, passages]) => passages);
  if (skaters.length === 0) return own;
  const team: Passage[] = [];
  for (let point = 0; ; point += 1) {
    const there = skaters.map((passages) => passages[point]).filter((passage) => passage !== undefined);
    there.sort((a, b) => a.timeUs - b.timeUs);
    const passage = own[point] ?? there[count - 1];
    if (passage === undefined) return team;
    team.push(passage);
  }
}
