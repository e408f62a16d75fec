// <arena-page>: follows a race, or whatever is on, and shows the picture for it. The only element that knows topics.
import { html } from 'lit';
import type { Board } from '../../shared/board.ts';
import type { EventState, MeetState } from '../../shared/meet-state.ts';
import { FrameElement } from '../kit/frame-element.ts';
import type { Live } from '../kit/live.ts';
import { sceneOf } from './scene.ts';
import { TopicSlot } from './topic-slot.ts';

import '../kit/connection-badge.ts';
import './classification-list.ts';
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

export class ArenaPage extends FrameElement {
  static override properties = { live: { attribute: false }, race: { type: String } };
  declare live: Live;
  /** The race to show whatever else is on; without it the page follows what is on. */
  declare race: string | undefined;
  #now: TopicSlot<NowState> | undefined;
  #board: TopicSlot<Board> | undefined;
  #meet: TopicSlot<MeetState> | undefined;
  #event: TopicSlot<EventState> | undefined;

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
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const slot of [this.#now, this.#board, this.#meet, this.#event]) slot?.follow(undefined);
  }

  /** Each topic says which others are needed; a slot that has the right one already does nothing. */
  #choose(): void {
    this.#now?.follow(this.race === undefined ? 'now' : undefined);
    const now = this.#now?.state;
    const race = this.race ?? now?.race ?? now?.onIce.at(-1);
    this.#board?.follow(race && `race/${race}`);
    const board = this.#board?.state;
    this.#event?.follow(board?.race.kind === 'pairs' ? `event/${board.race.event}` : undefined);
    const meet = board === undefined ? now?.meet : undefined;
    this.#meet?.follow(meet && `meet/${meet}`);
  }

  protected override render() {
    const board = this.#board?.state;
    const scene = sceneOf(board);
    return html`<main class=${scene}>${board === undefined ? this.#idle() : this.#scene(board, scene)}</main><connection-badge .live=${this.live}></connection-badge>`;
  }

  #idle() {
    return html`<idle-screen .meet=${this.#meet?.state} .wanted=${this.race}></idle-screen>`;
  }

  #scene(board: Board, scene: ReturnType<typeof sceneOf>) {
    if (scene === 'pairs') {
      const event = this.#event?.state;
      const own = event?.event.id === board.race.event ? event : undefined;
      return html`<pair-duel .board=${board} .event=${own} .live=${this.live}></pair-duel>`;
    }
    const tower = html`<race-tower .board=${board} .live=${this.live}></race-tower>`;
    if (scene === 'startList') return html`${tower}<start-list .board=${board}></start-list>`;
    if (scene === 'result') return html`${tower}<result-sheet .board=${board}></result-sheet>`;
    return html`${tower}<ice-order .board=${board}></ice-order><classification-list .board=${board}></classification-list>`;
  }
}

customElements.define('arena-page', ArenaPage);
