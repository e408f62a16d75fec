import { describe, expect, it } from 'vitest';
import { AlarmSound, againS } from '../../../client/console/alarm-sound.ts';

describe('the sound of alarms', () => {
  const silent = { kind: 'silent', source: 'decoder', silentUs: 1 } as const;
  const overdue = { kind: 'overdue', entry: 'e5' } as const;
  const heardIn = (sound: AlarmSound, seconds: number, ...alarms: Parameters<AlarmSound['look']>[0]) => {
    let heard = 0;
    for (let i = 0; i < seconds; i += 1) {
      sound.tick();
      if (sound.look(alarms, true)) heard += 1;
    }
    return heard;
  };

  it('[K30] each is heard once, and while nothing is read again and again', () => {
    expect(heardIn(new AlarmSound(), 3 * againS, overdue)).toBe(1);
    expect(heardIn(new AlarmSound(), 3 * againS, silent)).toBe(3);
  });

  it('[K30] one that is silenced is heard no more until it has ended, another one is', () => {
    const sound = new AlarmSound();
    heardIn(sound, 1, silent);
    sound.silence([silent]);
    expect(sound.isQuiet(silent)).toBe(true);
    expect(heardIn(sound, 3 * againS, silent)).toBe(0);
    expect(heardIn(sound, 1, silent, { ...silent, source: 'mat' })).toBe(1);
    heardIn(sound, 1);
    expect(heardIn(sound, 1, silent)).toBe(1);
  });

  it('[K30] what could not sound is heard as soon as it can', () => {
    const sound = new AlarmSound();
    expect(sound.look([overdue], false)).toBe(false);
    expect(sound.look([overdue], true)).toBe(true);
    expect(sound.look([overdue], true)).toBe(false);
  });
});
