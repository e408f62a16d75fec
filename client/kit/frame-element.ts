// A root element that updates once an animation frame, however many topics changed in it.
import { LightElement } from './light-element.ts';

export class FrameElement extends LightElement {
  /** Children update in the same frame, before it is painted. A hidden page does no work and is right when seen. */
  protected override async scheduleUpdate(): Promise<void> {
    await new Promise(requestAnimationFrame);
    await super.scheduleUpdate();
  }
}
