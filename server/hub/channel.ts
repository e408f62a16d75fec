// A topic at a rate: everybody who reads it so, in a dense array, and the one loop that brings them forward.
// A delayed board is a channel over another view of the same topic, with the topic's own version numbers.
import { interval, type SchedulerLike, Subject, startWith, switchMap, tap } from 'rxjs';
import { beatMs } from '../../shared/protocol.ts';
import { conflate } from './conflate.ts';
import type { Frame } from './frame.ts';
import type { Head } from './head.ts';

/** Who receives frames: a session, as a channel sees it. */
export interface Receiver {
  /** Before this moment frames may be sent without asking `admits`. */
  readonly freeUntilMs: number;
  /** False while nothing may be sent: stalled or ended. */
  admits(nowMs: number): boolean;
  /** True where the frame was handed to the system. */
  send(frame: Frame, nowMs: number): boolean;
  /** The topic is gone, and `frame` says so. */
  dropped(topic: string, frame: Frame, nowMs: number): void;
}

/** One client's place in a channel. */
export interface Place {
  readonly channel: Channel;
  readonly receiver: Receiver;
  /** The version the client is at when it has read everything written so far. */
  base: number;
  /** Where in the channel's array. */
  index: number;
}

/** What a channel shows: a topic as it is now. */
export interface View {
  readonly name: string;
  readonly head: Head;
}

/** `nowUs` is UTC and goes on the wire; the scheduler times everything else. */
export interface Clocks {
  readonly nowUs: () => number;
  readonly scheduler: SchedulerLike;
}

export class Channel {
  readonly periodMs: number;
  readonly #view: View;
  readonly #clocks: Clocks;
  readonly #places: Place[] = [];
  readonly #changes = new Subject<void>();
  readonly #timers;

  constructor(view: View, periodMs: number, clocks: Clocks) {
    this.periodMs = periodMs;
    this.#view = view;
    this.#clocks = clocks;
    const forwarded$ = this.#changes.pipe(
      conflate(periodMs, clocks.scheduler),
      tap(() => this.#forward(undefined)),
    );
    // One timer for all of a channel, started again by every change: a beat comes when nothing else did.
    const quiet$ = forwarded$.pipe(
      startWith(undefined),
      switchMap(() => interval(beatMs, clocks.scheduler)),
    );
    this.#timers = quiet$.subscribe(() => this.#forward(this.#view.head.beat(clocks.nowUs())));
  }

  get size(): number {
    return this.#places.length;
  }

  /** The view has a new head. */
  changed(): void {
    this.#changes.next();
  }

  /** Adds a client that has the state at `base`. Bring it forward in the same turn, so that it misses nothing. */
  join(receiver: Receiver, base: number): Place {
    const place = { channel: this, receiver, base, index: this.#places.length };
    this.#places.push(place);
    return place;
  }

  /** Only for a place that is still taken. */
  leave(place: Place): void {
    const last = this.#places.pop();
    if (last === undefined || last === place) return;
    this.#places[place.index] = last;
    last.index = place.index;
  }

  /** Moves one client to the head with one frame, now: when it subscribes, resumes, or reads again. */
  bring(place: Place): void {
    const { head } = this.#view;
    const nowMs = this.#clocks.scheduler.now();
    if (!place.receiver.admits(nowMs)) return;
    const frame = place.base === head.version ? head.beat(this.#clocks.nowUs()) : head.frameFrom(place.base);
    if (place.receiver.send(frame, nowMs)) place.base = head.version;
  }

  /** The topic is gone: everybody is told once and let go. */
  end(frame: Frame): void {
    this.close();
    const nowMs = this.#clocks.scheduler.now();
    for (const { receiver } of [...this.#places]) receiver.dropped(this.#view.name, frame, nowMs);
  }

  /** Stops the timers. */
  close(): void {
    this.#timers.unsubscribe();
  }

  /**
   * Writes to every client the frame that moves it to the head, made once for all that stand at the same version;
   * those already there get `beat`. Runs backwards, because a socket found broken leaves the array on the way.
   */
  #forward(beat: Frame | undefined): void {
    const { head } = this.#view;
    const nowMs = this.#clocks.scheduler.now();
    const places = this.#places;
    let base = Number.NaN;
    let frame: Frame | undefined;
    for (let i = places.length - 1; i >= 0; i -= 1) {
      const place = places[i] as Place;
      const { receiver } = place;
      // Asked before the frame is looked for: no patch is made for a client that may not have it.
      if (nowMs >= receiver.freeUntilMs && !receiver.admits(nowMs)) continue;
      if (place.base !== base) {
        base = place.base;
        frame = base === head.version ? beat : head.frameFrom(base);
      }
      if (frame !== undefined && receiver.send(frame, nowMs)) place.base = head.version;
    }
  }
}
