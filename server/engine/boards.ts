// The last step of the fold: every topic's state, and which of them changed.
import { type OperatorFunction, scan } from 'rxjs';
import { boardOf } from './board/board.ts';
import { meetStateOf, nowOfAll } from './board/programme.ts';
import { noView } from './event/compare.ts';
import { type Events, type MeetEvents, noEvents } from './events.ts';
import { reuse } from './reuse.ts';

/** Topic to state, as the hub takes them; undefined where the topic is gone. */
export type Topics = ReadonlyMap<string, object | undefined>;

export interface Boards {
  readonly events: Events;
  /** By meet: the topics of that meet. */
  readonly byMeet: ReadonlyMap<string, { readonly from: MeetEvents; readonly topics: ReadonlyMap<string, object> }>;
  readonly now: object;
  /** What this step changed. */
  readonly changed: Topics;
}

export const noBoards: Boards = { events: noEvents, byMeet: new Map(), now: { onIce: [] }, changed: new Map() };

function topicsOf(before: ReadonlyMap<string, object> | undefined, previous: MeetEvents | undefined, from: MeetEvents) {
  const topics = new Map<string, object>();
  const put = (topic: string, state: object) => topics.set(topic, reuse(before?.get(topic), state));
  const { meet, races } = from.races;
  put(`meet/${meet.id}`, meetStateOf(from.races));
  for (const [id, { state }] of from.events) put(`event/${id}`, state);
  for (const [id, { input, state }] of races) {
    const topic = `race/${id}`;
    const view = from.events.get(input.event.id)?.views.get(id) ?? noView;
    const was = previous?.races.races.get(id);
    const known = before?.get(topic);
    const viewBefore = previous?.events.get(input.event.id)?.views.get(id) ?? noView;
    const settled = known !== undefined && was?.state === state && viewBefore === view && previous?.races.meet === meet;
    if (settled) topics.set(topic, known);
    else put(topic, boardOf(state, view, meet));
  }
  return topics;
}

/** All topics after a step of the events; unchanged states keep their identity and are not in `changed`. */
export function stepBoards(before: Boards, events: Events): Boards {
  const changed = new Map<string, object | undefined>();
  const byMeet = new Map<string, { from: MeetEvents; topics: ReadonlyMap<string, object> }>();
  for (const [id, from] of events.byMeet) {
    const known = before.byMeet.get(id);
    if (known?.from === from) {
      byMeet.set(id, known);
      continue;
    }
    const topics = topicsOf(known?.topics, known?.from, from);
    for (const [topic, state] of topics) if (state !== known?.topics.get(topic)) changed.set(topic, state);
    for (const topic of known?.topics.keys() ?? []) if (!topics.has(topic)) changed.set(topic, undefined);
    byMeet.set(id, { from, topics });
  }
  const now = reuse(before.now, nowOfAll(events.races.byMeet));
  if (now !== before.now || before === noBoards) changed.set('now', now);
  return { events, byMeet, now, changed };
}

/** All events in, all boards out. */
export function toBoards(): OperatorFunction<Events, Boards> {
  return scan(stepBoards, noBoards);
}
