// The whole engine as one pure function, for whoever has no stream: tests, and the look ahead of a dry run.
import type { JournalRecord } from '../../shared/facts.ts';
import { diff, type JsonObject } from '../../shared/patch.ts';
import { type Boards, stepBoards } from './boards.ts';
import { stepEvents } from './events.ts';
import { stepMeets } from './meets.ts';
import { stepRaces } from './races.ts';

/** The boards after one committed batch. */
export function fold(boards: Boards, batch: readonly JournalRecord[]): Boards {
  const { events } = boards;
  const meets = stepMeets(events.races.meets, batch);
  return stepBoards(boards, stepEvents(events, stepRaces(events.races, meets)));
}

/** The patches `batch` would cause, by topic; nothing is changed. */
export function foresee(boards: Boards, batch: readonly JournalRecord[]): ReadonlyMap<string, JsonObject> {
  const patches = new Map<string, JsonObject>();
  for (const [topic, state] of fold(boards, batch).changed) {
    const before = stateOf(boards, topic) ?? {};
    const patch = diff(before, state ?? {});
    if (patch !== undefined) patches.set(topic, patch);
  }
  return patches;
}

/** The state of a topic as the engine has it. */
export function stateOf(boards: Boards, topic: string): object | undefined {
  if (topic === 'now') return boards.now;
  for (const { topics } of boards.byMeet.values()) {
    const state = topics.get(topic);
    if (state !== undefined) return state;
  }
  return undefined;
}

/** The meet whose newest version has this topic. */
export function meetOf(boards: Boards, topic: string): string | undefined {
  for (const [meet, { topics }] of boards.byMeet) if (topics.has(topic)) return meet;
  return undefined;
}
