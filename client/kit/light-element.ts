// The Lit element all screens are made of: it renders into the page itself, so that the page's one stylesheet (a file
// a screen, cached, never in JavaScript) reaches it and its size follows the screen's.
import { LitElement } from 'lit';

export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
