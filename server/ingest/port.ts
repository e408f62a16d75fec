// The port every source of a timing system stands behind: messages in, meet documents and facts out, or a named refusal.
// Knows neither files nor sockets nor where the facts go.
import type { FactDraft } from '../../shared/facts.ts';
import type { Meet } from '../../shared/meet.ts';

/** One message of a source, as its text came. */
export interface Heard {
  /** Where in the source: a line of a recording, or the how-manieth message of a connection, from 1. */
  readonly line: number;
  readonly text: string;
  /** Of a recording: when it is due, in UTC microseconds, as it is played now. */
  readonly dueUs?: number;
}

/** What a source has to say at one time: everything that is there. */
export interface Chunk {
  readonly messages: readonly Heard[];
  /** The first of a new connection: what is past may be told again. */
  readonly again: boolean;
}

/** What a source could not use, and why; nothing that was heard goes away in silence. */
export interface Refusal {
  /** A name for programs: `not-json`, `unknown-event`, … */
  readonly code: string;
  /** A sentence for people. */
  readonly says: string;
}

/** Makes of the newest document on the server, where there is one, the document a source wants there. */
export interface MeetChange {
  readonly id: string;
  apply(newest: Meet | undefined): Meet;
}

/** What one message came to. */
export interface Translation<State> {
  readonly state: State;
  /** Set where the meet changes; to be stored before the facts, which may name new races. */
  readonly meet?: MeetChange;
  readonly facts: readonly FactDraft[];
  readonly refused: readonly Refusal[];
}

/**
 * Pure: the same messages from the same state give the same facts with the same ids, so a message heard again after a
 * reconnect is acknowledged as a duplicate.
 */
export interface Translator<State> {
  /** Before anything was heard; `known` is what the server has already, by race the instant of its gun. */
  begin(known: ReadonlyMap<string, number>): State;
  /** A new connection, on which what is past may be told again, from wherever the source likes, or not at all. */
  again(state: State): State;
  translate(state: State, heard: Heard): Translation<State>;
}
