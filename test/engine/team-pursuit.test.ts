import { describe, expect, it } from 'vitest';
import type { Board } from '../../shared/board.ts';
import { type Meet, meetSchema } from '../../shared/meet.ts';
import { Script, seconds } from './script.ts';

const lines = [
  { id: 'finish', atMetres: 0 },
  { id: 'back', atMetres: 200 },
];

function team(id: string, lane: string) {
  const members = ['a', 'b', 'c'].map((member) => ({
    id: member,
    name: `${id} ${member}`,
    transponders: [`${id}${member}1`, `${id}${member}2`],
  }));
  return { id, name: `Team ${id}`, lane, members };
}

function pursuitMeet(distance = 800): Meet {
  return meetSchema.parse({
    id: 'm1',
    name: 'A meet',
    venue: 'A hall',
    dates: { from: '2026-11-20', to: '2026-11-22' },
    timeZone: 'Europe/Amsterdam',
    events: [
      { id: 'tp', name: 'Team Pursuit', kind: 'teamPursuit', distance, track: { lapMetres: 400, loops: lines } },
    ],
    races: [{ id: 'r1', event: 'tp', name: 'Heat 1', entries: [team('X', 'inner'), team('Y', 'outer')] }],
  });
}

/** Every skater of a team passes its lines every half lap, `behind` seconds after each other. */
function skate(script: Script, name: string, first: 'finish' | 'back', half: number, skaters = ['a', 'b', 'c']): void {
  for (let point = 1; point <= 4; point += 1) {
    const other = first === 'finish' ? 'back' : 'finish';
    for (const [index, member] of skaters.entries()) {
      script.cross(name, 4 + point * half + index * 0.3, {
        entry: undefined,
        transponder: `${name}${member}1`,
        loop: point % 2 === 1 ? first : other,
      });
    }
  }
}

function times(board: Board, entry: string): (number | undefined)[] {
  return ['200', '400', '600', '800'].map((point) => board.rows[entry]?.splits[point]?.timeUs);
}

describe('team pursuit', () => {
  it('[L9] the team has passed a point when its third skater has, whichever line that is', () => {
    const script = new Script(pursuitMeet());
    script.start();
    skate(script, 'X', 'back', 14);
    skate(script, 'Y', 'finish', 15);
    const board = script.board();
    expect(times(board, 'X')).toEqual([18.6, 32.6, 46.6, 60.6].map(seconds));
    expect(times(board, 'Y')).toEqual([19.6, 34.6, 49.6, 64.6].map(seconds));
    expect(board.race.status).toBe('finished');
    expect(script.event('tp').standings['r1:X']).toMatchObject({ rank: 1, timeUs: seconds(60.6) });
  });

  it('[L9] with fewer than three skaters over the line a team has not finished', () => {
    const script = new Script(pursuitMeet());
    script.start();
    skate(script, 'X', 'back', 14, ['a', 'b']);
    const board = script.board();
    expect(board.rows.X?.flags.finished).toBeUndefined();
    expect(board.rows.X?.timeUs).toBeUndefined();
  });

  it('[L9] a reading of the team as such is its crossing', () => {
    const script = new Script(pursuitMeet());
    script.start();
    for (const [index, time] of [18.6, 32.6, 46.6, 60.6].entries()) {
      script.cross('X', time, { loop: index % 2 === 0 ? 'back' : 'finish' });
    }
    expect(times(script.board(), 'X')).toEqual([18.6, 32.6, 46.6, 60.6].map(seconds));
  });

  it('[L9] its skaters stand on the row, by their own names or their athletes’, also as changed on the day', () => {
    const script = new Script(pursuitMeet());
    expect(script.row('X').members).toMatchObject({ a: { order: 1, name: 'X a' }, c: { order: 3, name: 'X c' } });
    script.say({ kind: 'entry', race: 'r1', entry: 'X', members: [{ id: 'd', name: 'X d' }, { id: 'e' }] });
    expect(script.row('X').members).toEqual({ d: { order: 1, name: 'X d' }, e: { order: 2, name: 'e' } });
  });

  it('[L2] [L9] splits come every 200 m, with the half lap between them', () => {
    const script = new Script(pursuitMeet());
    script.start();
    skate(script, 'X', 'back', 14.123456);
    const { course, rows } = script.board();
    expect(Object.values(course).map(({ metres }) => metres)).toEqual([200, 400, 600, 800]);
    expect(rows.X?.splits['400']?.lapUs).toBe(seconds(14.12));
  });
});
