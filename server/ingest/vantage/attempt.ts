// The attempts of a heat: the gun, also where it was fired before we listened, and what ends an attempt.
import type { Heat, HeatStep } from './heat.ts';
import { unchanged } from './heat.ts';

/**
 * Two guns nearer than this are one: a gun worked out from a reading is up to 17 ms late in Thialf, and nobody is
 * called back and started again so soon.
 */
const sameGunUs = 1_000_000;

/** Beginning anew forgets the readings: the same time may be skated again. */
function begun(heat: Heat, startUs: number): Heat {
  return { ...heat, startUs, lastUs: 0, readings: new Map(), choices: new Map() };
}

/** The gun at `startUs`. Where an attempt was on and nobody told us of its end, this ends it. */
export function started(heat: Heat, startUs: number): HeatStep {
  if (isSameGun(heat.startUs, startUs)) return unchanged(heat);
  const ended = heat.startUs === undefined ? unchanged(heat) : cleared(heat);
  const { race, source } = heat;
  const start = {
    id: `${source}:start:${startUs}`,
    kind: 'start',
    race,
    at: startUs,
    source: clockOf(source),
  } as const;
  return { heat: begun(ended.heat, startUs), facts: [...ended.facts, start], refused: [] };
}

function isSameGun(a: number | undefined, b: number): boolean {
  return a !== undefined && Math.abs(a - b) < sameGunUs;
}

/** A gun worked out from a reading, because it was fired before we listened; what is known of it is more exact. */
export function startedUnheard(heat: Heat, aboutUs: number): HeatStep {
  return started(heat, heat.gunUs !== undefined && isSameGun(heat.gunUs, aboutUs) ? heat.gunUs : aboutUs);
}

/** The clock all instants of a heat are on: since we write start + elapsed, there is one. */
export function clockOf(source: string): string {
  return source.split(':')[0] ?? source;
}

/** The attempt is over and counts no more; up to its last reading, because a replay may be years old. */
export function cleared(heat: Heat): HeatStep {
  const { startUs, lastUs, race, source, ...rest } = heat;
  const again = { ...rest, race, source, lastUs: 0, readings: new Map(), choices: new Map() };
  if (startUs === undefined) return unchanged(again);
  const clear = {
    id: `${source}:clear:${startUs}`,
    kind: 'clear',
    race,
    upTo: startUs + lastUs,
    // The event gives no reason.
    reason: 'stopped',
    source: clockOf(source),
  } as const;
  return { heat: again, facts: [clear], refused: [] };
}
