// What was shown in the last two minutes, moment by moment, so that it can be shown again later. Knows no clients.
import { maxDelayMs } from '../../shared/protocol.ts';
import { conflateMs } from './conflate.ts';
import type { Changes, Moment, Shown } from './moment.ts';

/** Moments kept as they were: 25 a second over the longest delay, as fast as any client is told. */
export const exactMoments = maxDelayMs / conflateMs;
/**
 * Beyond {@link exactMoments} a state in force for under 40 ms is passed over: what follows it is shown in its own time,
 * so a delayed board is then up to 40 ms later, and never early. So no more moments than this are ever kept.
 */
export const mostMoments = 3 * exactMoments;

export class History {
  #moments: Moment[] = [];
  /** The number of the first moment kept; they are numbered from 0 without holes. */
  #first = 0;
  /** What was in force before it. */
  readonly #before = new Map<string, Shown>();

  get first(): number {
    return this.#first;
  }

  get size(): number {
    return this.#moments.length;
  }

  /** What was in force before the first moment. */
  get before(): Changes {
    return this.#before;
  }

  /** A moment by its number, or undefined where it is yet to come. */
  moment(number: number): Moment | undefined {
    return this.#moments[number - this.#first];
  }

  /** Adds what is newest. Its time is never before that of the last one. */
  push(atMs: number, changes: Changes): void {
    const moments = this.#moments;
    const last = moments.at(-1);
    const moment = { atMs: Math.max(atMs, last?.atMs ?? atMs), changes };
    const beforeLast = moments.at(-2);
    if (last === undefined || beforeLast === undefined || moments.length < exactMoments) moments.push(moment);
    else if (moment.atMs - beforeLast.atMs >= conflateMs) moments.push(moment);
    else moments[moments.length - 1] = { ...moment, changes: new Map([...last.changes, ...changes]) };
  }

  /** Lets go of what nobody may ask for any more: what was replaced at `untilMs` or earlier. */
  trim(untilMs: number): void {
    for (let [oldest] = this.#moments; oldest !== undefined && oldest.atMs <= untilMs; [oldest] = this.#moments) {
      for (const [name, shown] of oldest.changes) {
        if (shown === undefined) this.#before.delete(name);
        else this.#before.set(name, shown);
      }
      this.#moments.shift();
      this.#first += 1;
    }
  }

  /** What a topic showed at that version, or at the last one before it that is remembered. */
  version(name: string, version: number): Shown | undefined {
    const isUpTo = (shown: Shown | undefined): shown is Shown => shown !== undefined && shown.version <= version;
    const then = this.#moments.findLast(({ changes }) => isUpTo(changes.get(name)))?.changes.get(name);
    const before = this.#before.get(name);
    return then ?? (isUpTo(before) ? before : undefined);
  }

  /** What a topic showed at a moment of the last {@link maxDelayMs}. */
  at(name: string, atMs: number): Shown | undefined {
    const then = this.#moments.findLast((moment) => moment.atMs <= atMs && moment.changes.has(name));
    return then === undefined ? this.#before.get(name) : then.changes.get(name);
  }
}
