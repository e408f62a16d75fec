// <sign-in>: asks for the token once. It goes into no address, and is kept for this tab only.
import { html, nothing } from 'lit';
import { words } from './air-words.ts';
import { knows } from './ask.ts';
import { LightElement } from './light-element.ts';
import { token as kept } from './tab-memory.ts';

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
      <label><span>${words('signIn')}</span>
        <input name="token" type="password" autocomplete="off" spellcheck="false" required /></label>
      <button>${words('enter')}</button>
      <p>${words('signInHint')}</p>
      ${this.refusal === undefined ? nothing : html`<p class="refusal" role="alert">${this.refusal}</p>`}
    </form>`;
  }

  readonly #try = (event: Event): void => {
    event.preventDefault();
    void this.#ask(this.querySelector('input')?.value.trim() ?? '');
  };

  async #ask(token: string): Promise<void> {
    this.refusal = words('checking');
    const answer = await knows(token);
    if (answer.ok) this.signedIn(token);
    else this.refusal = answer.detail === '' ? words('noServer') : answer.detail;
  }
}

customElements.define('sign-in', SignIn);

/**
 * Opens a page with this tab's token, or asks for one. A token of an earlier visit may have been revoked; without an answer
 * the page opens and says that it is offline.
 */
export async function openWithToken(open: (token: string) => void): Promise<void> {
  const token = kept.get();
  if (token !== undefined) {
    const answer = await knows(token);
    if (answer.ok || answer.status === 0) return open(token);
  }
  const form = new SignIn();
  form.signedIn = (token) => {
    kept.set(token);
    open(token);
  };
  document.body.replaceChildren(form);
}
