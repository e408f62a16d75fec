// One place of the picture: keeps the element of the graphic that is taken there, brings it in and out, and hands it new data
// once an animation frame. What is asked last holds, however much is still moving.
import type { Taken } from '../../shared/on-air.ts';
import type { Source } from '../kit/source.ts';
import { Feed } from './feed.ts';
import type { GraphicElement } from './graphic-element.ts';
import { makeGraphic, nameOf } from './graphics.ts';

export class Player {
  readonly #stage: Element;
  readonly #live: Source;
  readonly #feed: Feed;
  #taken: Taken | undefined;
  #element: GraphicElement<object> | undefined;
  #name = '';
  #data: object | undefined;
  #leaving: Promise<void> = Promise.resolve();
  #isDue = false;

  /** Graphics become children of `stage`. */
  constructor(stage: Element, live: Source) {
    this.#stage = stage;
    this.#live = live;
    this.#feed = new Feed(live, () => this.#look());
  }

  /** What is shown is of this version of its board. */
  get version(): number {
    return this.#feed.version;
  }

  /** The data that is shown. */
  get data(): object | undefined {
    return this.#element === undefined ? undefined : this.#data;
  }

  show(taken: Taken | undefined): void {
    this.#taken = taken;
    this.#feed.follow(taken);
    this.#look();
  }

  /** All that came within a frame is shown in it. A hidden page shows nothing, and what is right when it is seen again. */
  #look(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      this.#apply();
    });
  }

  #apply(): void {
    const taken = this.#taken;
    const data = taken && this.#feed.data(taken);
    const name = taken === undefined ? '' : nameOf(taken);
    if (this.#element !== undefined && (data === undefined || name !== this.#name)) this.#leave(this.#element);
    if (taken === undefined || data === undefined) return;
    this.#name = name;
    this.#data = data;
    if (this.#element === undefined) this.#enter(makeGraphic(taken.graphic), data, taken.takenUs);
    else if (this.#element.isConnected) void this.#element.update(data);
    this.#element?.toggleAttribute('latched', taken.latched !== undefined);
  }

  #leave(element: GraphicElement<object>): void {
    this.#element = undefined;
    const gone = element.stop().then(() => element.remove());
    this.#leaving = Promise.all([this.#leaving, gone]).then(() => undefined);
  }

  #enter(element: GraphicElement<object>, data: object, takenUs: number): void {
    element.time = this.#live.clock;
    element.sinceUs = takenUs;
    this.#element = element;
    void this.#leaving.then(async () => {
      // Taken out before it came in.
      if (this.#element !== element) return;
      this.#stage.append(element);
      await element.load(this.#data ?? data);
      if (this.#element === element) await element.play();
    });
  }
}
