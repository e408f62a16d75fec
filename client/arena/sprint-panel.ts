// <sprint-panel>: the sprints of a mass start on one line, and the one that matters now with who takes its points.
import { html, nothing } from 'lit';
import type { Board, Sprint } from '../../shared/board.ts';
import { LightElement } from '../kit/light-element.ts';
import { words } from '../kit/messages.ts';
import { personName } from '../kit/person-name.ts';
import { featuredSprint, sprintKeys, sprintName, sprintPlaces, sprintStateText } from '../kit/sprint-words.ts';

/** More than three names would be too small to read; the finish's six are in the classification. */
const placesShown = 3;

export class SprintPanel extends LightElement {
  static override properties = { board: { attribute: false } };
  declare board: Board;

  protected override render() {
    const { sprints } = this.board;
    const keys = sprintKeys(sprints);
    const shown = featuredSprint(this.board);
    if (shown === undefined) return nothing;
    return html`
      <ol class="steps">
        ${keys.map((n) => html`<li class=${`${sprints[n]?.state} ${n === shown ? 'shown' : ''}`}><b>${sprintName(sprints, n)}</b><span>${sprints[n]?.lap}</span></li>`)}
      </ol>
      ${this.#featured(shown, sprints[shown])}`;
  }

  #featured(n: string, sprint: Sprint | undefined) {
    if (sprint === undefined) return nothing;
    const name = sprint.finish === true ? words('finishSprint') : words('sprint', { number: n });
    const places = sprintPlaces(sprint).slice(0, placesShown);
    const empty = sprint.points.slice(0, placesShown - places.length > 0 ? placesShown : 0).slice(places.length);
    return html`
      <h3 class=${sprint.state}><span>${name}</span><b>${sprintStateText(sprint, this.board.laps.leader)}</b></h3>
      <ol class="places ${sprint.state}">
        ${places.map(({ entry, points }) => {
          const row = this.board.rows[entry];
          return html`<li><b>${points}</b><span class="nation">${row?.nation}</span>${personName(row?.name ?? entry)}</li>`;
        })}
        ${empty.map((points) => html`<li class="free"><b>${points}</b></li>`)}
      </ol>`;
  }
}

customElements.define('sprint-panel', SprintPanel);
