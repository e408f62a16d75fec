// The script of a heat of short track: every crossing of its sheet as readings, in the places it prints, and the referee's word.
import { readings } from './antennas.ts';
import { afterPictures, armLeadUs, callUp, type Officials, referee, ruling, shot, step, wrapUp } from './officials.ts';
import { inOrder, type Script, type Step } from './script.ts';
import { between, seeded } from './seeded.ts';
import type { ShortTrackSheet } from './sheet.ts';

const hundredthUs = 10_000;
const thousandthUs = 1_000;
const captureUs = 100;
/** Two who are equal in the hundredths of a lap passed this far apart, in the order of their places. */
const apartUs = 2_000;
/** The referee rules this long after the last crossing, once he has seen the pictures again. */
const ruleAfterUs = 25_000_000;

export interface ShortTrackPlan {
  readonly race: string;
  readonly sheet: ShortTrackSheet;
  readonly transponders: ReadonlyMap<string, readonly [string, string]>;
  readonly officials?: Officials;
  /** Places at the start are said when the skaters are called up: a list that was filled has none. */
  readonly drawsLanes: boolean;
}

/**
 * Microseconds since the gun at each crossing, by entry: the sums of the printed laps, moved by as little as it takes for the
 * printed places, and the printed time at the end, with a digit below it made up.
 */
function shortTrackCrossings({ id, lines }: ShortTrackSheet): ReadonlyMap<string, readonly number[]> {
  const random = seeded(`${id} below`);
  const crossings = new Map(lines.map(({ entry }) => [entry, [] as number[]]));
  const last = Math.max(...lines.map(({ laps }) => laps.length));
  for (let crossing = 0; crossing < last; crossing++) {
    const there = lines.filter(({ laps }) => laps.length > crossing);
    let beforeUs = 0;
    for (const { entry, laps, timeUs } of there.toSorted(
      (a, b) => (a.places[crossing] ?? 0) - (b.places[crossing] ?? 0),
    )) {
      const summed = laps.slice(0, crossing + 1).reduce((sum, lap) => sum + lap, 0) * hundredthUs;
      const isLast = crossing === last - 1 && timeUs !== undefined;
      const below = Math.floor(between(random, 1, thousandthUs / captureUs)) * captureUs;
      const atUs = isLast ? timeUs + below : Math.max(Math.round(summed), beforeUs + apartUs);
      crossings.get(entry)?.push(atUs);
      beforeUs = atUs;
    }
  }
  return crossings;
}

function rulings({ race, sheet }: ShortTrackPlan, lastUs: number): readonly Step[] {
  return sheet.lines.flatMap(({ entry, status, code, advanced }) => {
    const atUs = lastUs + ruleAfterUs;
    const reason = code === undefined ? {} : { code };
    if (status !== undefined) return [ruling(race, 0, { entry, status, atUs, ...reason })];
    return advanced === true ? [ruling(race, 0, { entry, status: 'ADV', atUs })] : [];
  });
}

function drawn({ race, sheet, drawsLanes }: ShortTrackPlan): readonly Step[] {
  if (!drawsLanes) return [];
  return sheet.lines.map(({ entry, lane }) =>
    step(-armLeadUs, 0, { kind: 'entry', race, entry, lane, source: referee } as const),
  );
}

/** Everything that is sent of a heat. Its skaters wear the same ankles in the next round, so the readings name the race. */
export function shortTrackScript(plan: ShortTrackPlan): Script {
  const { race, sheet, transponders, officials } = plan;
  const random = seeded(`${sheet.id} antennas`);
  const crossings = shortTrackCrossings(sheet);
  const last = Math.max(...[...crossings.values()].map((instants) => instants.length));
  const skated = sheet.lines.flatMap(({ entry }) => {
    const worn = transponders.get(entry);
    if (worn === undefined) throw new Error(`${race}: no transponders for ${entry}`);
    return (crossings.get(entry) ?? []).flatMap((atUs, crossing) => {
      const photo = crossing === last - 1;
      return readings({ race, entry, transponders: worn, atUs, gunUs: 0, photo, exact: true, named: true }, random);
    });
  });
  const pictures = skated.filter(({ fact }) => fact.kind === 'passing' && fact.how === 'photo');
  const there = [...crossings].filter(([, instants]) => instants.length === last);
  const order = there.toSorted(([, a], [, b]) => (a[last - 1] ?? 0) - (b[last - 1] ?? 0)).map(([entry]) => [entry]);
  const decided = step(afterPictures(pictures), 0, { kind: 'finish', race, order, source: referee });
  const lastUs = Math.max(...[...crossings.values()].map((instants) => instants.at(-1) ?? 0));
  const steps = [
    ...callUp(race, officials),
    ...drawn(plan),
    shot(race, 0),
    ...skated,
    decided,
    ...rulings(plan, lastUs),
  ];
  return inOrder([...steps, ...wrapUp(race, 0, lastUs, steps, officials)]);
}
