// What a server that starts makes of its journal: all that is old in one go, and the last two minutes step by step, so
// that delayed boards can show them. Knows no boards.
import { maxDelayMs } from '../shared/protocol.ts';
import { type Commit, commitsOf } from './journal/commits.ts';
import type { Journal } from './journal/journal.ts';

/**
 * Steps made of the last two minutes at most: four a second, about 0.2 s of a restart. Where there were more commits,
 * those of a quarter of a second are one step, at the time of its last: a delayed board is then that much later, never
 * early, and only for what happened before the restart.
 */
export const mostSteps = 480;
/**
 * A race of 24 brings some 30 readings a second at its busiest, which is under this with all steps. What brings more is
 * an import: it is made in fewer steps, so that a restart after it does not compute it hundreds of times over.
 */
export const mostFactsTimesSteps = 2_000_000;

/** `nowUs` is when the server starts. The first holds all that is old, and may be empty. */
export function pastOf(journal: Pick<Journal, 'read'>, nowUs: number): readonly Commit[] {
  const fromUs = nowUs - maxDelayMs * 1000;
  const all = [...journal.read()].flat();
  const found = all.findIndex(({ acceptedUs }) => acceptedUs > fromUs);
  const old = found === -1 ? all : all.slice(0, found);
  const recent = found === -1 ? [] : [...commitsOf([all.slice(found)])];
  return [{ atUs: old.at(-1)?.acceptedUs ?? fromUs, records: old }, ...fewOf(recent, all.length - old.length)];
}

function fewOf(commits: readonly Commit[], facts: number): readonly Commit[] {
  const most = Math.max(1, Math.min(mostSteps, Math.floor(mostFactsTimesSteps / facts)));
  if (commits.length <= most) return commits;
  const stepUs = (maxDelayMs * 1000) / most;
  const steps: Commit[] = [];
  for (const { atUs, records } of commits) {
    const last = steps.at(-1);
    if (last === undefined || Math.floor(last.atUs / stepUs) !== Math.floor(atUs / stepUs)) {
      steps.push({ atUs, records });
    } else {
      steps[steps.length - 1] = { atUs, records: last.records.concat(records) };
    }
  }
  return steps;
}
