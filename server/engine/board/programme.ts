// The state of a meet: its programme, and what is on, which follows the race on the ice.
import type { RaceStatus } from '../../../shared/board.ts';
import type { FactKind } from '../../../shared/facts.ts';
import type { RaceDoc } from '../../../shared/meet.ts';
import type { MeetState, Now } from '../../../shared/meet-state.ts';
import { memo } from '../memo.ts';
import { firstGunUs } from '../race/attempt.ts';
import type { MeetRaces, RaceFold } from '../races.ts';

/** On the ice, the one that skates before the one that waits. */
const live: readonly RaceStatus[] = ['running', 'stopped', 'armed'];
const over: readonly RaceStatus[] = ['underReview', 'finished', 'official'];

/** The decisions that move a race without a gun. */
const moves: ReadonlySet<FactKind> = new Set(['arm', 'clear', 'close']);

/** What is newer moved later: by the gun of its attempt, or while there is none, the seq of the newest word about it. */
function movedAt({ state: { shown } }: RaceFold): number {
  return firstGunUs(shown.attempt) ?? shown.decisions.findLast(({ kind }) => moves.has(kind))?.seq ?? 0;
}

function newest(folds: readonly RaceFold[]): RaceFold | undefined {
  return folds.reduce<RaceFold | undefined>(
    (best, fold) => (best === undefined || movedAt(fold) > movedAt(best) ? fold : best),
    undefined,
  );
}

/** The race on the ice that a screen should show: one that skates, then one that was stopped, then one called up. */
function shownOf(folds: readonly RaceFold[]): RaceFold | undefined {
  for (const status of live) {
    const race = newest(folds.filter(({ state }) => state.shown.status === status));
    if (race !== undefined) return race;
  }
  return undefined;
}

function isOver({ state: { shown } }: RaceFold): boolean {
  return over.includes(shown.status);
}

/** What is on in a meet: the race on the ice, else the last result. */
function nowOf({ races }: MeetRaces): Now {
  const folds = [...races.values()];
  const onIce = folds.filter(({ state }) => live.includes(state.shown.status));
  const lastResult = newest(folds.filter(isOver));
  const race = shownOf(folds) ?? lastResult;
  const next = folds
    .slice(race === undefined ? 0 : folds.indexOf(race) + 1)
    .find(({ state }) => state.shown.status === 'scheduled');
  return {
    onIce: onIce.map(({ input }) => input.doc.id),
    ...(race !== undefined && { race: race.input.doc.id }),
    ...(next !== undefined && { next: next.input.doc.id }),
    ...(lastResult !== undefined && { lastResult: lastResult.input.doc.id }),
  };
}

const nothingOn: Now = { onIce: [] };

/** What is on anywhere: in the meet with the newest race on the ice, else with the last result, else in the first. */
export function nowOfAll(meets: ReadonlyMap<string, MeetRaces>): object {
  const folds = [...meets.values()].flatMap(({ races }) => [...races.values()]);
  const race = shownOf(folds) ?? newest(folds.filter(isOver));
  for (const [id, meet] of meets) {
    const isHere = race === undefined || meet.races.get(race.input.doc.id) === race;
    if (isHere) return { meet: id, ...nowOf(meet) };
  }
  return nothingOn;
}

/** True where nothing moved that programme or what is on are made from: most facts move no race. */
export function sameProgramme(before: MeetRaces, after: MeetRaces): boolean {
  if (before.meet !== after.meet || before.version !== after.version) return false;
  for (const [id, fold] of after.races) {
    const known = before.races.get(id);
    if (known === fold) continue;
    if (known?.state.shown.status !== fold.state.shown.status || movedAt(known) !== movedAt(fold)) return false;
  }
  return before.races.size === after.races.size;
}

/** Remembered, because a fact seldom moves a race in its programme, and a meet has hundreds. */
const itemOf = memo((doc: RaceDoc, order: number, status: RaceStatus): MeetState['races'][string] => ({
  order,
  name: doc.name,
  event: doc.event,
  status,
  ...(doc.round !== undefined && { round: doc.round }),
  ...(doc.number !== undefined && { number: doc.number }),
  ...(doc.scheduledAt !== undefined && { scheduledAt: doc.scheduledAt }),
}));

/** The programme of a meet, in the order of its document. */
export function meetStateOf(races: MeetRaces): MeetState {
  const { id, name, venue, country, timeZone, dates, events } = races.meet;
  return {
    meet: {
      id,
      name,
      venue,
      timeZone,
      from: dates.from,
      to: dates.to,
      version: races.version,
      ...(country !== undefined && { country }),
    },
    events: Object.fromEntries(
      events.map((event, i) => [event.id, { order: i + 1, name: event.name, kind: event.kind }]),
    ),
    races: Object.fromEntries(
      [...races.races.values()].map(({ input: { doc }, state }, i) => [doc.id, itemOf(doc, i + 1, state.shown.status)]),
    ),
    now: nowOf(races),
  };
}
