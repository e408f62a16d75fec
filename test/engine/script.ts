// A race told in a few words, for tests of the engine: who skates, what was read, what was decided, and the board of it.

import { type Boards, noBoards } from '../../server/engine/boards.ts';
import { fold, stateOf } from '../../server/engine/fold.ts';
import { whyUnbound } from '../../server/engine/race/bind.ts';
import type { Race } from '../../server/engine/race/race-state.ts';
import type { MeetRaces } from '../../server/engine/races.ts';
import type { Board, Row } from '../../shared/board.ts';
import type { Fact, FactDraft, JournalRecord, RulingStatus } from '../../shared/facts.ts';
import { factDraftSchema, isReading } from '../../shared/facts.ts';
import { type Meet, meetSchema } from '../../shared/meet.ts';
import type { EventState, MeetState } from '../../shared/meet-state.ts';

/** The gun of every scripted race unless it says otherwise. */
export const gunUs = 1_700_000_000_000_000;

export const seconds = (value: number): number => Math.round(value * 1_000_000);

type Loose<T> = T extends unknown ? Omit<T, 'id'> & { id?: string } : never;
export type Said = Loose<FactDraft>;

export interface Options {
  readonly skaters?: number;
  readonly rules?: Record<string, unknown>;
  readonly lapMetres?: number;
  readonly loops?: readonly { id: string; atMetres: number }[];
}

export function massStartMeet({ skaters = 4, rules = {}, lapMetres = 400, loops }: Options = {}): Meet {
  const track = loops === undefined ? { lapMetres } : { lapMetres, loops };
  return meetSchema.parse({
    ...meetHead,
    events: [{ id: 'ms', name: 'Men Mass Start', kind: 'massStart', track, rules }],
    races: [{ id: 'r1', event: 'ms', name: 'Final', entries: entries(skaters) }],
  });
}

export function pairsMeet(distance: number, pairs: number, { rules = {} }: Options = {}): Meet {
  const races = Array.from({ length: pairs }, (_, i) => ({
    id: `p${i + 1}`,
    event: 'pairs',
    name: `Pair ${i + 1}`,
    entries: [
      { ...entry(2 * i + 1), lane: 'inner' },
      { ...entry(2 * i + 2), lane: 'outer' },
    ],
  }));
  return meetSchema.parse({
    ...meetHead,
    events: [{ id: 'pairs', name: `${distance} m`, kind: 'pairs', distance, track: { lapMetres: 400 }, rules }],
    races,
  });
}

/** One heat of short track, on a lap of 111.12 m. */
export function shortTrackMeet(
  distance: number,
  { skaters = 4, rules = {}, lapMetres = 111.12, loops }: Options = {},
): Meet {
  const track = loops === undefined ? { lapMetres } : { lapMetres, loops };
  return meetSchema.parse({
    ...meetHead,
    events: [{ id: 'st', name: `${distance} m`, kind: 'shortTrack', distance, track, rules }],
    races: [{ id: 'r1', event: 'st', name: 'Heat 1', entries: entries(skaters) }],
  });
}

const meetHead = {
  id: 'm1',
  name: 'A meet',
  venue: 'A hall',
  dates: { from: '2026-11-20', to: '2026-11-22' },
  timeZone: 'Europe/Amsterdam',
};

function entry(number: number) {
  return {
    id: `e${number}`,
    name: `Skater ${number}`,
    bib: String(number),
    transponders: [`T${number}a`, `T${number}b`],
  };
}

function entries(count: number) {
  return Array.from({ length: count }, (_, i) => entry(i + 1));
}

/** Facts in the order in which they were accepted; every one is checked against its schema. */
export class Script {
  readonly meet: Meet;
  readonly records: JournalRecord[] = [];
  #seq = 0;
  #decidedUs = gunUs - seconds(600);

