// What people do around a race: call it up, fire the gun, close the window, decide, sign. Steps for any discipline.
import type { RulingStatus } from '../../shared/facts.ts';
import { decoder, photoAheadUs, photoFinish } from './antennas.ts';
import type { Step, UndatedFact } from './script.ts';

/** Skaters are called to the start this long before the gun. */
export const armLeadUs = 20_000_000;
/** The window stays open this long after the last crossing. */
const closeAfterUs = 5_000_000;
/** The photo-finish operator needs this long from the last picture to the order. */
const orderAfterUs = 2_500_000;
/** And the referee this long from the last order or ruling to the signature. */
const signAfterUs = 15_000_000;
export const referee = 'referee';

/** As on the sheet; a sheet we know only in parts names nobody. */
export interface Officials {
  readonly referee: string;
  readonly starter: string;
}
/** Who signs where nobody is known. */
const nobody = 'Referee';

export function step(dueUs: number, gunUs: number, fact: UndatedFact): Step {
  return { dueUs, gunUs, fact };
}

/** Before the first gun: the window, the clock of the camera, and the names of the officials where they are known. */
export function callUp(race: string, officials: Officials | undefined): readonly Step[] {
  const named =
    officials === undefined
      ? []
      : [step(-armLeadUs, 0, { kind: 'officials', race, ...officials, source: referee } as const)];
  return [
    step(-armLeadUs, 0, { kind: 'arm', race, fromUs: -armLeadUs, source: referee }),
    step(-armLeadUs, 0, { kind: 'sync', race, of: photoFinish, offsetUs: photoAheadUs, source: photoFinish }),
    ...named,
  ];
}

/** A shot `sinceGunUs` after the gun at `gunUs`: the gun itself, or the second shot of a mass start (rule M9). */
export function shot(race: string, gunUs: number, sinceGunUs = 0, group?: string): Step {
  const ofGroup = group === undefined ? {} : { group };
  return step(gunUs + sinceGunUs, gunUs, { kind: 'start', race, at: sinceGunUs, source: decoder, ...ofGroup });
}

export interface Ruling {
  readonly entry: string;
  readonly status: RulingStatus;
  readonly code?: string;
  /** When the referee says so, since the gun. */
  readonly atUs: number;
}

export function ruling(race: string, gunUs: number, { entry, status, code, atUs }: Ruling): Step {
  const reason = code === undefined ? {} : { code };
  return step(gunUs + atUs, gunUs, { kind: 'ruling', race, entry, status, ...reason, source: referee });
}

/** Due once all of `pictures` have been read. */
export function afterPictures(pictures: readonly Step[]): number {
  return Math.max(...pictures.map(({ dueUs }) => dueUs)) + orderAfterUs;
}

/** Window closed after the last crossing, result signed after everything else. */
export function wrapUp(
  race: string,
  gunUs: number,
  lastUs: number,
  steps: readonly Step[],
  officials: Officials | undefined,
): readonly Step[] {
  const doneUs = Math.max(gunUs + lastUs + closeAfterUs, ...steps.map(({ dueUs }) => dueUs));
  return [
    step(gunUs + lastUs + closeAfterUs, gunUs, { kind: 'close', race, toUs: lastUs + closeAfterUs, source: referee }),
    step(doneUs + signAfterUs, gunUs, {
      kind: 'official',
      race,
      signer: officials?.referee ?? nobody,
      source: referee,
    }),
  ];
}
