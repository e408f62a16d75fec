// Which sprint matters now, and what to say of it (M2, M14). Pure.
import type { Board, Sprint } from '../../shared/board.ts';
import { words } from './messages.ts';

type Sprints = Board['sprints'];

/** Numbers of the sprints in the order in which they are skated, the finish last. */
export function sprintKeys(sprints: Sprints): string[] {
  return Object.keys(sprints).sort((a, b) => (sprints[a]?.lap ?? 0) - (sprints[b]?.lap ?? 0));
}

/** What heads a column of points: S1, S2, … and F. */
export function sprintName(sprints: Sprints, n: string): string {
  return sprints[n]?.finish === true ? 'F' : `S${n}`;
}

/** A sprint is announced this many laps before its line; until then the last one is still the news. */
const announceLaps = 1;

/**
 * The sprint to show: one that is open, else the next if its line is near, else the last one skated, else the next.
 */
export function featuredSprint({ sprints, laps }: Pick<Board, 'sprints' | 'laps'>): string | undefined {
  const keys = sprintKeys(sprints);
  const open = keys.find((n) => sprints[n]?.state === 'open');
  if (open !== undefined) return open;
  const next = keys.find((n) => sprints[n]?.state === 'ahead');
  const last = keys.filter((n) => sprints[n]?.state !== 'ahead').at(-1);
  const toLine = next === undefined ? Number.POSITIVE_INFINITY : lapsToLine(sprints[next], laps.leader);
  return last === undefined || toLine <= announceLaps ? (next ?? last) : last;
}

function lapsToLine(sprint: Sprint | undefined, leaderLap: number): number {
  return sprint === undefined ? Number.POSITIVE_INFINITY : sprint.lap - leaderLap;
}

/** Its state in words: how far away, or how sure. */
export function sprintStateText(sprint: Sprint, leaderLap: number): string {
  if (sprint.state === 'open') return words('sprintOpen');
  if (sprint.state === 'provisional') return words('sprintProvisional');
  if (sprint.state === 'confirmed') return words('sprintConfirmed');
  const laps = lapsToLine(sprint, leaderLap);
  if (laps <= 1) return words('sprintThisLap');
  return laps === 2 ? words('sprintNextLap') : words('sprintIn', { laps });
}

/** The places that win points, best first, with what each wins; a dead heat shares the better place. */
export function sprintPlaces(sprint: Sprint): { entry: string; points: number }[] {
  let place = 0;
  return sprint.order.flatMap((tier) => {
    const points = sprint.points[place] ?? 0;
    place += tier.length;
    return points === 0 ? [] : tier.map((entry) => ({ entry, points }));
  });
}
