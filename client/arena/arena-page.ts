// <arena-page>: follows a race, or whatever is on, and shows the picture for it. The only element that knows topics.
import { html } from 'lit';
import type { Board } from '../../shared/board.ts';
import type { EventState, MeetState } from '../../shared/meet-state.ts';
import { FrameElement } from '../kit/frame-element.ts';
import { PageTurner } from '../kit/page-turner.ts';
import type { Shape } from '../kit/shape.ts';
import type { Source } from '../kit/source.ts';
import { TopicSlot } from '../kit/topic-slot.ts';
import type { Watchable } from '../kit/value.ts';
import { standingsPages } from './event-standings.ts';
import { isOver, isRankedInEvent, type Scene, sceneOf } from './scene.ts';

import '../kit/connection-badge.ts';
import './classification-list.ts';
import './event-standings.ts';
import './ice-order.ts';
import './idle-screen.ts';
import './pair-duel.ts';
import './race-tower.ts';
import './result-sheet.ts';
import './start-list.ts';

/** The state of topic `now`: ids of what is on. */
interface NowState {
  readonly meet?: string;
  readonly race?: string;
  readonly onIce: readonly string[];
}

/** A result stays for so many turns of a page before the standings are turned through, and comes back after them. */
const resultTurns = 2;

export class ArenaPage extends FrameElement {
  static override properties = {
    live: { attribute: false },
    shape$: { attribute: false },
    race: { attribute: false },
    event: { attribute: false },
  };
  declare live: Source;
  declare shape$: Watchable<Shape>;
  /** The race to show whatever else is on; without it the page follows what is on. */
  declare race: string | undefined;
  /** The event whose standings to show, whatever else is on. */
  declare event: string | undefined;
  #now: TopicSlot<NowState> | undefined;
  #board: TopicSlot<Board> | undefined;
  #meet: TopicSlot<MeetState> | undefined;
  #event: TopicSlot<EventState> | undefined;
  #unwatch = () => {};
  readonly #turner = new PageTurner(this);
  /** The result that is on, and since when on the server's clock. */
  #result: { readonly race: string; readonly sinceMs: number } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const changed = () => {
      this.#choose();
      this.requestUpdate();
    };
    this.#now = new TopicSlot(this.live, changed);
    this.#board = new TopicSlot(this.live, changed);
    this.#meet = new TopicSlot(this.live, changed);
    this.#event = new TopicSlot(this.live, changed);
    this.#choose();
    this.#unwatch = this.shape$.watch(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch();
    for (const slot of [this.#now, this.#board, this.#meet, this.#event]) slot?.follow(undefined);
  }

  /** Each topic says which others are needed; a slot that has the right one already does nothing. */
  #choose(): void {
    const follows = this.race === undefined && this.event === undefined;
    this.#now?.follow(follows ? 'now' : undefined);
    const now = this.#now?.state;
    const race = this.event === undefined ? (this.race ?? now?.race ?? now?.onIce.at(-1)) : undefined;
    this.#board?.follow(race && `race/${race}`);
    const board = this.#board?.state;
    const event = board === undefined || !isRankedInEvent(board) ? this.event : board.race.event;
    this.#event?.follow(event && `event/${event}`);
    const meet = board === undefined ? now?.meet : undefined;
    this.#meet?.follow(meet && `meet/${meet}`);
  }

  protected override render() {
    const board = this.#board?.state;
    const standings = this.#standings(board);
    const scene = standings === undefined ? sceneOf(board) : 'standings';
    return html`<main class=${scene}>${standings ?? (board === undefined ? this.#idle() : this.#scene(board, sceneOf(board)))}</main><connection-badge .live=${this.live}></connection-badge>`;
  }

  #idle() {
    return html`<idle-screen .meet=${this.#meet?.state} .wanted=${this.race ?? this.event}></idle-screen>`;
  }

  #scene(board: Board, scene: Scene) {
    const { live } = this;
    const shape = this.shape$.value;
    if (scene === 'pairs') {
      return html`<pair-duel .board=${board} .event=${this.#eventOf(board)} .shape=${shape} .live=${live}></pair-duel>`;
    }
    const tower = html`<race-tower .board=${board} .live=${live}></race-tower>`;
    if (scene === 'startList')
      return html`${tower}<start-list .board=${board} .shape=${shape} .live=${live}></start-list>`;
    if (scene === 'result')
      return html`${tower}<result-sheet .board=${board} .shape=${shape} .live=${live}></result-sheet>`;
    const order = html`<ice-order .board=${board} .shape=${shape} .live=${live}></ice-order>`;
    // On a banner the points stand in the order on the ice, and in a heat that order is all there is.
    return shape === 'banner' || scene === 'heat'
      ? html`${tower}${order}`
      : html`${tower}${order}<classification-list .board=${board} .shape=${shape}></classification-list>`;
  }

  /** The standings of the event of `board`, once they have come. */
  #eventOf(board: Board | undefined): EventState | undefined {
    const event = this.#event?.state;
    return event?.event.id === (board?.race.event ?? this.event) ? event : undefined;
  }

  /** The standings where they were asked for; and where the page follows what is on, in turn with a result. */
  #standings(board: Board | undefined) {
    const event = this.#eventOf(board);
    const { clock } = this.live;
    const shape = this.shape$.value;
    const pages = event === undefined ? 0 : standingsPages(event, shape);
    if (event === undefined || pages === 0) return undefined;
    let page: number;
    if (board === undefined) page = this.#turner.page(pages, clock);
    else {
      if (this.race !== undefined || !isOver(board)) return undefined;
      page = this.#turner.page(resultTurns + pages, clock, this.#sinceMs(board)) - resultTurns;
    }
    if (page < 0) return undefined;
    return html`<event-standings .event=${event} .race=${board?.race.id} .page=${page} .shape=${shape}></event-standings>`;
  }

  /** When the result of `board` came up on this screen. */
  #sinceMs({ race: { id } }: Board): number {
    const nowUs = this.live.clock.nowUs();
    if (this.#result?.race !== id && nowUs !== undefined) this.#result = { race: id, sinceMs: nowUs / 1000 };
    return this.#result?.sinceMs ?? 0;
  }
}

customElements.define('arena-page', ArenaPage);
