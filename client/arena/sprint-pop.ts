// <sprint-pop>: the points of a sprint that was just decided, in large, for a few seconds.
import { html } from 'lit';
import type { Board } from '../../shared/board.ts';
import { LightElement } from '../kit/light-element.ts';
import { words } from '../kit/messages.ts';
import { personName } from '../kit/person-name.ts';
import { elapsedUs } from '../kit/running-time.ts';
import { sprintPlaces, sprintStateText } from '../kit/sprint-words.ts';

/** Three names and their points are read in this time, and the classification is soon back. */
const popUs = 10_000_000;

export interface Pop {
  readonly sprint: string;
  /** How much longer it stays. */
  readonly leftMs: number;
}

/**
 * The sprint that was decided so short a while ago; by the time of the race, so that every screen shows it at once and a
 * late one no longer. The finish has a picture of its own.
 */
export function sprintPop(
  { log, sprints, clock }: Pick<Board, 'log' | 'sprints' | 'clock'>,
  nowUs: number | undefined,
): Pop | undefined {
  const [group = {}] = Object.values(clock);
  const raceUs = elapsedUs(group, nowUs);
  if (raceUs === undefined || group.startUs === undefined || group.stopUs !== undefined) return undefined;
  const rate = group.rate ?? 1;
  for (const { at, says } of Object.values(log)) {
    if (says.code !== 'sprintWon') continue;
    const sprint = String(says.values.sprint);
    const ageUs = (raceUs - (at - group.startUs)) / rate;
    const state = sprints[sprint]?.state;
    const isDecided = state === 'provisional' || state === 'confirmed';
    if (isDecided && ageUs >= 0 && ageUs < popUs) return { sprint, leftMs: (popUs - ageUs) / 1000 };
  }
  return undefined;
}

export class SprintPop extends LightElement {
  static override properties = { board: { attribute: false }, sprint: { attribute: false } };
  declare board: Board;
  declare sprint: string;

  protected override render() {
    const { rows, sprints, laps } = this.board;
    const sprint = sprints[this.sprint];
    if (sprint === undefined) return html``;
    return html`
      <h2><span>${words('sprint', { number: this.sprint })}</span><b>${sprintStateText(sprint, laps.leader)}</b></h2>
      <ol>${sprintPlaces(sprint).map(({ entry, points }) => {
        const row = rows[entry];
        return html`<li><b>${points}</b><span class="nation">${row?.nation ?? row?.club}</span>${personName(row?.name ?? entry)}</li>`;
      })}</ol>`;
  }
}

customElements.define('sprint-pop', SprintPop);
