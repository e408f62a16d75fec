// <output-list>: which browsers show which output, and how far behind they are. One that is away while something is on its air
// is an alarm: its viewers are never told.
import { html } from 'lit';
import type { OutputsState } from '../../shared/aired.ts';
import { words } from '../kit/air-words.ts';
import { LightElement } from '../kit/light-element.ts';
import type { TimeSource } from '../kit/race-clock.ts';

/** What is said is at most a second old; less behind than that is not behind. */
const behindFromUs = 1_500_000;

type Output = OutputsState['outputs'][string];

/** By how much its slowest topic is behind; who has just come has not said yet what it shows. */
function behindMs({ shows }: Output): number {
  const said = Object.values(shows).filter(({ version }) => version !== undefined);
  const most = Math.max(0, ...said.map(({ behindUs = 0 }) => behindUs));
  return most < behindFromUs ? 0 : Math.round(most / 1000);
}

export class OutputList extends LightElement {
  static override properties = { state: { attribute: false }, mine: { attribute: false } };
  declare state: OutputsState | undefined;
  /** The output this rundown takes on: listed also where nobody shows it. */
  declare mine: string;
  time: TimeSource = { nowUs: () => undefined };

  protected override render() {
    const none: Output = { graphics: [], connected: 0, shows: {} };
    const outputs = { [this.mine]: none, ...this.state?.outputs };
    return html`<h2>${words('outputs')}</h2><ul>${Object.entries(outputs).map(([name, output]) => {
      const behind = behindMs(output);
      const isAway = output.connected === 0 && (name === this.mine || output.graphics.length > 0);
      return html`<li class=${isAway || behind > 0 ? 'alarm' : ''}><b>${name}</b> <span>${this.#connected(output)}</span><small>${output.graphics.map((graphic) => words(`graphic.${graphic}`)).join(', ')}</small>${behind > 0 ? html` <span>${words('behindMs', { ms: behind })}</span>` : ''}</li>`;
    })}</ul>`;
  }

  #connected({ connected, seenUs }: Output): string {
    if (connected === 1) return words('oneBrowser');
    if (connected > 1) return words('browsers', { count: connected });
    const nowUs = this.time.nowUs();
    if (seenUs === undefined || nowUs === undefined) return words('noBrowser');
    return `${words('noBrowser')}, ${words('lastSeen', { seconds: Math.round((nowUs - seenUs) / 1_000_000) })}`;
  }
}

customElements.define('output-list', OutputList);
