// The state of a race in words, and what must not be overlooked about it.
import { html, nothing } from 'lit';
import type { Board } from '../../shared/board.ts';
import { words } from './messages.ts';

type Race = Board['race'];

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

/** Which attempt it is where it is not the first. */
function attemptText({ attempt }: Race): string | undefined {
  return attempt > 1 ? words('attempt', { attempt }) : undefined;
}

/** Whom facts that came after the signature would change, or undefined where they change nothing. */
export function pendingText({ race, rows }: Pick<Board, 'race' | 'rows'>): string | undefined {
  const entries = Object.keys(race.revision?.pending ?? {});
  const names = entries.map((entry) => rows[entry]?.name ?? entry).sort();
  return names.length === 0 ? undefined : words('pending', { names: names.join(', ') });
}

/** The line of a race's state: the alert where there is one, with the attempt that follows it. */
export function statusLine(board: Pick<Board, 'race' | 'rows'>) {
  const { race } = board;
  const alert = alertText(race);
  const attempt = attemptText(race);
  if (alert !== undefined) {
    return html`<p class="status alert"><b>${alert}</b>${attempt === undefined ? nothing : html`<span>${attempt}</span>`}</p>`;
  }
  // That a race runs is seen; that it is the second time is not.
  const text = race.status === 'running' ? attempt : statusText(race);
  const pending = pendingText(board);
  return html`${text === undefined ? nothing : html`<p class="status ${race.status}">${text}</p>`}
    ${pending === undefined ? nothing : html`<p class="status pending">${pending}</p>`}`;
}
