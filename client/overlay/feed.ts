// What a take shows, from the topics it needs: followed while it is on, and told whenever something changed. A take without a
// race follows what is on.
import type { Board } from '../../shared/board.ts';
import type { EventState, Now } from '../../shared/meet-state.ts';
import type { Take } from '../../shared/on-air.ts';
import { PastResults } from '../kit/past-results.ts';
import type { Source } from '../kit/source.ts';
import { TopicSlot } from '../kit/topic-slot.ts';
import { racesFor } from './athlete-graphic.ts';
import { dataOf } from './graphics.ts';
import type { Known } from './known.ts';

export class Feed {
  readonly #changed: () => void;
  readonly #now: TopicSlot<Now>;
  readonly #board: TopicSlot<Board>;
  readonly #event: TopicSlot<EventState>;
  readonly #past: PastResults;
  #take: Take | undefined;

  constructor(live: Pick<Source, 'follow'>, changed: () => void) {
    this.#changed = changed;
    const moved = () => this.#moved();
    this.#now = new TopicSlot(live, moved);
    this.#board = new TopicSlot(live, moved);
    this.#event = new TopicSlot(live, moved);
    this.#past = new PastResults(live, moved);
  }

  /** From now on for this take, or for none. */
  follow(take: Take | undefined): void {
    this.#take = take;
    this.#choose();
  }

  get board(): Board | undefined {
    return this.#board.state;
  }

  get version(): number {
    return this.#board.version ?? 0;
  }

  /** The data of a take, undefined while there is nothing to show. */
  data(take: Take): object | undefined {
    if (take.latched !== undefined) return take.latched.data;
    const known = this.known;
    if (known === undefined || (take.race !== undefined && known.board.race.id !== take.race)) return undefined;
    return dataOf(take.graphic, known, take);
  }

  get known(): Known | undefined {
    const board = this.#board.state;
    if (board === undefined) return undefined;
    const event = this.#event.state?.event.id === board.race.event ? this.#event.state : undefined;
    const meet = this.#past.meet?.id === board.race.meet ? this.#past.meet : undefined;
    return { board, event, meet, results: this.#past.boards };
  }

  #choose(): void {
    const take = this.#take;
    const needs = take !== undefined && take.latched === undefined;
    this.#now.follow(needs && take.race === undefined ? 'now' : undefined);
    const now = this.#now.state;
    const race = needs ? (take.race ?? now?.race ?? now?.onIce.at(-1)) : undefined;
    this.#board.follow(race && `race/${race}`);
    const board = this.#board.state;
    this.#event.follow(board && `event/${board.race.event}`);
    const isAthlete = take?.graphic === 'athlete' && board !== undefined;
    if (isAthlete) this.#past.ofMeet(board.race.meet);
    const { known } = this;
    this.#past.follow(isAthlete && known !== undefined ? racesFor(known, take) : []);
  }

  #moved(): void {
    this.#choose();
    this.#changed();
  }
}
