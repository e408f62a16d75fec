// <no-past>: says that a page shows no moment of the past, and leads to what is. Decides nothing.
import { html } from 'lit';
import { LightElement } from './light-element.ts';
import { words } from './messages.ts';

export class NoPast extends LightElement {
  /** Why it shows none. */
  says = '';

  protected override render() {
    const here = new URL(location.href);
    here.searchParams.delete('at');
    return html`<p role="alert">${this.says}</p><p><a href=${here.href}>${words('live')}</a></p>`;
  }
}

customElements.define('no-past', NoPast);

/** The page says so, in the place of all it would show. */
export function showNoPast(says: string): void {
  const element = new NoPast();
  element.says = says;
  document.body.replaceChildren(element);
}
