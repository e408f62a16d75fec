// The state of a race in words, and what must not be overlooked about it.
import { html, nothing } from 'lit';
import type { Board } from '../../shared/board.ts';
import { words } from '../kit/messages.ts';

type Race = Board['race'];

/** Hours and minutes where the screen hangs, which is at the rink. */
export function timeOfDay(instantUs: number): string {
  return new Date(instantUs / 1000).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** Where the race stands: called up, running, provisional or official with its revision. */
export function statusText(race: Race): string {
  if (race.status === 'official' && race.revision !== undefined) {
    return `${words('official')} · ${words('revision', { number: race.revision.number })}`;
  }
  return words(race.status);
}

const clearedLabels = {
  falseStart: 'falseStartCleared',
  fall: 'fallCleared',
  stopped: 'stoppedCleared',
  test: 'testCleared',
} as const;

/** What the hall has to be told at once, or undefined: a race that was called back and is not running again. */
export function alertText(race: Race): string | undefined {
  if (race.status === 'stopped' || race.status === 'cancelled') return words(race.status);
  const waits = race.status === 'armed' || race.status === 'scheduled';
  return race.cleared === undefined || !waits ? undefined : words(clearedLabels[race.cleared]);
}

/** The line of a race's state: the alert where there is one, with the attempt that follows it. */
export function statusLine(race: Race) {
  const alert = alertText(race);
  if (alert === undefined) return html`<p class="status ${race.status}">${statusText(race)}</p>`;
  const attempt = race.attempt > 1 ? html`<span>${words('restart', { attempt: race.attempt })}</span>` : nothing;
  return html`<p class="status alert"><b>${alert}</b>${attempt}</p>`;
}
