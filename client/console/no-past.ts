// <no-past>: says that a console shows no moment of the past, and leads to what is. Decides nothing.
import { html } from 'lit';
import { LightElement } from '../kit/light-element.ts';
import { words } from '../kit/messages.ts';
import { say } from './console-words.ts';

export class NoPast extends LightElement {
  protected override render() {
    const here = new URL(location.href);
    here.searchParams.delete('at');
    return html`<p role="alert">${say('noPast')}</p><p><a href=${here.href}>${words('live')}</a></p>`;
  }
}

customElements.define('no-past', NoPast);
