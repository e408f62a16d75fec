// <overlay-stage>: an output: follows what was taken on it and has a player in every place of the picture. Viewers are never
// told of a lost connection: what was shown stays, and the rundown says that the output is away.
import type { OnAirState, Slot, Taken } from '../../shared/on-air.ts';
import type { Source } from '../kit/source.ts';
import { TopicSlot } from '../kit/topic-slot.ts';
import { Player } from './player.ts';

export class OverlayStage extends HTMLElement {
  live!: Source;
  /** A moment of the past: what is on is shown as it was then. */
  past: Source | undefined;
  output = 'main';
  #air: TopicSlot<OnAirState> | undefined;
  readonly #players = new Map<Slot, Player>();

  connectedCallback(): void {
    this.className = 'air';
    this.#air = new TopicSlot(this.live, () => this.#show());
    this.#air.follow(`air/${this.output}`);
  }

  disconnectedCallback(): void {
    this.#air?.follow(undefined);
    for (const player of this.#players.values()) player.show(undefined);
  }

  /** What a place of the picture shows now, and of which version of its board that is. */
  shown(slot: Slot): { readonly version: number; readonly data: object } | undefined {
    const player = this.#players.get(slot);
    return player?.data === undefined ? undefined : { version: player.version, data: player.data };
  }

  /** Nothing of the past is latched, and nothing of it is corrected yet. */
  #taken(taken: Taken | undefined): Taken | undefined {
    if (this.past === undefined || taken === undefined) return taken;
    const { latched: _, ...take } = taken;
    return take.graphic === 'correction' ? undefined : take;
  }

  #show(): void {
    const state = this.#air?.state;
    // An output that is not there yet, or a server that starts: what is on stays.
    if (state === undefined) return;
    const slots = Object.keys(state.graphics) as Slot[];
    for (const slot of slots)
      if (!this.#players.has(slot)) this.#players.set(slot, new Player(this, this.past ?? this.live));
    for (const [slot, player] of this.#players) player.show(this.#taken(state.graphics[slot]));
  }
}

customElements.define('overlay-stage', OverlayStage);
