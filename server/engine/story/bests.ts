// The best time of an event at a split (F24, L3): who takes it from whom and by how much, and who loses it again on the way.
import type { EventView } from '../event/view.ts';
import type { Race } from '../race/race-state.ts';
import { isIn } from '../race/racers.ts';
import { type Said, said } from './moment.ts';
import type { Crosser, Picture } from './pictures.ts';

interface Best {
  readonly timeUs: number;
  readonly entry: string;
  readonly name: string;
}

/** Who counts, by when it happened: of a quartet the later gun is another time. */
function compared({ crossers }: Picture, { entrants }: Race): Crosser[] {
  const counts = ({ entry }: Crosser) => {
    const racer = entrants.get(entry)?.racer;
    return racer !== undefined && isIn(racer);
  };
  return crossers.filter(counts).sort((a, b) => a.instantUs - b.instantUs);
}

/** What is told at one split; `ahead` are those who had the best at the one before, and is brought up to date. */
function ofSplit(picture: Picture, race: Race, before: Best, ahead: Set<string>): Said[] {
  const { key, name: point } = picture.point;
  const told: Said[] = [];
  let best = before;
  for (const { entry, name, timeUs, instantUs } of compared(picture, race)) {
    const byUs = best.timeUs - timeUs;
    const values = { name, point, timeUs, from: best.name };
    if (byUs > 0) {
      told.push(said(`best-${entry}-${key}`, instantUs, 'newBest', { ...values, byUs }, [entry]));
      best = { timeUs, entry, name };
      ahead.add(entry);
    } else if (ahead.delete(entry)) {
      told.push(said(`best-${entry}-${key}`, instantUs, 'bestLost', { ...values, diffUs: -byUs }, [entry]));
    }
  }
  return told;
}

/** New bests at the splits on the way; the finish is told as such, and the first to skate have nothing to beat. */
export function bestsOf(race: Race, { best }: EventView, pictures: readonly Picture[]): Said[] {
  const ahead = new Set<string>();
  const finish = race.course.points.at(-1);
  return pictures.flatMap((picture) => {
    const before = best[picture.point.key];
    return before === undefined || picture.point === finish ? [] : ofSplit(picture, race, before, ahead);
  });
}
