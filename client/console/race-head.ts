// <race-head>: which race this is, where it stands, its clock and its laps; and the list to choose another one.
import { html, nothing } from 'lit';
import type { Board } from '../../shared/board.ts';
import type { MeetState } from '../../shared/meet-state.ts';
import { LightElement } from '../kit/light-element.ts';
import { words } from '../kit/messages.ts';
import type { Source } from '../kit/source.ts';
import { say, statusWord } from './console-words.ts';

import '../kit/race-clock.ts';
import '../kit/connection-badge.ts';

export class RaceHead extends LightElement {
  static override properties = {
    board: { attribute: false },
    meet: { attribute: false },
    live: { attribute: false },
    follows: { attribute: false },
  };
  declare board: Board | undefined;
  declare meet: MeetState | undefined;
  declare live: Source;
  /** Whatever is on the ice, or this race whatever is on. */
  declare follows: boolean;
  run: (line: string) => void = () => {};
  leave: () => void = () => {};

  protected override render() {
    const { board } = this;
    return html`
      ${board === undefined ? html`<p class="title">${words('waitingForRace')}</p>` : this.#race(board)}
      ${this.#races()}
      <connection-badge .live=${this.live}></connection-badge>
      <button tabindex="-1" @click=${() => this.leave()}>${say('signOut')}</button>`;
  }

  #race({ race, clock, laps }: Board) {
    const { status, attempt, revision } = race;
    return html`<p class="title"><b dir="auto">${race.eventName}</b> <span dir="auto">${race.name}</span></p>
      <p class="status ${status}">${statusWord(status)}${revision === undefined ? nothing : html` · ${words('revision', { number: revision.number })}`}${attempt > 1 ? html` · ${words('attempt', { attempt })}` : nothing}</p>
      ${Object.values(clock).map((group) => html`<race-clock .time=${this.live.clock} .clock=${group} .digits=${race.digits}></race-clock>`)}
      <p class="laps"><b>${laps.leader}</b> / ${laps.total}${laps.bell === true ? html` <em>${say('bell')}</em>` : nothing}</p>`;
  }

  #races() {
    const races = Object.entries(this.meet?.races ?? {}).sort(([, a], [, b]) => a.order - b.order);
    const here = this.follows ? 'auto' : this.board?.race.id;
    const choose = ({ target }: Event) => this.run(`go ${(target as HTMLSelectElement).value}`);
    return html`<select aria-label=${say('race')} @change=${choose}>
      <option value="auto" ?selected=${here === 'auto'}>${say('followIce')}</option>
      ${races.map(
        ([id, { name, number, order, status, event }]) =>
          html`<option value=${id} ?selected=${id === here}>${number ?? order} · ${this.meet?.events[event]?.name ?? ''} · ${name} · ${statusWord(status)}</option>`,
      )}
    </select>`;
  }
}

customElements.define('race-head', RaceHead);
