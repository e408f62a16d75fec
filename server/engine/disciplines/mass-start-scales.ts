// The points scales of the mass start (rule M2), as data; a meet may bring its own tables instead.
import type { MassStartRules } from '../../../shared/event.ts';

interface Scale {
  readonly sprint: readonly number[];
  readonly finish: readonly number[];
}

const scales: Record<MassStartRules['scale'], Scale> = {
  '2022': { sprint: [3, 2, 1], finish: [60, 40, 20, 10, 6, 3] },
  '2018': { sprint: [5, 3, 1], finish: [60, 40, 20] },
};

/** Rule M1: sprints at these laps unless the meet says otherwise. */
const sprintLaps = [4, 8, 12];

/** A sprint of a race: the last is the finish. */
export interface SprintRule {
  readonly lap: number;
  readonly points: readonly number[];
  readonly finish: boolean;
}

/** The sprints of a race of `laps` laps: those before the end, then the finish (M1: also when the length changed in mid-race). */
export function sprintsOf(rules: MassStartRules, laps: number): readonly SprintRule[] {
  const scale = scales[rules.scale];
  const listed: readonly { lap: number; points?: readonly number[] | undefined }[] =
    rules.sprints ?? sprintLaps.map((lap) => ({ lap }));
  const before = listed
    .filter(({ lap }) => lap < laps)
    .toSorted((a, b) => a.lap - b.lap)
    .map(({ lap, points }) => ({ lap, points: points ?? scale.sprint, finish: false }));
  return [...before, { lap: laps, points: rules.finishPoints ?? scale.finish, finish: true }];
}
