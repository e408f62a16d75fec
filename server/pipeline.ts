// The whole flow on one screen: what the journal has committed becomes boards, and boards go to the hub.
import { concat, defer, of, type Subscription } from 'rxjs';
import type { Fact, JournalRecord } from '../shared/facts.ts';
import type { JsonObject } from '../shared/patch.ts';
import { type Boards, noBoards, toBoards } from './engine/boards.ts';
import { toEvents } from './engine/events.ts';
import { foresee } from './engine/fold.ts';
import { toMeets } from './engine/meets.ts';
import { toRaces } from './engine/races.ts';
import type { Journal } from './journal/journal.ts';

/** Where finished boards go. */
interface BoardSink {
  put(boards: Boards): void;
}

export interface Pipeline {
  /** The patches these facts would cause, by topic, were they stored now. */
  foresee(facts: readonly Fact[]): ReadonlyMap<string, JsonObject>;
  stop(): void;
}

/** All the journal holds, as one batch: only the end of it is shown. */
function history(journal: Journal): readonly JournalRecord[] {
  return [...journal.read()].flat();
}

/** Replays the journal and follows it; when this returns, the hub has every board. */
export function startPipeline(journal: Journal, hub: BoardSink): Pipeline {
  let boards = noBoards;
  const records$ = concat(
    defer(() => of(history(journal))),
    journal.committed$,
  );
  const subscription: Subscription = records$.pipe(toMeets(), toRaces(), toEvents(), toBoards()).subscribe((next) => {
    boards = next;
    hub.put(next);
  });
  return {
    foresee: (facts) => foresee(boards, facts),
    stop: () => subscription.unsubscribe(),
  };
}
