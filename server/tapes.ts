// The tapes of the topics, made from the journal when somebody asks and from then on only continued: bytes that are the
// same after every restart. Knows nothing of HTTP.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PatchMessage, SnapMessage } from '../shared/wire.ts';
import { emptyTape, type MeetTape, stepTape, type TapeFrame } from './engine/tape.ts';
import { commitsOf } from './journal/commits.ts';
import type { Journal } from './journal/journal.ts';

/**
 * After so long the loop is given back to those who race now. It is looked at between two commits, so a turn may take
 * one board longer, or one batch of the journal (about 10 ms of JSON).
 */
export const turnMs = 4;
/** Meets whose tapes are kept to be continued; each takes about twice as much memory as its facts do. One more, and the one asked for longest ago is made anew when it is asked for again. */
export const keptMeets = 2;

/** A tape of more is not kept, and has no lines. A mass start of 24 over 16 laps makes 0.3 MB. */
export const tapeMostBytes = 64 * 1024 * 1024;

/** One topic's tape as it is now. */
export interface Tape {
  /** The same for the same bytes, of this journal, for ever. */
  readonly tag: string;
  /** Frames in the order in which they were accepted, each a line of JSON with its line end. */
  readonly lines: readonly Buffer[];
}

interface Reel {
  readonly lines: Buffer[];
  bytes: number;
  /** The seq of the newest record of the commit that changed the topic last. */
  seq: number;
}

type TapeJournal = Pick<Journal, 'read' | 'epoch'>;

/** The meet that has a topic now; of topic `now`, the one that was on at `atUs`. */
type MeetOf = (topic: string, atUs: number) => string | undefined;

/** All topics of one meet. */
class Recorder {
  readonly #journal: TapeJournal;
  /** The journal's own name, without the number of its opening: a tape is the same in all of them. */
  readonly #name: string;
  readonly #reels = new Map<string, Reel>();
  readonly #mostBytes: number;
  #tape: MeetTape;
  #seq = 0;
  #atUs = 0;

  constructor(meet: string, journal: TapeJournal, mostBytes: number) {
    this.#journal = journal;
    this.#mostBytes = mostBytes;
    this.#name = journal.epoch.slice(0, journal.epoch.lastIndexOf('.'));
    this.#tape = emptyTape(meet);
  }

  /** Takes in what was committed since the last time, a little at each turn of the loop. */
  async catchUp(): Promise<void> {
    let turnEndsMs = performance.now() + turnMs;
    for (const { atUs, records } of commitsOf(this.#journal.read(this.#seq + 1), this.#atUs)) {
      this.#tape = stepTape(this.#tape, records);
      this.#seq = records.at(-1)?.seq ?? this.#seq;
      this.#atUs = atUs;
      for (const frame of this.#tape.frames) this.#record(frame);
      if (performance.now() < turnEndsMs) continue;
      await nextTurn();
      turnEndsMs = performance.now() + turnMs;
    }
  }

  /** The topic's tape so far. */
  of(topic: string): Tape | undefined {
    const reel = this.#reels.get(topic);
    return reel && { tag: `"${this.#name}/tape/${reel.seq}"`, lines: reel.lines.slice() };
  }

  #record(frame: TapeFrame): void {
    const reel = this.#reels.get(frame.topic) ?? { lines: [], bytes: 0, seq: 0 };
    this.#reels.set(frame.topic, reel);
    reel.seq = this.#seq;
    if (reel.bytes > this.#mostBytes) return;
    const line = Buffer.from(`${JSON.stringify(this.#message(frame, reel.lines.length))}\n`);
    reel.bytes += line.length;
    if (reel.bytes > this.#mostBytes) reel.lines.length = 0;
    else reel.lines.push(line);
  }

  /** As on the live socket, in an epoch of its own: the first state has version 1. */
  #message(frame: TapeFrame, base: number): SnapMessage | PatchMessage {
    const head = { topic: frame.topic, epoch: `${this.#name}.tape` };
    const now = { version: base + 1, at: this.#atUs };
    if ('patch' in frame) return { t: 'patch', ...head, base, ...now, patch: frame.patch };
    return { t: 'snap', ...head, ...now, state: frame.state as Record<string, unknown> };
  }
}

export class Tapes {
  readonly #journal: TapeJournal;
  readonly #meetOf: MeetOf;
  readonly #mostBytes: number;
  /** By meet; the one asked for last is the last. */
  readonly #recorders = new Map<string, Recorder>();
  #working: Promise<unknown> = Promise.resolve();

  constructor(journal: TapeJournal, meetOf: MeetOf, mostBytes = tapeMostBytes) {
    this.#journal = journal;
    this.#meetOf = meetOf;
    this.#mostBytes = mostBytes;
  }

  /**
   * The tape of a topic with all that is committed, or undefined where there is no such topic; that of `now` is of the meet
   * that was on at `atUs`. One is made at a time.
   */
  of(topic: string, atUs = Number.POSITIVE_INFINITY): Promise<Tape | undefined> {
    const made = this.#working.then(() => this.#make(topic, atUs));
    this.#working = made.catch(() => undefined);
    return made;
  }

  async #make(topic: string, atUs: number): Promise<Tape | undefined> {
    const meet = this.#meetOf(topic, atUs);
    if (meet === undefined) return undefined;
    const recorder = this.#recorders.get(meet) ?? new Recorder(meet, this.#journal, this.#mostBytes);
    this.#recorders.delete(meet);
    await recorder.catchUp();
    // Only now: one that failed on the way is made anew the next time.
    this.#recorders.set(meet, recorder);
    const [oldest] = this.#recorders.keys();
    if (this.#recorders.size > keptMeets && oldest !== undefined) this.#recorders.delete(oldest);
    return recorder.of(topic);
  }
}
