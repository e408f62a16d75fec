// The mass start: sprints, groups, and a classification beside the order on the ice (rules M1 to M8).
import type { MassStartRules } from '../../../shared/event.ts';
import { classify, type Standing } from '../race/classify.ts';
import { type Gap, gapsOf } from '../race/gaps.ts';
import { groupsOf } from '../race/groups.ts';
import { orderOf, uncertainOf } from '../race/order.ts';
import type { Entrant } from '../race/race-state.ts';
import { isIn, isThrough, type Racer, resultOf } from '../race/racers.ts';
import { type PhotoOrder, pointsWon, sprintResults } from '../race/sprints.ts';
import { type DisciplineInput, finishOrder, type Outcome } from './discipline.ts';
import { sprintsOf } from './mass-start-scales.ts';

/** How far the race as a whole has come. */
interface Stage {
  /** Nobody is expected any more. */
  readonly ended: boolean;
  /** The first on the ice has finished. */
  readonly decided: boolean;
}

/** M5: who does not finish is ruled so, or is not expected any more once the leader has, or is on the way when the race is over. */
function classOf(racer: Racer, { ended, decided }: Stage): Standing['class'] {
  if (racer.ruling.status === 'DQ') return 'disqualified';
  if (racer.ruling.status === 'DNF') return 'nonFinisher';
  if (!isIn(racer)) return 'unranked';
  if (isThrough(racer) || !(ended || (decided && racer.gone))) return 'finisher';
  return racer.passages.length > 0 ? 'nonFinisher' : 'unranked';
}

/** M5, M6, M7: whoever did not finish, was lapped by ruling, or was disqualified has no points. */
function totalOf(won: readonly number[], racer: Racer, cls: Standing['class']): number {
  if (cls !== 'finisher' || racer.ruling.lapped) return 0;
  return won.reduce((sum, points) => sum + points, 0);
}

function standingsOf(
  racers: ReadonlyMap<string, Racer>,
  order: readonly Racer[],
  gaps: ReadonlyMap<string, Gap>,
  won: ReadonlyMap<string, readonly number[]>,
  stage: Stage,
  finish: PhotoOrder | undefined,
): Standing[] {
  const places = new Map(finish?.flatMap((tier, place) => tier.map((entry) => [entry, place] as const)));
  const positions = new Map(order.map((racer, index) => [racer, index + 1]));
  return [...racers.values()].map((racer): Standing => {
    const cls = classOf(racer, stage);
    return {
      racer,
      class: cls,
      lapsDown: gaps.get(racer.entry)?.lapsDown ?? 0,
      total: totalOf(won.get(racer.entry) ?? [], racer, cls),
      position: positions.get(racer) ?? racers.size,
      photo: places.get(racer.entry),
    };
  });
}

export function massStart(rules: MassStartRules, { course, racers, photo, closed }: DisciplineInput): Outcome {
  const scale = sprintsOf(rules, course.laps);
  const finish = photo.get(finishOrder);
  const order = orderOf(racers, finish);
  const gaps = gapsOf(order, course.perLap);
  const groups = groupsOf(order, gaps, rules.groupGapUs);
  const groupOf = new Map(Object.entries(groups).flatMap(([n, { entries }]) => entries.map((e) => [e, Number(n)])));
  const photos = finish === undefined ? photo : new Map(photo).set(scale.length, finish);
  const sprints = sprintResults(scale, racers, course, photos);
  const won = pointsWon(sprints);
  const leader = order[0];
  const decided = leader !== undefined && isThrough(leader);
  const over = order.every((racer) => isThrough(racer) || racer.gone) && (decided || leader === undefined);
  const ended = closed || (racers.size > 0 && over);
  const started = [...racers.values()].some(({ passages }) => passages.length > 0);

  const standings = standingsOf(racers, order, gaps, won, { ended, decided }, finish);
  const uncertain = uncertainOf(order, finish);
  const bySkater = new Map(standings.map((standing) => [standing.racer, standing]));
  const ranked = classify(standings);
  const classified = ranked.map(({ racer }) => racer);
  const listed = ended ? classified : [...order, ...classified.filter((racer) => !isIn(racer))];
  const rows = new Map(listed.map((racer, index) => [racer, index + 1]));
  const entrants = new Map<string, Entrant>();
  for (const { racer, rank } of ranked) {
    const { entry } = racer;
    const standing = bySkater.get(racer) as Standing;
    const gap = gaps.get(entry);
    const group = groupOf.get(entry);
    // M7: the time of the disqualified is not printed, so nobody's hundredth is equal to it either.
    const result = standing.class === 'finisher' ? resultOf(racer) : undefined;
    entrants.set(entry, {
      racer,
      order: rows.get(racer) ?? 0,
      points: { won: won.get(entry) ?? [], total: standing.total },
      uncertain: uncertain.has(entry),
      ...(started && isIn(racer) && { position: standing.position }),
      ...(started && rank !== undefined && { rank }),
      ...(gap !== undefined && { gap }),
      ...(group !== undefined && { group }),
      ...(result !== undefined && { result }),
    });
  }
  return { entrants, groups, sprints, leader, ended };
}
