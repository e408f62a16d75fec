// The same boards, later: plays the history again, each moment exactly so long after it was. It reads the history and
// nothing else, so it cannot know anything newer.
import type { Subscription } from 'rxjs';
import type { History } from './history.ts';
import { Stage } from './stage.ts';
import type { Topic, TopicContext } from './topic.ts';

export class DelayedStage {
  readonly #delayMs: number;
  readonly #history: History;
  readonly #clocks: TopicContext['clocks'];
  readonly #stage: Stage;
  /** The number of the moment that comes next. */
  #next: number;
  #timer: Subscription | undefined;
  #closed = false;

  constructor(delayMs: number, history: History, context: TopicContext) {
    const { clocks } = context;
    this.#delayMs = delayMs;
    this.#history = history;
    this.#clocks = clocks;
    // Every `at` is of the time that is shown: a delayed client reads the frames an undelayed one had then.
    this.#stage = new Stage({ ...context, clocks: { ...clocks, nowUs: () => clocks.nowUs() - delayMs * 1000 } });
    this.#stage.show(history.before);
    this.#next = history.first;
    this.advance();
  }

  /** The topics as they were `delayMs` ago. */
  get topics(): ReadonlyMap<string, Topic> {
    return this.#stage.topics;
  }

  get watched(): boolean {
    return this.#stage.watched;
  }

  /** Shows all that is due, and sets the timer for what comes next. */
  advance(): void {
    const dueMs = this.#clocks.nowMs() - this.#delayMs;
    let moment = this.#history.moment(this.#next);
    while (moment !== undefined && moment.atMs <= dueMs) {
      this.#next += 1;
      this.#stage.show(moment.changes);
      moment = this.#history.moment(this.#next);
    }
    if (moment !== undefined) this.#wake(moment.atMs - dueMs);
  }

  close(): void {
    this.#closed = true;
    this.#timer?.unsubscribe();
  }

  /** A timer of the system may fire a moment early: then nothing is due yet, and it is set again. */
  #wake(afterMs: number): void {
    if (this.#closed || this.#timer !== undefined) return;
    this.#timer = this.#clocks.scheduler.schedule(() => {
      this.#timer = undefined;
      this.advance();
    }, afterMs);
  }
}
