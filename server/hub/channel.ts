// A topic at a rate: everybody who reads it so, in a dense array, and the one loop that brings them forward.
// A delayed board is a channel over another view of the same topic, with the topic's own version numbers.
import { interval, type SchedulerLike, Subject, startWith, switchMap, tap } from 'rxjs';
import { beatMs } from '../../shared/protocol.ts';
import { conflate } from './conflate.ts';
import type { Frame } from './frame.ts';
import type { Head } from './head.ts';
import type { Sink } from './live-socket.ts';
import type { Counters } from './stats.ts';

/** A topic a client follows: the newest version and since when there is that, and the one it said it shows. */
export interface Followed {
  readonly topic: string;
  readonly newest: number;
  readonly sinceUs: number;
  readonly shown?: number;
}

/** Who receives frames: a session, as a channel sees it. */
export interface Receiver {
  readonly sink: Sink;
  /** Before this moment (ms) frames may be written to the sink at once; later the receiver is asked. */
  readonly freeUntilMs: number;
  /** False while nothing may be sent: stalled or ended. */
  admits(nowMs: number): boolean;
  /** True where the frame was handed to the system. Only where `admits` has just been true. */
  send(frame: Frame, nowMs: number): boolean;
  /** The second look after the sink said false. True where the frame was handed to the system. */
  handed(nowMs: number): boolean;
  /** The topic is gone, and `frame` says so. */
  dropped(topic: string, frame: Frame, nowMs: number): void;
  /** Every topic it follows. */
  followed(): readonly Followed[];
}

/** One client's place in a channel: all that the loop touches of a client, in one object. */
export interface Place {
  readonly channel: Channel;
  readonly receiver: Receiver;
  readonly sink: Sink;
  /** The version the client is at when it has read everything written so far. */
  base: number;
  /** A copy of the receiver's, which keeps it up to date. */
  freeUntilMs: number;
  /** Where in the channel's array. */
  index: number;
}

/** What a channel shows: a topic as it is now. */
export interface View {
  readonly name: string;
  readonly head: Head;
}

/** `nowUs` is UTC and goes on the wire; `nowMs` and the scheduler time everything else. */
export interface Clocks {
  readonly nowUs: () => number;
  readonly nowMs: () => number;
  readonly scheduler: SchedulerLike;
}

export class Channel {
  readonly periodMs: number;
  readonly #view: View;
  readonly #clocks: Clocks;
  readonly #places: Place[] = [];
  readonly #changes = new Subject<void>();
  readonly #counters: Counters;
  readonly #timers;

  constructor(view: View, periodMs: number, clocks: Clocks, counters: Counters) {
    this.periodMs = periodMs;
    this.#view = view;
    this.#clocks = clocks;
    this.#counters = counters;
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

  *receivers(): Iterable<Receiver> {
    for (const { receiver } of this.#places) yield receiver;
  }

  /** The view has a new head. */
  changed(): void {
    this.#changes.next();
  }

  /** Adds a client that has the state at `base`. Bring it forward in the same turn, so that it misses nothing. */
  join(receiver: Receiver, base: number): Place {
    const { sink, freeUntilMs } = receiver;
    const place = { channel: this, receiver, sink, base, freeUntilMs, index: this.#places.length };
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
    const nowMs = this.#clocks.nowMs();
    if (!place.receiver.admits(nowMs)) return;
    const frame = place.base === head.version ? head.beat(this.#clocks.nowUs()) : head.frameFrom(place.base);
    if (place.receiver.send(frame, nowMs)) place.base = head.version;
  }

  /** The topic is gone: everybody is told once and let go. */
  end(frame: Frame): void {
    this.close();
    const nowMs = this.#clocks.nowMs();
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
    const nowMs = this.#clocks.nowMs();
    const places = this.#places;
    let base = Number.NaN;
    let frame: Frame | undefined;
    let frames = 0;
    let bytes = 0;
    for (let i = places.length - 1; i >= 0; i -= 1) {
      const place = places[i] as Place;
      const free = nowMs < place.freeUntilMs;
      // Asked before the frame is looked for: no patch is made for a client that may not have it.
      if (!free && !place.receiver.admits(nowMs)) continue;
      if (place.base !== base) {
        base = place.base;
        frame = base === head.version ? beat : head.frameFrom(base);
      }
      if (frame === undefined) continue;
      if (!free) {
        if (place.receiver.send(frame, nowMs)) place.base = head.version;
      } else if (place.sink.write(frame.bytes) || place.receiver.handed(nowMs)) {
        place.base = head.version;
        frames += 1;
        bytes += frame.bytes.length;
      }
    }
    this.#counters.frames += frames;
    this.#counters.bytes += bytes;
  }
}
