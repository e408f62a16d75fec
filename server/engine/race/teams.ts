// A team's passages (L9): it has passed a point when the skater who counts there has, the third of a team pursuit, the last
// of those who still skate of a team sprint.
import type { Passage } from './passages.ts';

/** An entry, or `<entry>/<member>` of a team whose skaters are known one by one. */
export type Skater = string;

export function skaterKey(entry: string, member: string | undefined): Skater {
  return member === undefined ? entry : `${entry}/${member}`;
}

export function entryOfSkater(skater: Skater): string {
  const end = skater.indexOf('/');
  return end === -1 ? skater : skater.slice(0, end);
}

/** A reading of the team as such is of the point at which its skaters passed this near to it. */
const sameUs = 3_000_000;

/** What was seen of a skater until he was not seen at a point: one who has left may be read again, and races no more. */
function untilMissed(passages: readonly Passage[]): readonly Passage[] {
  const missed = passages.findIndex(({ estimate }) => estimate === 'missed');
  return missed === -1 ? passages : passages.slice(0, missed);
}

function inOrder(skaters: readonly (readonly Passage[])[], point: number): Passage[] {
  const there = skaters.map((passages) => passages[point]).filter((passage) => passage !== undefined);
  return there.sort((a, b) => a.timeUs - b.timeUs);
}

/** What its skaters say of the team. Where too few were seen before it went on, the last of them is the best guess. */
function fromSkaters(skaters: readonly (readonly Passage[])[], counts: (point: number) => number): Passage[] {
  const seen = skaters.map(untilMissed);
  const at = (point: number) => inOrder(seen, point)[counts(point) - 1] ?? inOrder(skaters, point)[counts(point) - 1];
  const longest = skaters.reduce((most, { length }) => Math.max(most, length), 0);
  const points = Array.from({ length: longest }, (_, point) => at(point));
  const last = points.findLastIndex((passage) => passage !== undefined);
  const team: Passage[] = [];
  for (const [point, passage] of points.slice(0, last + 1).entries()) {
    const guess = inOrder(skaters, point).at(-1);
    if (guess === undefined) break;
    team.push(passage ?? { point, instantUs: guess.instantUs, timeUs: guess.timeUs, estimate: 'missed' });
  }
  return team;
}

/**
 * The passages of a team: at each point that of the skater whose place there is `counts`, or what was read of the team as
 * such. They end at the first point that fewer have passed.
 */
export function teamPassages(
  own: readonly Passage[],
  members: ReadonlyMap<Skater, readonly Passage[]>,
  counts: (point: number) => number,
): readonly Passage[] {
  const team = fromSkaters([...members.values()], counts);
  if (team.length === 0) return own;
  for (const passage of own) {
    if (passage.basis === undefined) continue;
    const near = team.findIndex(({ timeUs }) => Math.abs(timeUs - passage.timeUs) <= sameUs);
    const isNext = passage.timeUs > (team.at(-1) as Passage).timeUs;
    if (near !== -1) team[near] = { ...passage, point: near };
    else if (isNext) team.push({ ...passage, point: team.length });
  }
  return team;
}
