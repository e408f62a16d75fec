// The journal over any store: what arrives in one turn of the event loop is checked at once, written in one COMMIT at
// the end of the turn, and only then acknowledged and emitted. Knows no SQL, and nothing of what boards are.
import { type Observable, Subject } from 'rxjs';
import type { FactDraft, JournalRecord } from '../../shared/facts.ts';
import type { EntryDoc, Meet, MeetVersion } from '../../shared/meet.ts';
import { admit } from './admit.ts';
import { checkMeet } from './admit-meet.ts';
import { bindings } from './bindings.ts';
import type { NowUs } from './clock.ts';
import type { Journal, JournalHealth, MeetReceipt, Receipt, Refusal } from './journal.ts';
import { Layer } from './layer.ts';
import { isMeet, type Kept, type Store } from './ledger.ts';
import { refuse } from './refusal.ts';
import { ofRace } from './words.ts';

/** A turn that has this many lines waiting is committed at once, so that what waits in memory stays bounded. */
export const turnLinesMax = 20_000;

const closed = refuse('closed', 'the server is stopping: send this again in a moment');

export class GroupCommitJournal implements Journal {
  readonly committed$: Observable<readonly JournalRecord[]>;
  readonly #committed = new Subject<readonly JournalRecord[]>();
  readonly #store: Store;
  readonly #nowUs: NowUs;
  /** What this turn adds, and who waits for it; a refusal where the store could not write. */
  #turn: Layer;
  #waiting: ((refusal: Refusal | undefined) => void)[] = [];
  #health: JournalHealth = { ok: true };
  /** When what this turn adds is accepted. */
  #momentUs = 0;
  #emitting = false;
  #closed = false;

  constructor(store: Store, nowUs: NowUs) {
    this.#store = store;
    this.#nowUs = nowUs;
    this.#turn = new Layer(store);
    this.committed$ = this.#committed.asObservable();
  }

  get epoch(): string {
    return this.#store.epoch;
  }

  get health(): JournalHealth {
    return this.#health;
  }

  get lastSeq(): number {
    return this.#store.lastSeq;
  }

  append(facts: readonly FactDraft[], by: string): Promise<Receipt | Refusal> {
    if (this.#closed) return Promise.resolve(closed);
    const nowUs = this.#nowUs();
    const admitted = this.#guard(() => admit(facts, by, this.#turn, nowUs, this.#moment(nowUs)));
    if (!admitted.ok) return Promise.resolve(admitted);
    const { lines, duplicates, upTo } = admitted;
    const receipt = (): Receipt => ({ ok: true, accepted: lines.length, duplicates, lastSeq: this.lastSeq });
    // Duplicates of facts that are durable need no disk, so they are acknowledged even where it is full.
    return upTo <= this.lastSeq ? Promise.resolve(receipt()) : this.#enqueue(lines, receipt);
  }

  preview(facts: readonly FactDraft[], by: string): ReturnType<Journal['preview']> {
    const admitted = this.#guard(() => admit(facts, by, this.#turn, this.#nowUs()));
    return admitted.ok ? { ok: true, facts: admitted.lines.map(({ fact }) => fact) } : admitted;
  }

  putMeet(meet: Meet, expected: number, by: string): Promise<MeetReceipt | Refusal> {
    if (this.#closed) return Promise.resolve(closed);
    const refusal = this.#guard(() => checkMeet(meet, expected, this.#turn));
    if (refusal !== undefined) return Promise.resolve(refusal);
    const seq = this.#turn.lastSeq + 1;
    const version = expected + 1;
    const line: MeetVersion = { kind: 'meet', seq, acceptedUs: this.#moment(this.#nowUs()), by, version, meet };
    return this.#enqueue([line], () => ({ ok: true, version, seq }));
  }

  holds(race: string, entry: EntryDoc): boolean {
    return bindings(race, this.#store).ofEntry(entry) !== undefined;
  }

  meet(id: string): MeetVersion | undefined {
    return this.#store.meet(id);
  }

  read(fromSeq = 1): Iterable<readonly JournalRecord[]> {
    return this.#store.read(fromSeq);
  }

  readRace(race: string): ReturnType<Journal['readRace']> {
    return this.#store.facts(ofRace(race));
  }

  /** Commits what is waiting, then lets go of the store. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#commit();
    this.#committed.complete();
    this.#store.close();
  }

  /** One for all of a COMMIT, later than any before: whoever reads the journal tells commits apart by it. */
  #moment(nowUs: number): number {
    if (this.#turn.lines.length === 0) this.#momentUs = Math.max(nowUs, this.#momentUs + 1);
    return this.#momentUs;
  }

  #enqueue<R>(lines: readonly Kept[], receipt: () => R): Promise<R | Refusal> {
    for (const line of lines) this.#turn.add(line);
    return new Promise((resolve) => {
      this.#waiting.push((refusal) => resolve(refusal ?? receipt()));
      if (this.#turn.lines.length >= turnLinesMax && !this.#emitting) this.#commit();
      else if (this.#waiting.length === 1) setImmediate(() => this.#commit());
    });
  }

  #commit(): void {
    if (this.#waiting.length === 0) return;
    const { lines } = this.#turn;
    const waiting = this.#waiting;
    const refusal = this.#guard(() => void this.#store.write(lines));
    this.#turn = new Layer(this.#store);
    this.#waiting = [];
    if (refusal === undefined) this.#health = { ok: true };
    for (const settle of waiting) settle(refusal);
    if (refusal === undefined) this.#emit(lines.map((line) => (isMeet(line) ? line : line.fact)));
  }

  /** What the store answers, or the refusal where it failed: then the journal is not well until the next good commit. */
  #guard<T>(ask: () => T): T | Refusal {
    try {
      return ask();
    } catch (error) {
      const refusal = this.#store.explain(error);
      this.#health = { ok: false, says: refusal.says };
      return refusal;
    }
  }

  /** Whoever waits for a receipt goes on after this turn of the loop, so sees what the observers made of the batch. */
  #emit(batch: readonly JournalRecord[]): void {
    this.#emitting = true;
    try {
      this.#committed.next(batch);
    } finally {
      this.#emitting = false;
    }
  }
}
