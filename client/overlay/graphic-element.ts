// What every graphic on air is: a custom element with load, play, update and stop, as graphics systems drive them (OGraf's
// load, playAction, updateAction and stopAction). It knows its data and the time, no topic and no server.
import { nothing, type ReactiveController, type ReactiveControllerHost, render, type TemplateResult } from 'lit';
import type { TimeSource } from '../kit/race-clock.ts';

export interface Skip {
  /** At once, without the animation. */
  readonly skipAnimation?: boolean;
}

/** No Lit element: there `update` has another meaning. Drawing is a single step, so no row is ever half new. */
export abstract class GraphicElement<D extends object> extends HTMLElement implements ReactiveControllerHost {
  /** Set before `load` where clocks run. */
  time: TimeSource = { nowUs: () => undefined };
  /** When it was taken, on the server's clock: pages turn from then on. */
  sinceUs = 0;
  readonly updateComplete = Promise.resolve(true);
  readonly #controllers = new Set<ReactiveController>();
  #data: D | undefined;

  protected abstract picture(data: D): TemplateResult;

  /** What is shown. */
  get data(): D | undefined {
    return this.#data;
  }

  /** Resolves when everything is there to be shown: laid out, letters and flags come. Nothing is seen yet. */
  async load(data: D): Promise<void> {
    this.#draw(data);
    const pictures = [...this.querySelectorAll('img')].map((picture) => picture.decode().catch(() => undefined));
    await Promise.all([document.fonts.ready, ...pictures]);
  }

  /** Comes in. A later call is never lost: what is on its way turns round. */
  play(skip: Skip = {}): Promise<void> {
    return this.#turn(true, skip);
  }

  /** Other data, all of it at once. */
  async update(data: D): Promise<void> {
    this.#draw(data);
  }

  /** Goes out. It may be played again. */
  stop(skip: Skip = {}): Promise<void> {
    return this.#turn(false, skip);
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
  }

  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller);
  }

  requestUpdate(): void {
    if (this.#data !== undefined) this.#draw(this.#data);
  }

  #draw(data: D): void {
    this.#data = data;
    render(data === undefined ? nothing : this.picture(data), this);
  }

  async #turn(on: boolean, { skipAnimation = false }: Skip): Promise<void> {
    // What it comes from has to be drawn once, else there is nothing to move from.
    this.getBoundingClientRect();
    this.toggleAttribute('at-once', skipAnimation);
    this.toggleAttribute('on', on);
    await Promise.all(this.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
  }
}
