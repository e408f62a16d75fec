// Individual distances skated in pairs: two lanes, each against the clock (rules L1 to L3, L7). Ranks come from the event.
import { gapsOf } from '../race/gaps.ts';
import { orderOf, uncertainOf } from '../race/order.ts';
import type { Entrant } from '../race/race-state.ts';
import { resultOf } from '../race/racers.ts';
import { type DisciplineInput, finishOrder, type Outcome } from './discipline.ts';

/** Rows stand by start list, which is by lane; position says who leads on the ice. */
export function pairs({ course, racers, photo, closed }: DisciplineInput): Outcome {
  const order = orderOf(racers, photo.get(finishOrder));
  const gaps = gapsOf(order, course.perLap);
  const uncertain = uncertainOf(order, photo.get(finishOrder));
  const entrants = new Map<string, Entrant>();
  for (const racer of racers.values()) {
    const gap = gaps.get(racer.entry);
    const position = order.indexOf(racer) + 1;
    const result = resultOf(racer);
    entrants.set(racer.entry, {
      racer,
      order: racer.competitor.order,
      uncertain: uncertain.has(racer.entry),
      ...(position > 0 && racer.passages.length > 0 && { position }),
      ...(gap !== undefined && { gap }),
      ...(result !== undefined && { result }),
    });
  }
  return {
    entrants,
    groups: {},
    sprints: [],
    leader: order[0],
    ended: closed || (racers.size > 0 && order.every(({ finished }) => finished)),
  };
}
