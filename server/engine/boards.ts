// The last step of the fold: every topic's state, and which of them changed.
import { type OperatorFunction, scan } from 'rxjs';
import { boardOf } from './board/board.ts';
import { nowOfAll } from './board/now.ts';
import { meetStateOf, sameProgramme } from './board/programme.ts';
import { noView } from './event/view.ts';
import { type Events, type MeetEvents, noEvents } from './events.ts';
import { overallOf } from './forecast/combined-forecast.ts';
import type { Beyond } from './forecast/forecast.ts';
import { ticketsOf } from './forecast/tickets.ts';
import { reuse } from './reuse.ts';
import { type Selections, stepSelections } from './selection/selections.ts';

/** Topic to state, as the hub takes them; undefined where the topic is gone. */
export type Topics = ReadonlyMap<string, object | undefined>;

export interface Boards {
  readonly events: Events;
  /** By meet: the topics of that meet. */
  readonly byMeet: ReadonlyMap<string, MeetTopics>;
  readonly now: object;
  /** What this step changed. */
  readonly changed: Topics;
}

export const noBoards: Boards = { events: noEvents, byMeet: new Map(), now: { onIce: [] }, changed: new Map() };

type States = ReadonlyMap<string, object>;

interface MeetTopics {
  readonly from: MeetEvents;
  readonly selections: Selections | undefined;
  /** By race. */
  readonly beyond: ReadonlyMap<string, Beyond>;
  readonly topics: States;
}

/** What each race means beyond itself; what did not change keeps its identity. */
function beyondIn(
  known: MeetTopics | undefined,
  from: MeetEvents,
  selections: Selections | undefined,
): ReadonlyMap<string, Beyond> {
  const combined = [...from.combined.values()];
  if (selections === undefined && combined.length === 0) return nothingBeyond;
  const beyond = new Map<string, Beyond>();
  for (const { races, results } of from.events.values()) {
    for (const [i, { shown }] of races.entries()) {
      const { id } = shown.doc;
      const own = results[i] ?? [];
      const overall = overallOf(shown, own, combined);
      const ticket = ticketsOf(shown, own, selections, from.races.meet);
      beyond.set(id, reuse(known?.beyond.get(id), { overall, ticket }));
    }
  }
  return beyond;
}

const nothingBeyond: ReadonlyMap<string, Beyond> = new Map();
const nothing: Beyond = { overall: {}, ticket: {} };

/** The topics of a meet; those made from the same as before are not made again, and the others are noted in `changed`. */
function topicsOf(
  known: MeetTopics | undefined,
  { from, selections, beyond }: Omit<MeetTopics, 'topics'>,
  changed: Map<string, object | undefined>,
): States {
  const { meet, races } = from.races;
  const previous = known?.from.races.meet === meet ? known.from : undefined;
  const topics = new Map(previous === undefined ? [] : known?.topics);
  const put = (topic: string, made: object) => {
    const was = known?.topics.get(topic);
    const state = reuse(was, made);
    topics.set(topic, state);
    if (state !== was) changed.set(topic, state);
  };
  if (previous === undefined || !sameProgramme(previous.races, from.races)) {
    put(`meet/${meet.id}`, meetStateOf(from.races));
  }
  for (const kind of ['events', 'combined'] as const) {
    for (const [id, { state }] of from[kind]) if (previous?.[kind].get(id)?.state !== state) put(`event/${id}`, state);
  }
  for (const [id, { input, state }] of races) {
    const view = from.events.get(input.event.id)?.views.get(id) ?? noView;
    const was = previous?.races.races.get(id);
    const viewBefore = previous?.events.get(input.event.id)?.views.get(id) ?? noView;
    const own = beyond.get(id) ?? nothing;
    const isSame = was?.state === state && viewBefore === view && (known?.beyond.get(id) ?? nothing) === own;
    if (!isSame) put(`race/${id}`, boardOf(state, view, meet, own));
  }
  if (selections !== undefined) put(`selection/${meet.id}`, selections.state);
  // What there is changes with the document only.
  if (previous === undefined) noteGone(changed, known?.topics, topics);
  return topics;
}

function noteGone(changed: Map<string, object | undefined>, before: States | undefined, after: States): void {
  for (const topic of before?.keys() ?? []) if (!after.has(topic)) changed.set(topic, undefined);
}

/** All topics after a step of the events; unchanged states keep their identity and are not in `changed`. */
export function stepBoards(before: Boards, events: Events): Boards {
  const changed = new Map<string, object | undefined>();
  const byMeet = new Map<string, MeetTopics>();
  let moved = before === noBoards;
  for (const [id, from] of events.byMeet) {
    const known = before.byMeet.get(id);
    if (known?.from === from) {
      byMeet.set(id, known);
      continue;
    }
    const selections = stepSelections(known?.selections, from);
    const beyond = beyondIn(known, from, selections);
    const topics = topicsOf(known, { from, selections, beyond }, changed);
    byMeet.set(id, { from, selections, beyond, topics });
    if (known === undefined || !sameProgramme(known.from.races, from.races)) moved = true;
  }
  const now = moved ? reuse(before.now, nowOfAll(events.races.byMeet)) : before.now;
  if (now !== before.now || before === noBoards) changed.set('now', now);
  return { events, byMeet, now, changed };
}

/** All events in, all boards out. */
export function toBoards(): OperatorFunction<Events, Boards> {
  return scan(stepBoards, noBoards);
}
