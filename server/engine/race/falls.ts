// Where laps are so short that a fall costs one or more (S7), a gap of whole laps is more often a fall than laps nobody saw
// (P4): it is believed only of one who is back with somebody he was with before.
import type { Crossing } from './crossings.ts';

/** Skaters this near at a crossing ride together. */
const togetherUs = 1_000_000;
/** Over two laps two who ride together come nearer or drift apart by less than this: 91 of 100 (721 heats of the 500 m). */
const driftUs = 500_000;
/** Who gets up after a fall needs longer for the lap after it than this share of a lap of the others. */
const slowLap = 1.25;

/** A gap between two crossings of one loop that may hide laps nobody saw. */
export interface Gap {
  readonly entry: string;
  readonly loop: string;
  /** The crossing before, or the gun, where everybody is together. */
  readonly fromUs: number;
  readonly fromGun: boolean;
  readonly toUs: number;
  /** His next crossing of the loop, where that is still on the course; what he does after the finish tells nothing. */
  readonly nextUs: number | undefined;
  /** What a lap took him, if laps were missed. */
  readonly lapUs: number;
}

type Field = ReadonlyMap<string, readonly Crossing[]>;

function instantsOf(crossings: readonly Crossing[], loop: string): number[] {
  return crossings.filter((crossing) => crossing.loop === loop).map(({ presented }) => presented.instantUs);
}

/** Somebody was near him at both ends, and as near at the one as at the other. */
function isWithSomebody(field: Field, { entry, loop, fromGun }: Gap, fromUs: number, toUs: number): boolean {
  for (const [other, crossings] of field) {
    if (other === entry) continue;
    const instants = instantsOf(crossings, loop);
    const before = fromGun ? [0] : instants.map((at) => at - fromUs).filter((us) => Math.abs(us) < togetherUs);
    const after = instants.map((at) => at - toUs);
    if (before.some((was) => after.some((is) => Math.abs(is - was) <= driftUs))) return true;
  }
  return false;
}

/** P4: the laps of this gap were skated and not seen; he did not fall. */
export function isSkated(gap: Gap, field: Field): boolean {
  const { fromUs, toUs, nextUs, lapUs } = gap;
  if (!isWithSomebody(field, gap, fromUs, toUs)) return false;
  if (nextUs === undefined || nextUs - toUs <= slowLap * lapUs) return true;
  return isWithSomebody(field, { ...gap, fromGun: false }, toUs, nextUs);
}