  constructor(meet: Meet) {
    this.meet = meet;
    this.#seq += 1;
    this.records.push({ kind: 'meet', seq: this.#seq, acceptedUs: gunUs, by: 'test', version: 1, meet });
  }

  /** One fact more; its id is made up unless given. Returns the id. */
  say(said: Said): string {
    this.#seq += 1;
    this.#decidedUs += 1000;
    const draft = this.#aimed(factDraftSchema.parse({ id: `f${this.#seq}`, ...said }));
    const at = isReading(draft) ? draft.at : this.#decidedUs;
    const protester = draft.kind === 'protest' ? { protester: draft.by } : {};
    this.records.push({ ...draft, ...protester, at, seq: this.#seq, acceptedUs: gunUs, by: 'test' } as Fact);
    return draft.id;
  }

  /** A decision that names no race takes over the race of its target, as the journal has it (J13). */
  #aimed(draft: FactDraft): FactDraft {
    if (!('target' in draft) || draft.race !== undefined) return draft;
    const target = this.records.find((record) => record.kind !== 'meet' && record.id === draft.target);
    const race = target?.kind === 'meet' ? undefined : target?.race;
    return race === undefined ? draft : { ...draft, race };
  }

  /** Decisions made from here on are dated after this time since the gun. */
  decideAfter(time: number): this {
    this.#decidedUs = Math.max(this.#decidedUs, gunUs + seconds(time));
    return this;
  }

  start(race = 'r1', time = 0): string {
    return this.say({ kind: 'start', at: gunUs + seconds(time), source: 'timing', race });
  }

  /** A transponder reading of an entry, `time` seconds after the gun. */
  cross(entryId: string, time: number, more: Partial<Extract<Said, { kind: 'passing' }>> = {}): string {
    return this.say({
      kind: 'passing',
      at: gunUs + seconds(time),
      source: 'timing',
      loop: 'finish',
      how: 'transponder',
      race: 'r1',
      entry: entryId,
      ...more,
    });
  }

  /** A reading of a decoder that knows transponders and nothing of races. */
  read(transponder: string, time: number, more: Partial<Extract<Said, { kind: 'passing' }>> = {}): string {
    const at = gunUs + seconds(time);
    return this.say({
      kind: 'passing',
      at,
      source: 'timing',
      loop: 'finish',
      how: 'transponder',
      transponder,
      ...more,
    });
  }

  /** A decision about race r1. */
  rule(entry: string, status: RulingStatus, more: { code?: string; held?: boolean } = {}): string {
    return this.say({ kind: 'ruling', race: 'r1', entry, status, ...more });
  }

  retract(target: string): string {
    return this.say({ kind: 'retract', target });
  }

  /** Every lap of an entry at these times. */
  laps(entryId: string, times: readonly number[]): this {
    for (const time of times) this.cross(entryId, time);
    return this;
  }

  /** A new version of the meet. */
  replaceMeet(meet: Meet): void {
    this.#seq += 1;
    const version = 1 + this.records.filter(({ kind }) => kind === 'meet').length;
    this.records.push({ kind: 'meet', seq: this.#seq, acceptedUs: gunUs, by: 'test', version, meet });
  }

  boards(): Boards {
    return fold(noBoards, this.records);
  }

  /** What the newest record changes, given the boards before it. */
  stepOf(before: Boards): Boards {
    return fold(before, this.records.slice(-1));
  }

  /** The races behind the boards, and what is bound to them. */
  meetRaces(): MeetRaces {
    const meet = this.boards().events.byMeet.get('m1');
    if (meet === undefined) throw new Error('no meet');
    return meet.races;
  }

  /** Readings that fit no race, and why. */
  unbound(): { fact: string; why: string }[] {
    const { binding, doors, loose } = this.meetRaces();
    return binding.unbound.map((fact) => {
      const about = loose.decisions.filter((decision) => 'target' in decision && decision.target === fact.id);
      return { fact: fact.id, why: whyUnbound([fact, ...about], doors) };
    });
  }

  /** The race behind a board. */
  state(race = 'r1'): Race {
    const fold = this.meetRaces().races.get(race);
    if (fold === undefined) throw new Error(`no race ${race}`);
    return fold.state.shown;
  }

  board(race = 'r1'): Board {
    return stateOf(this.boards(), `race/${race}`) as Board;
  }

  row(entry: string, race = 'r1'): Row {
    const row = this.board(race).rows[entry];
    if (row === undefined) throw new Error(`no row ${entry} in ${race}`);
    return row;
  }

  /** Entries in the order of a number of their rows, those without it left out. */
  by(field: 'rank' | 'position' | 'order', race = 'r1'): string[] {
    const rows = Object.entries(this.board(race).rows).filter(([, row]) => row[field] !== undefined);
    return rows.sort(([, a], [, b]) => (a[field] ?? 0) - (b[field] ?? 0)).map(([entry]) => entry);
  }

  event(id: string): EventState {
    return stateOf(this.boards(), `event/${id}`) as EventState;
  }

  meetState(): MeetState {
    return stateOf(this.boards(), 'meet/m1') as MeetState;
  }
}

/** Lap times of a steady skater: `laps` crossings every `lap` seconds, shifted by `behind`. */
export function steady(laps: number, lap = 30, behind = 0): number[] {
  return Array.from({ length: laps }, (_, i) => Math.round(((i + 1) * lap + behind) * 1e6) / 1e6);
}

/** Four skaters over three laps, 0.2 s apart. */
export function raced(): Script {
  const script = new Script(massStartMeet());
  script.start();
  for (const n of [1, 2, 3, 4]) script.laps(`e${n}`, steady(3, 30, n * 0.2));
  return script;
}
