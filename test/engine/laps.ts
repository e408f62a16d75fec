// A mass start lap by lap, for tests of what its log tells: by lap, who is how far behind the first.
import type { Moment } from '../../shared/board.ts';
import { gunUs, massStartMeet, Script, seconds } from './script.ts';

export const at = (time: number): number => gunUs + seconds(time);

export const log = (script: Script, race?: string): Record<string, Moment> => script.board(race).log;

export const told = (script: Script, code: string, race?: string): [string, Moment][] =>
  Object.entries(log(script, race)).filter(([, { says }]) => says.code === code);

/** Six skaters over laps of 30 s; seconds behind the first of each lap, in order of the entries. */
export function raced(laps: readonly (readonly number[])[], rules: Record<string, unknown> = {}): Script {
  const script = new Script(massStartMeet({ skaters: 6, rules: { laps: 8, sprints: [], ...rules } }));
  script.start();
  for (const [index, behind] of laps.entries()) {
    for (const [i, us] of behind.entries()) script.cross(`e${i + 1}`, 30 * (index + 1) + us);
  }
  return script;
}

/** All together. */
export const bunch: readonly number[] = [0, 0.2, 0.4, 0.6, 0.8, 1];
