// The script of one pair: its sheet as readings, the splits between made up, and a false start where one is staged.
import { readings } from './antennas.ts';
import { finishTimes } from './finish-times.ts';
import { afterPictures, callUp, type Officials, referee, shot, step, wrapUp } from './officials.ts';
import { inOrder, type Script, type Step } from './script.ts';
import { between, seeded } from './seeded.ts';
import type { PairLine, PairSheet } from './sheet.ts';

/** By distance, the parts of the finish time at which the points between are passed (rule L2: 200 m and 600 m). */
const splitParts: ReadonlyMap<number, readonly number[]> = new Map([
  [500, [0.281]],
  [1000, [0.246, 0.615]],
]);
/** Skaters differ in how they spread their strength by this part of the time. */
const splitVariety = 0.003;
const captureUs = 100;
/** After a false start: it is called back, announced, and the gun fires again. */
const calledBackUs = 3_000_000;
const announcedUs = 8_000_000;
const againUs = 45_000_000;
/** The first gun itself counts no more; nobody has passed a loop yet. */
const clearedUs = 1_000;

export interface PairPlan {
  readonly race: string;
  readonly sheet: PairSheet;
  readonly transponders: ReadonlyMap<string, readonly [string, string]>;
  readonly officials: Officials;
  /** The entry that is made to start too early. */
  readonly falseStartBy?: string;
}

/** Microseconds since the gun at every point of the course, the finish last. */
function pairCrossings(sheet: PairSheet): ReadonlyMap<string, readonly number[]> {
  const parts = splitParts.get(sheet.distance);
  if (parts === undefined) throw new Error(`${sheet.id}: no splits are known for ${sheet.distance} m`);
  const random = seeded(`${sheet.id} splits`);
  const times = finishTimes(sheet.id, sheet.lines);
  const split = (timeUs: number, part: number) =>
    Math.round((timeUs * (part + between(random, -splitVariety, splitVariety))) / captureUs) * captureUs;
  return new Map([...times].map(([entry, timeUs]) => [entry, [...parts.map((part) => split(timeUs, part)), timeUs]]));
}

function falseStart(race: string, entry: string): readonly Step[] {
  return [
    shot(race, 0),
    step(calledBackUs, 0, { kind: 'clear', race, reason: 'falseStart', upTo: clearedUs, source: referee }),
    step(announcedUs, 0, { kind: 'falseStart', race, entry, source: referee }),
  ];
}

function skate({ race, sheet, transponders }: PairPlan, gunUs: number): { steps: readonly Step[]; lastUs: number } {
  const random = seeded(`${sheet.id} antennas`);
  const crossings = pairCrossings(sheet);
  const steps = sheet.lines.flatMap(({ entry }: PairLine) => {
    const worn = transponders.get(entry);
    if (worn === undefined) throw new Error(`${race}: no transponders for ${entry}`);
    const instants = crossings.get(entry) ?? [];
    return instants.flatMap((atUs, point) => {
      const photo = point === instants.length - 1;
      return readings({ race, entry, transponders: worn, atUs, gunUs, photo, exact: photo }, random);
    });
  });
  return { steps, lastUs: Math.max(...[...crossings.values()].map((instants) => instants.at(-1) ?? 0)) };
}

/** The order of the pictures; equal to the thousandth is a dead heat (rule T5). */
function placesOf(pictures: readonly Step[]): string[][] {
  const byInstant = new Map<number, string[]>();
  for (const { fact } of pictures) {
    if (fact.kind !== 'passing' || fact.entry === undefined) continue;
    byInstant.set(fact.at, [...(byInstant.get(fact.at) ?? []), fact.entry]);
  }
  return [...byInstant].sort(([a], [b]) => a - b).map(([, entries]) => entries);
}

/** Everything that is sent of one pair. */
export function pairScript(plan: PairPlan): Script {
  const { race, officials, falseStartBy } = plan;
  const gunUs = falseStartBy === undefined ? 0 : againUs;
  const early = falseStartBy === undefined ? [] : falseStart(race, falseStartBy);
  const { steps: skated, lastUs } = skate(plan, gunUs);
  const pictures = skated.filter(({ fact }) => fact.kind === 'passing' && fact.how === 'photo');
  const places = placesOf(pictures);
  const decided = step(afterPictures(pictures), gunUs, { kind: 'finish', race, order: places, source: referee });
  const steps = [...callUp(race, officials), ...early, shot(race, gunUs), ...skated, decided];
  return inOrder([...steps, ...wrapUp(race, gunUs, lastUs, steps, officials.referee)]);
}
