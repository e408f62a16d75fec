// <sprint-graphic>: who takes the points of a sprint, and how sure that is.
import { html } from 'lit';
import type { Sprint } from '../../shared/board.ts';
import { words } from '../kit/air-words.ts';
import { flag } from '../kit/flag.ts';
import { personName } from '../kit/person-name.ts';
import { featuredSprint, sprintPlaces, sprintStateText } from '../kit/sprint-words.ts';
import { GraphicElement } from './graphic-element.ts';
import { type Known, type Who, type Wish, whoOf } from './known.ts';

/** A dead heat may have more; six win points at a finish. */
const placesMost = 6;

export interface SprintData {
  readonly number: string;
  readonly sprint: Pick<Sprint, 'lap' | 'finish' | 'state' | 'points'>;
  readonly leaderLap: number;
  readonly places: readonly (Who & { readonly entry: string; readonly points: number })[];
}

/** The sprint that is asked for, else the one that matters now. */
export function sprintData({ board }: Known, { sprint: wanted }: Wish): SprintData | undefined {
  const number = wanted ?? featuredSprint(board);
  const sprint = number === undefined ? undefined : board.sprints[number];
  if (number === undefined || sprint === undefined) return undefined;
  const { lap, finish, state, points } = sprint;
  const places = sprintPlaces({ ...sprint, points: [...points] })
    .slice(0, placesMost)
    .map(({ entry, points }) => ({ entry, points, ...whoOf(board.rows[entry] ?? { name: entry }) }));
  return {
    number,
    sprint: { lap, ...(finish === true && { finish }), state, points },
    leaderLap: board.laps.leader,
    places,
  };
}

export class SprintGraphic extends GraphicElement<SprintData> {
  protected override picture(data: SprintData) {
    const { sprint, places, number } = data;
    const free = sprint.points.slice(places.length, placesMost);
    const state = sprintStateText({ ...sprint, points: [...sprint.points], order: [] }, data.leaderLap);
    return html`<header><b>${sprint.finish === true ? words('finishSprint') : words('sprint', { number })}</b><span>${words('lap', { lap: sprint.lap })}</span><i class=${sprint.state}>${state}</i></header>
      <ol class=${sprint.state}>${places.map((place) => html`<li data-entry=${place.entry}><b>${place.points}</b>${flag(place.nation)}${personName(place.name)}</li>`)}
      ${free.map((points) => html`<li class="free"><b>${points}</b></li>`)}</ol>`;
  }
}

customElements.define('sprint-graphic', SprintGraphic);
