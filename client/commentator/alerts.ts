// What must not be missed while eyes are elsewhere: what is new between two boards of one race. Pure.
import type { Board } from '../../shared/board.ts';
import { words } from '../kit/desk-words.ts';
import { momentText } from '../kit/who.ts';

export interface Alert {
  readonly id: string;
  readonly kind: 'attack' | 'lead' | 'record' | 'overdue';
  readonly text: string;
}

const kinds: Readonly<Record<string, Alert['kind']>> = {
  attack: 'attack',
  joined: 'attack',
  leader: 'lead',
  newBest: 'lead',
  record: 'record',
  ownBest: 'record',
};

/** Alerts that `after` has and `before` had not; none between two races or attempts, for then everything is new. */
export function alertsBetween(before: Board | undefined, after: Board): Alert[] {
  if (before?.race.id !== after.race.id || before.race.attempt !== after.race.attempt) return [];
  const moments = Object.entries(after.log)
    .filter(([id]) => before.log[id] === undefined)
    .sort(([, a], [, b]) => a.at - b.at)
    .flatMap(([id, moment]): Alert[] => {
      const kind = Object.hasOwn(kinds, moment.says.code) ? kinds[moment.says.code] : undefined;
      const text = kind && momentText(moment, after);
      return kind === undefined || text === undefined ? [] : [{ id, kind, text }];
    });
  const overdue = Object.entries(after.rows)
    .filter(([entry, { flags }]) => flags.overdue === true && before.rows[entry]?.flags.overdue !== true)
    .map(
      ([entry, { name, laps }]): Alert => ({
        id: `overdue ${entry} ${laps}`,
        kind: 'overdue',
        text: words('overdueNow', { name }),
      }),
    );
  return [...moments, ...overdue];
}
