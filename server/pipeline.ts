// The whole flow on one screen: what the journal has committed becomes boards, and boards go to the hub.
import { concat, from, map, type Subscription, tap } from 'rxjs';
import type { Fact, JournalRecord } from '../shared/facts.ts';
import type { Meet, Starter } from '../shared/meet.ts';
import type { JsonObject } from '../shared/patch.ts';
import { askedState } from './engine/asked.ts';
import { type Boards, noBoards, toBoards } from './engine/boards.ts';
import { toEvents } from './engine/events.ts';
import { foresee, meetOf } from './engine/fold.ts';
import { meetOnAt } from './engine/meet-on.ts';
import { documentOf, toMeets } from './engine/meets.ts';
import { toRaces } from './engine/races.ts';
import { type Sources, stepSources } from './engine/sources.ts';
import { startListOf } from './engine/start-list.ts';
import { systemClock } from './journal/clock.ts';
import type { Journal } from './journal/journal.ts';
import { pastOf } from './past.ts';

/** Where finished boards go. */
export interface BoardSink {
  /** `atUs`: when they became so, where that was before now. */
  put(changes: Pick<Boards, 'changed'>, atUs?: number): void;
  /** Makes those topics anew that exist only while somebody watches them. */
  refresh(): void;
}

export interface Pipeline {
  /** The patches these facts would cause, by topic, were they stored now. */
  foresee(facts: readonly Fact[]): ReadonlyMap<string, JsonObject>;
  /** The meet that has this topic now; of topic `now`, the one that was on at `atUs`. */
  meetOf(topic: string, atUs: number): string | undefined;
  /** One version of a meet's document. */
  document(meet: string, version: number): Meet | undefined;
  /** The start list of a race as it stands on the day. */
  startList(race: string): readonly Starter[] | undefined;
  /** The state of a topic that is made only while somebody watches it. */
  make(topic: string): object | undefined;
  stop(): void;
}

const meetsIn = ({ events }: Boards) => events.races.meets;

/** Replays the journal and follows it; when this returns, the hub has every board, and those of the last two minutes. */
export function startPipeline(journal: Journal, hub: BoardSink, nowUs = systemClock()): Pipeline {
  let boards = noBoards;
  let sources: Sources = new Map();
  const hear = (records: readonly JournalRecord[]) => {
    sources = stepSources(sources, records);
  };
  const past = pastOf(journal, nowUs());
  const times = past.map(({ atUs }) => atUs);
  const records$ = concat(from(past.map(({ records }) => records)), journal.committed$);
  const boards$ = records$.pipe(tap(hear), toMeets(), toRaces(), toEvents(), toBoards());
  const subscription: Subscription = boards$
    .pipe(map((next, step) => ({ next, atUs: times[step] })))
    .subscribe(({ next, atUs }) => {
      boards = next;
      hub.put(next, atUs);
      hub.refresh();
    });
  return {
    foresee: (facts) => foresee(boards, facts),
    meetOf: (topic, atUs) => (topic === 'now' ? meetOnAt(meetsIn(boards), atUs) : meetOf(boards, topic)),
    document: (meet, version) => documentOf(meetsIn(boards), meet, version),
    startList: (race) => startListOf(boards, race),
    make: (topic) => askedState(topic, boards, sources),
    stop: () => subscription.unsubscribe(),
  };
}
