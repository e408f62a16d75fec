// What is on: follows the race on the ice, then the last result, unless the operator chose what is shown.
import type { RaceStatus } from '../../../shared/board.ts';
import type { FactKind } from '../../../shared/facts.ts';
import type { Now } from '../../../shared/meet-state.ts';
import { firstGunUs } from '../race/attempt.ts';
import { isOver } from '../race/status.ts';
import type { MeetRaces, RaceFold } from '../races.ts';
import { chosenOf } from './chosen.ts';
import { expectedIn } from './delay.ts';

/** On the ice, the one that skates before the one that waits. */
const live: readonly RaceStatus[] = ['running', 'stopped', 'armed'];

/** The decisions that move a race without a gun. */
const moves: ReadonlySet<FactKind> = new Set(['arm', 'clear', 'close']);

/** What is newer moved later: by the gun of its attempt, or while there is none, the seq of the newest word about it. */
export function movedAt({ state: { shown } }: RaceFold): number {
  return firstGunUs(shown.attempt) ?? shown.decisions.findLast(({ kind }) => moves.has(kind))?.seq ?? 0;
}

function newest(folds: readonly RaceFold[]): RaceFold | undefined {
  return folds.reduce<RaceFold | undefined>(
    (best, fold) => (best === undefined || movedAt(fold) > movedAt(best) ? fold : best),
    undefined,
  );
}

function newestOf(folds: readonly RaceFold[], status: RaceStatus): RaceFold | undefined {
  return newest(folds.filter(({ state }) => state.shown.status === status));
}

/** The race on the ice that a screen should show: one that skates, then one that was stopped, then one called up. */
function shownOf(folds: readonly RaceFold[]): RaceFold | undefined {
  for (const status of live) {
    const race = newestOf(folds, status);
    if (race !== undefined) return race;
  }
  return undefined;
}

const hasResult = ({ state: { shown } }: RaceFold) => isOver(shown);

const idOf = ({ input }: RaceFold) => input.doc.id;

/** What is on in a meet: what the operator chose, the race on the ice, else the last result. */
export function nowOf(meet: MeetRaces): Now {
  const { delayUs } = expectedIn(meet);
  const folds = [...meet.races.values()];
  const { show } = chosenOf(meet);
  const lastResult = newest(folds.filter(hasResult));
  const onIce = shownOf(folds) ?? lastResult;
  const called = newestOf(folds, 'armed');
  const next = folds
    .slice(onIce === undefined ? 0 : folds.indexOf(onIce) + 1)
    .find(({ state }) => state.shown.status === 'scheduled');
  const race = show ?? (onIce && idOf(onIce));
  return {
    onIce: folds.filter(({ state }) => live.includes(state.shown.status)).map(idOf),
    ...(race !== undefined && { race }),
    ...(show !== undefined && { chosen: true as const }),
    ...(called !== undefined && { called: idOf(called) }),
    ...(next !== undefined && { next: idOf(next) }),
    ...(lastResult !== undefined && { lastResult: idOf(lastResult) }),
    ...(delayUs !== undefined && { delayUs }),
  };
}

/** The meet that everybody is shown: of those with a race chosen the one chosen last, else undefined. */
function chosenMeet(meets: ReadonlyMap<string, MeetRaces>): MeetRaces | undefined {
  const chosen = [...meets.values()].filter((meet) => chosenOf(meet).show !== undefined);
  return chosen.sort((a, b) => chosenOf(b).seq - chosenOf(a).seq)[0];
}

/** The meet with the newest race on the ice, else with the last result, else the first. */
function meetOn(meets: ReadonlyMap<string, MeetRaces>): MeetRaces | undefined {
  const folds = [...meets.values()].flatMap(({ races }) => [...races.values()]);
  const race = shownOf(folds) ?? newest(folds.filter(hasResult));
  return [...meets.values()].find(({ races }) => race === undefined || races.get(idOf(race)) === race);
}

const nothingOn: Now = { onIce: [] };

/** What is on anywhere. */
export function nowOfAll(meets: ReadonlyMap<string, MeetRaces>): object {
  const on = chosenMeet(meets) ?? meetOn(meets);
  return on === undefined ? nothingOn : { meet: on.meet.id, ...nowOf(on) };
}
