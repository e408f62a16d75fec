// A whole run of a demo meet, folded as the server would: every fact of every race in the order of sending, and its boards.
import { anklesOf, demoMeet, listed, raceId, schedule } from '../../server/demo/meet.ts';
import type { DemoMeet } from '../../server/demo/programme.ts';
import { dated, endOf } from '../../server/demo/script.ts';
import { type Boards, noBoards } from '../../server/engine/boards.ts';
import { fold, stateOf } from '../../server/engine/fold.ts';
import type { Board } from '../../shared/board.ts';
import { type Fact, isReading, type JournalRecord } from '../../shared/facts.ts';
import type { Meet } from '../../shared/meet.ts';

/** When the first race begins. */
const beginUs = 1_790_000_000_000_000;
const usPerSecond = 1_000_000;

export class WholeRun {
  readonly demo: DemoMeet;
  readonly #speed: number;
  #boards: Boards = noBoards;
  #meet: Meet;
  #version = 0;
  #seq = 0;
  #played = 0;
  #nowUs = beginUs;

  constructor(demo: DemoMeet, speed = 1) {
    this.demo = demo;
    this.#speed = speed;
    this.#meet = schedule(
      demoMeet(1, demo.races, demo),
      demo.races,
      { run: 1, from: demo.races[0]!, zeroUs: beginUs, speed },
      demo,
    );
    this.#store(this.#meet);
  }

  get boards(): Boards {
    return this.#boards;
  }

  /** Plays the next race to its end; false where there is none. */
  next(): boolean {
    const race = this.demo.races[this.#played];
    if (race === undefined) return false;
    this.#played += 1;
    if (race.listed === 'called') this.#store(listed(this.#meet, 1, race, this.demo));
    const id = raceId(1, race, this.demo);
    const zeroUs = this.#nowUs;
    const script = race.script(id, anklesOf(1, race, this.demo));
    const facts = script.map((step, index): Fact => {
      const draft = dated(step, `${id}.${index + 1}`, zeroUs, this.#speed);
      this.#seq += 1;
      const acceptedUs = zeroUs + Math.round(step.dueUs / this.#speed);
      return { ...draft, at: isReading(draft) ? draft.at : acceptedUs, seq: this.#seq, acceptedUs, by: 'demo' } as Fact;
    });
    this.#boards = fold(this.#boards, facts);
    this.#nowUs = zeroUs + Math.round((endOf(script) + 50 * usPerSecond) / this.#speed);
    return true;
  }

  /** Plays all that is left. */
  rest(): this {
    while (this.next()) {
      // The next one.
    }
    return this;
  }

  topic<T extends object>(name: string): T {
    const state = stateOf(this.#boards, name);
    if (state === undefined) throw new Error(`no topic ${name}`);
    return state as T;
  }

  board(key: string): Board {
    return this.topic(`race/${this.demo.stem}-1.${key}`);
  }

  #store(meet: Meet): void {
    this.#meet = meet;
    this.#version += 1;
    this.#seq += 1;
    const record: JournalRecord = {
      kind: 'meet',
      seq: this.#seq,
      acceptedUs: this.#nowUs,
      by: 'demo',
      version: this.#version,
      meet,
    };
    this.#boards = fold(this.#boards, [record]);
  }
}
