// One line of a list as it was read: what it says of an entry, where it stands in the file, and what is wrong with it.
import type { EntryDoc } from '../../shared/meet.ts';

/** Where in a file: a line of CSV, or an item of a JSON list, both from 1. */
export interface Place {
  readonly line?: number;
  readonly index?: number;
}

/** One thing wrong, or worth knowing: the column as the file calls it, and a sentence. */
export interface Remark extends Place {
  readonly field?: string;
  readonly says: string;
}

/** A skater of a team; the id is given where the list has none. */
export interface MemberLine {
  readonly id?: string | undefined;
  readonly athlete?: string | undefined;
  readonly name?: string | undefined;
  readonly transponders?: readonly string[] | undefined;
}

/** How a list names a race; each as it was written. */
export interface RaceWords {
  readonly race?: string | undefined;
  readonly event?: string | undefined;
  readonly round?: string | undefined;
  readonly run?: string | undefined;
  /** The number of a heat or pair within its round. */
  readonly heat?: string | undefined;
  /** The number of the race in the programme. */
  readonly number?: string | undefined;
}

type Mutable<T> = { -readonly [K in keyof T]?: T[K] | undefined };

/** What a list may say of an entry; `entry` is its id. */
export type Said = Mutable<Omit<EntryDoc, 'id' | 'members'>> & {
  entry?: string | undefined;
  members?: MemberLine[] | undefined;
};

export interface ListLine {
  readonly place: Place;
  readonly where: RaceWords;
  readonly said: Said;
  /** Of which fields the list speaks; one without a value is taken away. */
  readonly speaksOf: ReadonlySet<keyof Said>;
}

export function placeText({ line, index }: Place): string {
  return line === undefined ? `entry ${index}` : `line ${line}`;
}
