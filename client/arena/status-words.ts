// The state of a race in words, and what must not be overlooked about it. Pure.
import type { Board } from '../../shared/board.ts';
import { words } from '../kit/messages.ts';

type Race = Board['race'];

/** Hours and minutes where the screen hangs, which is at the rink. */
export function timeOfDay(instantUs: number): string {
  return new Date(instantUs / 1000).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** Where the race stands: start time, running, provisional or official with its revision. */
export function statusText(race: Race): string {
  if (race.status === 'scheduled' && race.scheduledAt !== undefined) {
    return words('startAt', { time: timeOfDay(race.scheduledAt) });
  }
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
  if (race.cleared === undefined || (race.status !== 'armed' && race.status !== 'scheduled')) return undefined;
  return `${words(clearedLabels[race.cleared])} · ${words('restart', { attempt: race.attempt })}`;
}
