// The state of a meet: its programme, and what is on, which follows the newest thing that moved a race.

import type { RaceStatus } from '../../../shared/board.ts';
import type { MeetState, Now } from '../../../shared/meet-state.ts';
import type { MeetRaces, RaceFold } from '../races.ts';

const live: ReadonlySet<RaceStatus> = new Set(['armed', 'running', 'stopped']);
const over: ReadonlySet<RaceStatus> = new Set(['finished', 'underReview', 'official']);

function newest(folds: readonly RaceFold[]): RaceFold | undefined {
  return folds.reduce<RaceFold | undefined>(
    (best, fold) => (fold.state.movedSeq > (best?.state.movedSeq ?? 0) ? fold : best),
    undefined,
  );
}

/** What is on in a meet: the race on the ice that moved last, else the last result. */
export function nowOf({ races }: MeetRaces): Now {
  const folds = [...races.values()];
  const withStatus = (wanted: ReadonlySet<RaceStatus>) => folds.filter(({ state }) => wanted.has(state.shown.status));
  const onIce = withStatus(live);
  const lastResult = newest(withStatus(over));
  const race = newest(onIce) ?? lastResult;
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
      [...races.races.values()].map(({ input: { doc }, state }, i) => [
        doc.id,
        {
          order: i + 1,
          name: doc.name,
          event: doc.event,
          status: state.shown.status,
          ...(doc.round !== undefined && { round: doc.round }),
          ...(doc.number !== undefined && { number: doc.number }),
          ...(doc.scheduledAt !== undefined && { scheduledAt: doc.scheduledAt }),
        },
      ]),
    ),
    now: nowOf(races),
  };
}
