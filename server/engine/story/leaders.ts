// Who takes the lead from whom (F24): told where the one before had led for long enough that it means something.
import { memo } from '../memo.ts';
import { type Said, said } from './moment.ts';
import type { Picture } from './pictures.ts';

export interface LeaderRules {
  /** The one before led at so many pictures in a row. */
  readonly minLaps: number;
  /** Laps of which another moment tells who was first. */
  readonly elsewhere: readonly number[];
}

interface Told {
  readonly leader: { readonly entry: string; readonly name: string } | undefined;
  /** At so many pictures in a row. */
  readonly led: number;
  readonly told: readonly Said[];
}

const nothingTold: Told = { leader: undefined, led: 0, told: [] };

/** Remembered by the picture and what was told before it: most pictures are of laps that nothing changes any more. */
const after = memo(({ point, crossers }: Picture, before: Told, { minLaps, elsewhere }: LeaderRules): Told => {
  const [first] = crossers;
  const { leader, led, told } = before;
  if (first === undefined) return before;
  if (leader === undefined) return { leader: first, led: 1, told };
  // Who is there at the same microsecond has not overtaken.
  const isStill = crossers.some(({ entry, timeUs }) => entry === leader.entry && timeUs === first.timeUs);
  if (isStill) return { leader, led: led + 1, told };
  if (led < minLaps || elsewhere.includes(point.lap ?? 0)) return { leader: first, led: 1, told };
  const at = point.lap === undefined ? {} : { lap: point.lap };
  const values = { name: first.name, from: leader.name, point: point.name, led, ...at };
  const moment = said(`leader-${point.key}`, first.instantUs, 'leader', values, [first.entry]);
  return { leader: first, led: 1, told: [...told, moment] };
});

/** `pictures` in the order of the course, without the finish. */
export function leadersOf(pictures: readonly Picture[], rules: LeaderRules): readonly Said[] {
  return pictures.reduce((told, picture) => after(picture, told, rules), nothingTold).told;
}
