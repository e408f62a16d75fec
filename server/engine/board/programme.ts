// The state of a meet: its races and whatever else is on its timetable, when each is to be expected, and what is on.
import type { RaceStatus } from '../../../shared/board.ts';
import type { Meet, RaceDoc } from '../../../shared/meet.ts';
import type { MeetState } from '../../../shared/meet-state.ts';
import { ofMeet } from '../meet-decisions.ts';
import { memo } from '../memo.ts';
import type { MeetRaces } from '../races.ts';
import { type Expected, expectedIn, itemKey } from './delay.ts';
import { movedAt, nowOf } from './now.ts';

/** True where nothing moved that programme or what is on are made from: most facts move no race. */
export function sameProgramme(before: MeetRaces, after: MeetRaces): boolean {
  if (before.meet !== after.meet || before.version !== after.version) return false;
  if (ofMeet(before.loose, before.meet.id) !== ofMeet(after.loose, after.meet.id)) return false;
  for (const [id, fold] of after.races) {
    const known = before.races.get(id);
    if (known === fold) continue;
    if (known?.state.shown.status !== fold.state.shown.status || movedAt(known) !== movedAt(fold)) return false;
  }
  return before.races.size === after.races.size;
}

/** Remembered, because a fact seldom moves a race in its programme, and a meet has hundreds. */
const raceOf = memo(
  (doc: RaceDoc, order: number, status: RaceStatus, expectedAt: number | undefined): MeetState['races'][string] => ({
    order,
    name: doc.name,
    event: doc.event,
    status,
    ...(doc.round !== undefined && { round: doc.round }),
    ...(doc.number !== undefined && { number: doc.number }),
    ...(doc.scheduledAt !== undefined && { scheduledAt: doc.scheduledAt }),
    ...(expectedAt !== undefined && { expectedAt }),
  }),
);

type Item = NonNullable<Meet['timetable']>[number];
type ItemState = NonNullable<MeetState['timetable']>[string];

function itemOf({ kind, name, at, durationUs }: Item, order: number, expectedAt: number | undefined): ItemState {
  return {
    order,
    kind,
    at,
    ...(name !== undefined && { name }),
    ...(expectedAt !== undefined && { expectedAt }),
    ...(durationUs !== undefined && { durationUs }),
  };
}

/** Races in the order of the document, each item of the timetable before the first race that is expected after it. */
function inOrder({ meet, races }: MeetRaces, { at }: Expected): Pick<MeetState, 'races' | 'timetable'> {
  const expectedAt = (item: Item) => at.get(itemKey(item.id)) ?? item.at;
  const items = (meet.timetable ?? []).toSorted((a, b) => expectedAt(a) - expectedAt(b));
  const inPlace: Record<string, ItemState> = {};
  const raced: MeetState['races'] = {};
  let order = 0;
  let placed = 0;
  const place = (untilUs: number) => {
    for (let item = items[placed]; item !== undefined && expectedAt(item) <= untilUs; item = items[placed]) {
      order += 1;
      placed += 1;
      inPlace[item.id] = itemOf(item, order, at.get(itemKey(item.id)));
    }
  };
  for (const { input, state } of races.values()) {
    const { doc } = input;
    const expected = at.get(doc.id);
    place(expected ?? doc.scheduledAt ?? Number.NEGATIVE_INFINITY);
    order += 1;
    raced[doc.id] = raceOf(doc, order, state.shown.status, expected);
  }
  place(Number.POSITIVE_INFINITY);
  return { races: raced, ...(meet.timetable !== undefined && { timetable: inPlace }) };
}

/** The programme of a meet. */
export function meetStateOf(races: MeetRaces): MeetState {
  const { id, name, venue, country, timeZone, dates, events, combined = [], selections = [] } = races.meet;
  const classified = [...events, ...combined.map((one) => ({ ...one, kind: 'combined' }))];
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
      classified.map((event, i) => [event.id, { order: i + 1, name: event.name, kind: event.kind }]),
    ),
    ...inOrder(races, expectedIn(races)),
    now: nowOf(races),
    ...(selections.length > 0 && {
      selections: Object.fromEntries(selections.map(({ id, name }, i) => [id, { order: i + 1, name }])),
    }),
  };
}
