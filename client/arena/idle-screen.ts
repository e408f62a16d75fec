// <idle-screen>: nothing is on: the meet, what comes next and the programme around it.
import { html, nothing } from 'lit';
import type { MeetState } from '../../shared/meet-state.ts';
import { timeOfDay } from '../kit/dates.ts';
import { LightElement } from '../kit/light-element.ts';
import { words } from '../kit/messages.ts';

/** So many races of the programme fit beside the meet's name and can still be read. */
const racesShown = 9;

type ProgrammeRace = MeetState['races'][string];

/** The races around the next one: a few that were, then what comes. */
export function programmeAround(races: MeetState['races'], next: string | undefined): [string, ProgrammeRace][] {
  const all = Object.entries(races).sort(([, a], [, b]) => a.order - b.order);
  const at = all.findIndex(([id]) => id === next);
  const from = Math.max(0, Math.min(at === -1 ? 0 : at - 2, all.length - racesShown));
  return all.slice(from, from + racesShown);
}

function programmeLine([id, race]: [string, ProgrammeRace], state: MeetState) {
  const when = race.scheduledAt === undefined ? '' : timeOfDay(race.scheduledAt);
  const event = state.events[race.event]?.name ?? '';
  const said = race.status === 'scheduled' ? '' : words(race.status);
  return html`<li class=${id === state.now.next ? 'next' : race.status}>
    <span class="when">${when}</span><span class="what"><b dir="auto">${event}</b><span dir="auto">${race.name}</span></span><span class="said">${said}</span>
  </li>`;
}

export class IdleScreen extends LightElement {
  static override properties = { meet: { attribute: false }, wanted: { attribute: false } };
  declare meet: MeetState | undefined;
  /** The race this screen was asked to show and that does not exist. */
  declare wanted: string | undefined;

  protected override render() {
    const state = this.meet;
    const next = state?.now.next === undefined ? undefined : state.races[state.now.next];
    return html`
      <section class="title">
        <p class="label" dir="auto">${state?.meet.venue ?? 'Splitcast'}</p>
        <h1 dir="auto">${state?.meet.name ?? words(this.wanted === undefined ? 'waitingForMeet' : 'waitingForRace')}</h1>
        ${this.wanted === undefined ? nothing : html`<p class="wanted">${this.wanted}</p>`}
        ${next === undefined || state === undefined ? nothing : this.#next(next, state)}
      </section>
      ${state === undefined ? nothing : html`<section class="programme"><h2 class="label">${words('programme')}</h2><ol>${programmeAround(state.races, state.now.next).map((line) => programmeLine(line, state))}</ol></section>`}`;
  }

  #next(race: ProgrammeRace, state: MeetState) {
    return html`<div class="coming">
      <p class="label">${words('next')}</p>
      <p class="event" dir="auto">${state.events[race.event]?.name}</p>
      <p class="race" dir="auto">${race.name}</p>
      ${race.scheduledAt === undefined ? nothing : html`<p class="when">${timeOfDay(race.scheduledAt)}</p>`}
    </div>`;
  }
}

customElements.define('idle-screen', IdleScreen);
