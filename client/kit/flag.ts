// A nation's flag. The files are ours, named by the IOC's code; who skates without a flag has a plain field (D2).
import { html, nothing, type TemplateResult } from 'lit';

/** A flag nobody has drawn leaves no broken picture. */
const hide = ({ target }: Event) => (target as HTMLElement).remove();

/** The flag beside a name, which says the nation itself: for the eye alone. */
export function flag(nation: string | undefined): TemplateResult | typeof nothing {
  if (nation === undefined) return nothing;
  return html`<img class="flag" src=${`/flags/${nation}.svg`} alt="" width="3" height="2" @error=${hide} />`;
}
