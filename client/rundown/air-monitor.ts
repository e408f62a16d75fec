// <air-monitor>: a picture in a box: what is on an output now, or one graphic before it is taken. The same elements as on air.
import type { Take } from '../../shared/on-air.ts';
import type { Source } from '../kit/source.ts';
import { OverlayStage } from '../overlay/overlay-stage.ts';
import { Player } from '../overlay/player.ts';

/** What is on an output. */
export function programMonitor(live: Source, output: string): OverlayStage {
  const stage = new OverlayStage();
  stage.live = live;
  stage.output = output;
  return stage;
}

/** One graphic as it would be. */
export class PreviewStage extends HTMLElement {
  live!: Source;
  #player: Player | undefined;
  #take = '';

  connectedCallback(): void {
    this.className = 'air';
    this.#player = new Player(this, this.live);
  }

  disconnectedCallback(): void {
    this.#player?.show(undefined);
  }

  show(take: Take | undefined): void {
    const name = JSON.stringify(take ?? '');
    if (name === this.#take) return;
    this.#take = name;
    this.#player?.show(take && { ...take, takenUs: 0 });
  }
}

customElements.define('preview-stage', PreviewStage);
