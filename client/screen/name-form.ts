// <name-form>: asks a screen that has no name yet what it is to be called.
import { html } from 'lit';
import { words } from '../kit/desk-words.ts';
import { LightElement } from '../kit/light-element.ts';
import { namePattern } from './name.ts';

export class NameForm extends LightElement {
  static override properties = { name: { attribute: false } };
  /** What is offered. */
  declare name: string;
  named: (name: string) => void = () => {};

  protected override render() {
    return html`<form @submit=${(event: SubmitEvent) => this.#submit(event)}>
      <label><span>${words('screenName')}</span><input name="name" required pattern=${namePattern} .value=${this.name} autofocus autocomplete="off" spellcheck="false" /></label>
      <p>${words('screenHint')}</p>
      <button>${words('showScreen')}</button>
    </form>`;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const field = this.querySelector('input');
    if (field !== null) this.named(field.value);
  }
}

customElements.define('name-form', NameForm);
