// <decisions-list>: who decided what when, newest first; a click takes it back, or announces what is held.
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Board } from '../../shared/board.ts';
import type { ConsoleDecision, ConsoleState } from '../../shared/console-state.ts';
import type { MeetState } from '../../shared/meet-state.ts';
import { language } from '../kit/language.ts';
import { LightElement } from '../kit/light-element.ts';
import { say } from './console-words.ts';
import { decisionText } from './decision-words.ts';

/** What is looked through by eye. */
const mostShown = 100;

function timeOfDay(us: number): string {
  return new Date(us / 1000).toLocaleTimeString(language());
}

export class DecisionsList extends LightElement {
  static override properties = {
    console: { attribute: false },
    board: { attribute: false },
    meet: { attribute: false },
    athletes: { attribute: false },
  };
  declare console: ConsoleState;
  declare board: Board;
  declare meet: MeetState | undefined;
  declare athletes: ReadonlyMap<string, string>;
  /** Runs a command line. */
  run: (line: string) => void = () => {};

  protected override render() {
    const decisions = Object.entries(this.console.decisions)
      .sort(([, a], [, b]) => b.seq - a.seq)
      .slice(0, mostShown);
    return html`<h2>${say('decisionsTitle')}</h2>
      <ol tabindex="0">
        ${decisions.length === 0 ? html`<li class="none">${say('noDecisions')}</li>` : nothing}
        ${repeat(
          decisions,
          ([id]) => id,
          ([id, decision]) => this.#line(id, decision),
        )}
      </ol>`;
  }

  #line(id: string, { seq, at, by, fact, retracted, held }: ConsoleDecision) {
    const isTurn = fact.kind === 'retract' || fact.kind === 'restore';
    const gone = retracted === true;
    const text = decisionText(fact, this);
    return html`<li class=${gone ? 'gone' : held === true ? 'held' : ''} data-id=${id}>
      <span class="seq">#${seq}</span><span class="when">${timeOfDay(at)}</span><span class="by" dir="auto">${by}</span>
      <span class="what" dir="auto" title=${text}>${text}</span>
      ${held === true && !gone ? html`<em>${say('held')}</em>` : nothing}
      ${
        isTurn
          ? nothing
          : html`<button tabindex="-1" @click=${() => this.run(`${gone ? 'back' : 'drop'} #${seq}`)}>${say(gone ? 'back' : 'undo')}</button>`
      }
    </li>`;
  }
}

customElements.define('decisions-list', DecisionsList);
