// <sign-in>: asks for the token once. It goes into no address, and is kept for this tab only.
import { html, nothing } from 'lit';
import { LightElement } from '../kit/light-element.ts';
import { say } from './console-words.ts';
import { Desk } from './send.ts';

export class SignIn extends LightElement {
  static override properties = { refusal: { state: true } };
  declare private refusal: string | undefined;
  /** Told the token once the server knows it. */
  signedIn: (token: string) => void = () => {};

  protected override firstUpdated(): void {
    this.querySelector('input')?.focus();
  }

  protected override render() {
    return html`<form @submit=${this.#try}>
      <label><span>${say('signIn')}</span>
        <input name="token" type="password" autocomplete="off" spellcheck="false" required /></label>
      <button>${say('enter')}</button>
      <p>${say('signInHint')}</p>
      ${this.refusal === undefined ? nothing : html`<p class="refusal" role="alert">${this.refusal}</p>`}
    </form>`;
  }

  readonly #try = (event: Event): void => {
    event.preventDefault();
    void this.#ask(this.querySelector('input')?.value.trim() ?? '');
  };

  async #ask(token: string): Promise<void> {
    this.refusal = say('checking');
    const answer = await new Desk(token).knows();
    if (answer.ok) this.signedIn(token);
    else this.refusal = answer.detail === '' ? say('noAnswer') : answer.detail;
  }
}

customElements.define('sign-in', SignIn);
