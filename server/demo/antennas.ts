// Crossings to readings, as the equipment of a rink would see them: two ankles under one antenna, and the photo finish
// that looks at the picture and answers later (rule P1). Knows instants and transponders, not what kind of race it is.

import type { Step } from './script.ts';
import { between } from './seeded.ts';

export const finishLoop = 'finish';
/** The gun is wired to the decoder, so both are on one clock. */
export const decoder = 'decoder';
export const photoFinish = 'photo-finish';
/** The camera's clock is this far ahead of the decoder's; a `sync` fact says so. */
export const photoAheadUs = 1_250_000;

const decoderDelayMinUs = 60_000;
const decoderDelayMaxUs = 350_000;
/** The second ankle passes this much later. */
const strideMinUs = 4_000;
const strideMaxUs = 60_000;
/** One in so many ankles is not read. Never both, and never the first where nothing better would replace it. */
const lostPart = 0.03;
const photoDelayMinUs = 10_000_000;
const photoDelayMaxUs = 40_000_000;
const thousandthUs = 1_000;
const captureUs = 100;

/** One crossing of the finish line, in microseconds since the gun of the attempt. */
export interface Crossing {
  readonly race: string;
  readonly entry: string;
  /** Left and right ankle. */
  readonly transponders: readonly [string, string];
  readonly atUs: number;
  readonly gunUs: number;
  /** A picture is read too. */
  readonly photo: boolean;
  /** The decoder names the race: its operator has chosen it. */
  readonly named?: boolean;
  /** The time of the first ankle is what the sheet prints. */
  readonly exact: boolean;
}

function passing(crossing: Crossing, transponder: string, atUs: number, random: () => number): Step {
  const delayUs = Math.round(between(random, decoderDelayMinUs, decoderDelayMaxUs));
  const named = crossing.named === true ? { race: crossing.race } : {};
  return {
    dueUs: crossing.gunUs + atUs + delayUs,
    gunUs: crossing.gunUs,
    fact: { kind: 'passing', ...named, at: atUs, source: decoder, loop: finishLoop, transponder, how: 'transponder' },
  };
}

/** Everything that was read of one crossing, in no order. The photo finish reads thousandths and names race and entry. */
export function readings(crossing: Crossing, random: () => number): readonly Step[] {
  const { atUs, gunUs, race, entry, exact, photo } = crossing;
  const [first, second] = crossing.transponders;
  const secondUs = atUs + Math.round(between(random, strideMinUs, strideMaxUs) / captureUs) * captureUs;
  const lost = random() < lostPart;
  const losesFirst = random() < 0.5 && (photo || !exact);
  const steps = [passing(crossing, first, atUs, random), passing(crossing, second, secondUs, random)];
  const seen = lost ? steps.filter((_, ankle) => ankle === (losesFirst ? 1 : 0)) : steps;
  if (!photo) return seen;
  const dueUs = gunUs + atUs + Math.round(between(random, photoDelayMinUs, photoDelayMaxUs));
  const at = Math.trunc(atUs / thousandthUs) * thousandthUs + photoAheadUs;
  const picture: Step = {
    dueUs,
    gunUs,
    fact: { kind: 'passing', race, entry, at, source: photoFinish, loop: finishLoop, how: 'photo' },
  };
  return [...seen, picture];
}
