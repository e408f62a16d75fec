import { describe, expect, it } from 'vitest';
import type { Forecast } from '../../../shared/board.ts';
import { meetSchema } from '../../../shared/meet.ts';
import { Script, seconds, shortTrackMeet } from '../script.ts';

/** Two heats of three over a course of one lap: one goes on by place, the faster of the seconds by time. */
function heats(): Script {
  const meet = shortTrackMeet(500, { skaters: 3 });
  const [race] = meet.races;
  const [event] = meet.events;
  const rounds = [{ id: 'heats', advance: [{ places: 1 }], fastest: { count: 1, place: 2 } }, { id: 'final' }];
  const other = race?.entries.map((entry, i) => ({ ...entry, id: `f${i + 1}`, transponders: [`F${i + 1}`] }));
  return new Script(
    meetSchema.parse({
      ...meet,
      events: [{ ...event, rounds, distance: 111.12 }],
      races: [
        { ...race, round: 'heats' },
        { ...race, id: 'r2', name: 'Heat 2', round: 'heats', entries: other },
      ],
    }),
  );
}

function ride(script: Script, race: string, gun: number, times: Readonly<Record<string, number>>): void {
  script.start(race, gun);
  for (const [entry, time] of Object.entries(times)) script.cross(entry, gun + time, { race });
}

const of = (script: Script, race: string, entry: string): Forecast | undefined => script.row(entry, race).forecast;

describe('a heat of short track', () => {
  it('[N6] is open until the end by place, and by time while a heat is to come', () => {
    const script = heats();
    script.start('r1');
    const open = { stake: 'qualify', state: 'open', needs: [{ code: 'finishPlace', values: { place: 1 } }] };
    expect(of(script, 'r1', 'e1')).toEqual({ ...open, also: { fastest: { state: 'open' } } });
    expect(script.board('r1').cut).toEqual([{ code: 'safeFrom', values: { place: 1 } }]);
    for (const [entry, time] of [
      ['e2', 10],
      ['e1', 10.2],
    ] as const)
      script.cross(entry, time);
    expect(of(script, 'r1', 'e2')).toEqual({ stake: 'qualify', state: 'in' });
    expect(of(script, 'r1', 'e1')).toMatchObject({ state: 'open', also: { fastest: { state: 'open' } } });
    script.cross('e3', 10.5);
    expect(of(script, 'r1', 'e1')).toEqual({ stake: 'qualify', state: 'open', also: { fastest: { state: 'open' } } });
    expect(of(script, 'r1', 'e3')).toEqual({ stake: 'qualify', state: 'out', also: { fastest: { state: 'out' } } });
  });

  it('[N6] those still to skate hear the time to beat, and the last heat decides', () => {
    const script = heats();
    ride(script, 'r1', 0, { e2: 10, e1: 10.2, e3: 10.5 });
    script.start('r2', 600);
    const needs = [{ code: 'time', values: { timeUs: seconds(10.2) } }];
    expect(of(script, 'r2', 'f1')?.also).toEqual({ fastest: { state: 'open', needs } });
    for (const [entry, time] of [
      ['f1', 10],
      ['f2', 10.1],
      ['f3', 10.3],
    ] as const)
      script.cross(entry, 600 + time, { race: 'r2' });
    expect(of(script, 'r2', 'f2')).toEqual({ stake: 'qualify', state: 'in', also: { fastest: { state: 'in' } } });
    expect(of(script, 'r1', 'e1')).toEqual({ stake: 'qualify', state: 'out', also: { fastest: { state: 'out' } } });
  });

  it('[N6] who is ruled out goes on in no way', () => {
    const script = heats();
    script.start('r1');
    script.say({ kind: 'ruling', race: 'r1', entry: 'e1', status: 'PEN' });
    expect(of(script, 'r1', 'e1')).toEqual({ stake: 'qualify', state: 'out', also: { fastest: { state: 'out' } } });
  });
});
