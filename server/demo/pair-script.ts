// The script of one pair, or of a quartet of two: its sheet as readings, the splits between made up, and what is staged.
import { readings } from './antennas.ts';
import { finishTimes } from './finish-times.ts';
import { afterPictures, callUp, type Officials, referee, ruling, shot, step, wrapUp } from './officials.ts';
import { inOrder, type Script, type Step } from './script.ts';
import { between, seeded } from './seeded.ts';
import type { PairLine, PairSheet } from './sheet.ts';
import { splitParts } from './splits.ts';

/** Skaters differ in how they spread their strength by this part of the time. */
const splitVariety = 0.003;
/** In a long race by less: laps are ridden to a schedule. */
const steadyVariety = 0.001;
const longMetres = 1500;
const captureUs = 100;
/** After a false start: it is called back, announced, and the gun fires again. */
const calledBackUs = 3_000_000;
const announcedUs = 8_000_000;
const againUs = 45_000_000;
/** The first gun itself counts no more; nobody has passed a loop yet. */
const clearedUs = 1_000;
/** Who has fallen is ruled out this long after the last of the others came in. */
const ruledUs = 6_000_000;
/** Who does not start is known when they are called up. */
const absentUs = -15_000_000;

export interface PairPlan {
  readonly race: string;
  readonly sheet: PairSheet;
  readonly transponders: ReadonlyMap<string, readonly [string, string]>;
  readonly officials?: Officials;
  /** The entry that is made to start too early. */
  readonly falseStartBy?: string;
}

/** Microseconds since the gun of the own pair at every point of the course, the finish last; of who falls only the first. */
function pairCrossings(sheet: PairSheet): ReadonlyMap<string, readonly number[]> {
  const parts = splitParts(sheet.distance);
  const variety = sheet.distance > longMetres ? steadyVariety : splitVariety;
  const random = seeded(`${sheet.id} splits`);
  const times = finishTimes(sheet.id, sheet.lines);
  const split = (timeUs: number, part: number) =>
    Math.round((timeUs * (part + between(random, -variety, variety))) / captureUs) * captureUs;
  const crossings = new Map(
    [...times].map(([entry, timeUs]) => [entry, [...parts.map((part) => split(timeUs, part)), timeUs]]),
  );
  for (const { entry, fellAfterUs } of sheet.lines) {
    if (fellAfterUs !== undefined) crossings.set(entry, [split(fellAfterUs, 1)]);
  }
  return crossings;
}

function falseStart(race: string, entry: string): readonly Step[] {
  return [
    shot(race, 0),
    step(calledBackUs, 0, { kind: 'clear', race, reason: 'falseStart', upTo: clearedUs, source: referee }),
    step(announcedUs, 0, { kind: 'falseStart', race, entry, source: referee }),
  ];
}

function skate(
  { race, sheet, transponders }: PairPlan,
  gunUs: number,
): { steps: readonly Step[]; crossings: ReadonlyMap<string, readonly number[]> } {
  const random = seeded(`${sheet.id} antennas`);
  const crossings = new Map<string, readonly number[]>();
  const own = pairCrossings(sheet);
  const steps = sheet.lines.flatMap(({ entry, group }: PairLine) => {
    const worn = transponders.get(entry);
    if (worn === undefined) throw new Error(`${race}: no transponders for ${entry}`);
    const laterUs = group === '2' ? (sheet.secondGunUs ?? 0) : 0;
    const instants = (own.get(entry) ?? []).map((atUs) => atUs + laterUs);
    crossings.set(entry, instants);
    const hasFinished = instants.length === splitParts(sheet.distance).length + 1;
    return instants.flatMap((atUs, point) => {
      const photo = hasFinished && point === instants.length - 1;
      return readings({ race, entry, transponders: worn, atUs, gunUs, photo, exact: photo }, random);
    });
  });
  return { steps, crossings };
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

function rulings({ race, sheet }: PairPlan, gunUs: number, lastUs: number): readonly Step[] {
  return sheet.lines.flatMap(({ entry, status, code }) => {
    if (status === undefined) return [];
    const isAbsent = status === 'DNS' || status === 'WDR';
    const reason = code === undefined ? {} : { code };
    return [
      ruling(race, isAbsent ? 0 : gunUs, { entry, status, atUs: isAbsent ? absentUs : lastUs + ruledUs, ...reason }),
    ];
  });
}

/** The guns of a pair, or of the two pairs of a quartet, each with its group (rule L8). */
function guns(race: string, { secondGunUs }: PairSheet, gunUs: number): readonly Step[] {
  if (secondGunUs === undefined) return [shot(race, gunUs)];
  return [shot(race, gunUs, 0, '1'), shot(race, gunUs, secondGunUs, '2')];
}

/** Everything that is sent of one pair. */
export function pairScript(plan: PairPlan): Script {
  const { race, sheet, officials, falseStartBy } = plan;
  const gunUs = falseStartBy === undefined ? 0 : againUs;
  const early = falseStartBy === undefined ? [] : falseStart(race, falseStartBy);
  const { steps: skated, crossings } = skate(plan, gunUs);
  const lastUs = Math.max(...[...crossings.values()].map((instants) => instants.at(-1) ?? 0));
  const pictures = skated.filter(({ fact }) => fact.kind === 'passing' && fact.how === 'photo');
  // In a quartet the order over the line says nothing: each pair has a gun of its own.
  const places = sheet.secondGunUs === undefined ? placesOf(pictures) : [];
  const decided =
    places.length === 0
      ? []
      : [step(afterPictures(pictures), gunUs, { kind: 'finish', race, order: places, source: referee } as const)];
  const ruled = rulings(plan, gunUs, lastUs);
  const steps = [...callUp(race, officials), ...early, ...guns(race, sheet, gunUs), ...skated, ...decided, ...ruled];
  return inOrder([...steps, ...wrapUp(race, gunUs, lastUs, steps, officials)]);
}
