// <sprint-orders>: each sprint with how sure it is and its order by bibs, to be read against a photo before one is typed.
import { html, nothing } from 'lit';
import type { Board, Sprint } from '../../shared/board.ts';
import { LightElement } from '../kit/light-element.ts';
import { sprintKeys, sprintName, sprintStateText } from '../kit/sprint-words.ts';

export class SprintOrders extends LightElement {
  static override properties = { board: { attribute: false } };
  declare board: Board;

  protected override render() {
    const { sprints } = this.board;
    const keys = sprintKeys(sprints);
    return keys.length === 0 ? nothing : html`<ol>${keys.map((n) => this.#line(n, sprints[n]))}</ol>`;
  }

  #line(n: string, sprint: Sprint | undefined) {
    if (sprint === undefined) return nothing;
    const { rows, laps, sprints } = this.board;
    const bib = (entry: string) => rows[entry]?.bib ?? rows[entry]?.name ?? entry;
    // As it would be typed.
    const order = sprint.order.map((tied) => tied.map(bib).join(' ='));
    return html`<li class=${sprint.state}>
      <b>${sprintName(sprints, n)}</b><em>${sprintStateText(sprint, laps.leader)}</em><span>${order.join(' ')}</span>
    </li>`;
  }
}

customElements.define('sprint-orders', SprintOrders);
