import { describe, expect, it } from 'vitest';
import { meetSchema } from '../../../shared/meet.ts';
import { massStartMeet, Script } from '../script.ts';
import { selectionOf } from './trials.ts';

const slots = [1, 2].map((place) => ({ event: 'ms', place }));

function race(): Script {
  const meet = massStartMeet({ rules: { laps: 3, sprints: [{ lap: 2 }] } });
  return new Script(
    meetSchema.parse({ ...meet, selections: [{ id: 's', name: 'S', kind: 'matrix', quota: 2, slots }] }),
  );
}

const slotsOf = (script: Script) =>
  Object.values(selectionOf(script, 's').slots ?? {}).map(({ state, athleteName }) => [state, athleteName]);
const forecasts = (script: Script) =>
  Object.values(selectionOf(script, 's').candidates).map(({ name, forecast }) => [name, forecast?.state]);

describe('places of a mass start', () => {
  it('[Q4] are open before the gun, provisional in the race, and certain for nobody before its end', () => {
    const script = race();
    expect(slotsOf(script)).toEqual([
      ['open', undefined],
      ['open', undefined],
    ]);
    script.start('r1');
    const lap = (n: number) => {
      for (const [i, entry] of ['e1', 'e2', 'e3', 'e4'].entries()) script.cross(entry, 30 * n + i / 5);
    };
    lap(1);
    expect(slotsOf(script)).toEqual([
      ['provisional', 'Skater 1'],
      ['provisional', 'Skater 2'],
    ]);
    expect(forecasts(script).map(([, state]) => state)).toEqual(['open', 'open', 'open', 'open']);
    lap(2);
    lap(3);
    expect(forecasts(script)).toEqual([
      ['Skater 1', 'in'],
      ['Skater 2', 'in'],
      ['Skater 3', 'out'],
      ['Skater 4', 'out'],
    ]);
    script.say({ kind: 'official', race: 'r1', signer: 'R' });
    expect(slotsOf(script)).toEqual([
      ['filled', 'Skater 1'],
      ['filled', 'Skater 2'],
    ]);
  });
});
