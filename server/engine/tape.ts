// The tape of a meet: the frames that its topics went through, commit by commit. Pure: the same facts in the same order
// make the same frames, whoever asks and however often the server was started.
import type { JournalRecord } from '../../shared/facts.ts';
import { diff, type JsonObject } from '../../shared/patch.ts';
import { type Boards, noBoards } from './boards.ts';
import { fold } from './fold.ts';

/** One change of a topic: `state` is its first one whole, `patch` leads from the one before to the next. */
export type TapeFrame = { readonly topic: string } & ({ readonly state: object } | { readonly patch: JsonObject });

export interface MeetTape {
  readonly meet: string;
  /** Every race that any version of the meet had. */
  readonly races: ReadonlySet<string>;
  readonly boards: Boards;
  /** The newest state of each topic. `now` is what is on in this meet. */
  readonly states: ReadonlyMap<string, object>;
  /** What the newest commit changed. */
  readonly frames: readonly TapeFrame[];
}

/** The tape of a meet before its first commit. */
export function emptyTape(meet: string): MeetTape {
  return { meet, races: new Set(), boards: noBoards, states: new Map(), frames: [] };
}

/**
 * What of a commit the boards of a meet may depend on: its versions, the facts of its races, those that name no race,
 * and what was decided about a fact, which goes where that one went.
 */
function ofMeet(meet: string, races: ReadonlySet<string>, records: readonly JournalRecord[]): readonly JournalRecord[] {
  return records.filter((record) => {
    if (record.kind === 'meet') return record.meet.id === meet;
    return record.race === undefined || races.has(record.race) || 'target' in record;
  });
}

function racesAfter(tape: MeetTape, records: readonly JournalRecord[]): ReadonlySet<string> {
  const added = records.flatMap((record) =>
    record.kind === 'meet' && record.meet.id === tape.meet ? record.meet.races.map(({ id }) => id) : [],
  );
  return added.length === 0 ? tape.races : new Set([...tape.races, ...added]);
}

/** The tape after one more commit of the journal. */
export function stepTape(tape: MeetTape, records: readonly JournalRecord[]): MeetTape {
  const races = racesAfter(tape, records);
  const batch = ofMeet(tape.meet, races, records);
  if (batch.length === 0) return { ...tape, races, frames: [] };
  const boards = fold(tape.boards, batch);
  const states = new Map(tape.states);
  const frames: TapeFrame[] = [];
  for (const [topic, state] of boards.changed) {
    if (state === undefined) continue;
    const before = states.get(topic);
    states.set(topic, state);
    const patch = before && diff(before, state);
    if (before === undefined) frames.push({ topic, state });
    else if (patch !== undefined) frames.push({ topic, patch });
  }
  return { ...tape, races, boards, states, frames };
}
