// Who takes the lead from whom (F24): told where the one before had led for long enough that it means something.
import { type Said, said } from './moment.ts';
import type { Picture } from './pictures.ts';

/**
 * `pictures` in the order of the course, without the finish; the one before led at `minLaps` of them in a row. Of the
 * laps of `elsewhere` another moment tells who was first.
 */
export function leadersOf(pictures: readonly Picture[], minLaps: number, elsewhere: readonly number[] = []): Said[] {
  const told: Said[] = [];
  let leader: { entry: string; name: string } | undefined;
  let led = 0;
  for (const { point, crossers } of pictures) {
    const [first] = crossers;
    if (first === undefined) continue;
    // Who is there at the same microsecond has not overtaken.
    const isStill = crossers.some(({ entry, timeUs }) => entry === leader?.entry && timeUs === first.timeUs);
    if (leader !== undefined && !isStill) {
      if (led >= minLaps && !elsewhere.includes(point.lap ?? 0)) {
        const at = point.lap === undefined ? {} : { lap: point.lap };
        const values = { name: first.name, from: leader.name, point: point.name, led, ...at };
        told.push(said(`leader-${point.key}`, first.instantUs, 'leader', values, [first.entry]));
      }
      led = 0;
    }
    if (!isStill) leader = first;
    led += 1;
  }
  return told;
}
