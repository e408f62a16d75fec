// <race-head>: the line across the top: what is on, laps to go, the clock, the bib that is being typed, sound and keys.
import { html, nothing } from 'lit';
import type { Board } from '../../shared/board.ts';
import { words } from '../kit/desk-words.ts';
import { LightElement } from '../kit/light-element.ts';
import { gunOfOver } from '../kit/moment-links.ts';
import { footTexts } from '../kit/sheet-foot.ts';
import type { Source } from '../kit/source.ts';
import { featuredSprint, sprintName, sprintStateText } from '../kit/sprint-words.ts';
import { statusLine } from '../kit/status-words.ts';

import '../kit/race-clock.ts';

export class RaceHead extends LightElement {
  static override properties = {
    board: { attribute: false },
    live: { attribute: false },
    typed: { attribute: false },
    found: { attribute: false },
    sound: { attribute: false },
  };
  declare board: Board;
  declare live: Source;
  declare typed: string;
  /** Whom the bib that is being typed may mean. */
  declare found: string;
  declare sound: boolean;

  protected override render() {
    const { race, clock, laps } = this.board;
    const groups = Object.entries(clock).sort(([a], [b]) => (a < b ? -1 : 1));
    return html`<header>
      <div class="title"><h1 dir="auto">${race.eventName}</h1><p dir="auto">${race.name} <span>${race.meetName}</span></p></div>
      ${statusLine(this.board)}
      <p class="foot">${footTexts(this.board).join(' · ')}</p>
      ${this.#sprint()}
      ${laps.total === 0 ? nothing : this.#laps()}
      ${groups.map(([, group]) => html`<race-clock .time=${this.live.clock} .clock=${group} .digits=${race.digits}></race-clock>`)}
      ${this.live.isPast === true || race.status === 'scheduled' ? nothing : html`<moment-links keys .time=${this.live.clock} .race=${race.id} .startUs=${gunOfOver(this.board)}></moment-links>`}
      <p class="tools">${this.typed === '' ? html`<span>${words(this.sound ? 'soundOn' : 'soundOff')}</span><span>${words('keysHint')}</span>` : html`<b class="typed" role="status">${words('typedBib', { bib: this.typed })}</b><span dir="auto">${this.found === '' ? words('nobodyFound') : this.found}</span>`}</p>
    </header>`;
  }

  #laps() {
    const { laps } = this.board;
    if (laps.toGo === 0 && laps.leader > 0) return html`<p class="laps"><b>${words('finish')}</b></p>`;
    const last = laps.bell === true || laps.toGo === 1;
    return html`<p class=${`laps ${last ? 'last' : ''}`}><b>${laps.toGo}</b> <span>${words(last ? 'lastLap' : 'lapsToGo')}</span></p>`;
  }

  #sprint() {
    const { board } = this;
    const n = featuredSprint(board);
    const sprint = n === undefined ? undefined : board.sprints[n];
    if (n === undefined || sprint === undefined || board.race.status !== 'running') return nothing;
    return html`<p class=${`sprint ${sprint.state}`}><b>${sprintName(board.sprints, n)}</b> <span>${sprintStateText(sprint, board.laps.leader)}</span></p>`;
  }
}

customElements.define('race-head', RaceHead);
