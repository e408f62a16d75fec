// The script of a mass start: its sheet, reconstructed, as the readings and decisions that produce it.
import { readings } from './antennas.ts';
import { afterPictures, callUp, type Officials, referee, ruling, shot, step, wrapUp } from './officials.ts';
import { type Crossings, reconstruct } from './reconstruct.ts';
import { inOrder, type Script, type Step } from './script.ts';
import { seeded } from './seeded.ts';
import type { MassStartLine, MassStartSheet } from './sheet.ts';

/** Pictures are read of this many at a sprint, and of everybody at the finish. */
const sprintPictures = 5;
/** Rule M9: the second shot ends the neutral first lap, when the first skater is through. */
const secondShotAfterUs = 400_000;
/** The referee rules on somebody this long after the last crossing. */
const ruleAfterUs = 45_000_000;
/** Laps before the end at which the race is cut short, where it is. */
const cutBeforeLaps = 3;

export interface MassStartPlan {
  readonly race: string;
  readonly sheet: MassStartSheet;
  readonly transponders: ReadonlyMap<string, readonly [string, string]>;
  readonly officials?: Officials;
  /** The number of laps in the meet; a `length` fact follows where the race was shorter or longer. */
  readonly plannedLaps: number;
  /** Readings name the race. */
  readonly named?: boolean;
  /** Whether the referee says DNF of those who did not finish; the result is the same without. */
  readonly ruleNonFinishers: boolean;
}

const gunUs = 0;

function rulings({ race, sheet, ruleNonFinishers }: MassStartPlan, crossings: Crossings): readonly Step[] {
  const verdict = (line: MassStartLine) => {
    if (line.status !== undefined) return line.status;
    if (line.laps < sheet.laps) return ruleNonFinishers ? 'DNF' : undefined;
    const won = line.points.reduce((sum, points) => sum + points, 0);
    return won > 0 && line.total === 0 ? 'lapped' : undefined;
  };
  return sheet.lines.flatMap((line) => {
    const status = verdict(line);
    const atUs = (crossings.get(line.entry)?.at(-1) ?? 0) + ruleAfterUs;
    const reason = line.code === undefined ? {} : { code: line.code };
    return status === undefined ? [] : [ruling(race, gunUs, { entry: line.entry, status, atUs, ...reason })];
  });
}

function orderAt(lap: number, crossings: Crossings): readonly string[] {
  const at = (instants: readonly number[]) => instants[lap - 1] ?? Number.POSITIVE_INFINITY;
  const there = [...crossings].filter(([, instants]) => instants.length >= lap);
  return there.sort(([, a], [, b]) => at(a) - at(b)).map(([entry]) => entry);
}

/** The readings of one lap, and where pictures are read the order that follows from them. */
function lapSteps(lap: number, plan: MassStartPlan, crossings: Crossings, random: () => number): readonly Step[] {
  const { race, sheet } = plan;
  const isFinish = lap === sheet.laps;
  const order = orderAt(lap, crossings);
  const sprint = sheet.sprintLaps.indexOf(lap) + 1;
  const inPicture = isFinish ? order : order.slice(0, sprint > 0 ? sprintPictures : 0);
  const steps = order.flatMap((entry) => {
    const instants = crossings.get(entry) ?? [];
    const transponders = plan.transponders.get(entry);
    if (transponders === undefined) throw new Error(`${race}: no transponders for ${entry}`);
    const photo = inPicture.includes(entry);
    const exact = sprint > 0 || lap === instants.length;
    const named = plan.named === true;
    return readings({ race, entry, transponders, atUs: instants[lap - 1] ?? 0, gunUs, photo, exact, named }, random);
  });
  if (inPicture.length === 0) return steps;
  const pictures = steps.filter(({ fact }) => fact.kind === 'passing' && fact.how === 'photo');
  const places = inPicture.map((entry) => [entry]);
  const decided = isFinish
    ? ({ kind: 'finish', race, order: places, source: referee } as const)
    : ({ kind: 'sprint', race, sprint, order: places, source: referee } as const);
  return [...steps, step(afterPictures(pictures), gunUs, decided)];
}

/** Everything that is sent of a mass start. */
export function massStartScript(plan: MassStartPlan): Script {
  const { race, sheet, officials, plannedLaps } = plan;
  const crossings = reconstruct(sheet);
  const random = seeded(`${sheet.id} antennas`);
  const firstAt = (lap: number) =>
    Math.min(...[...crossings.values()].map((at) => at[lap - 1] ?? Number.POSITIVE_INFINITY));
  const steps: Step[] = [
    ...callUp(race, officials),
    shot(race, gunUs),
    shot(race, gunUs, firstAt(1) + secondShotAfterUs),
  ];
  for (let lap = 1; lap <= sheet.laps; lap++) steps.push(...lapSteps(lap, plan, crossings, random));
  if (sheet.laps !== plannedLaps) {
    const cut = Math.max(1, Math.min(sheet.laps, plannedLaps) - cutBeforeLaps);
    steps.push(
      step(firstAt(cut) + secondShotAfterUs, gunUs, { kind: 'length', race, laps: sheet.laps, source: referee }),
    );
  }
  steps.push(...rulings(plan, crossings));
  const lastUs = Math.max(...[...crossings.values()].map((instants) => instants.at(-1) ?? 0));
  return inOrder([...steps, ...wrapUp(race, gunUs, lastUs, steps, officials)]);
}
