import { describe, expect, it } from 'vitest';
import { photoAheadUs } from '../../server/demo/antennas.ts';
import { anklesOf, demoMeet, raceId, racesIn, runOf, schedule } from '../../server/demo/meet.ts';
import { worldCup } from '../../server/demo/meets/world-cup.ts';
import { slotUs } from '../../server/demo/programme.ts';
import { massStartSheet } from '../../server/demo/races/mass-start.ts';
import { reconstruct } from '../../server/demo/reconstruct.ts';
import { dated, endOf, type Script } from '../../server/demo/script.ts';
import { factDraftSchema } from '../../shared/facts.ts';
import { meetSchema } from '../../shared/meet.ts';

const scripts = new Map(worldCup.races.map((race) => [race.key, race.script(race.key, anklesOf(3, race, worldCup))]));
const massStart = scripts.get('mass-start')!;
const falseStarted = scripts.get('pair-9')!;

function passings(script: Script) {
  return script.flatMap(({ fact, dueUs, gunUs }) => (fact.kind === 'passing' ? [{ ...fact, dueUs, gunUs }] : []));
}

describe('a script of facts', () => {
  it('[R22] every step of every race is a valid fact', () => {
    for (const script of scripts.values()) {
      for (const [index, step] of script.entries()) {
        const result = factDraftSchema.safeParse(dated(step, `x.${index}`, 1_800_000_000_000_000, 1));
        expect(result.error?.issues ?? []).toEqual([]);
      }
    }
  });

  it('[R22] a crossing is read on two ankles; one of them is lost now and then, never both', () => {
    const crossings = reconstruct(massStartSheet);
    const worn = anklesOf(3, worldCup.races[0]!, worldCup);
    const read = passings(massStart).filter(({ how }) => how === 'transponder');
    let lost = 0;
    for (const [entry, instants] of crossings) {
      for (const atUs of instants) {
        const near = read.filter(
          ({ at, transponder }) => worn.get(entry)!.includes(transponder!) && at - atUs < 1e6 && at >= atUs,
        );
        expect([1, 2]).toContain(near.length);
        if (near.length === 1) lost += 1;
        for (const { at } of near) expect(at - atUs).toBeLessThanOrEqual(60_000);
      }
    }
    expect(lost).toBeGreaterThan(0);
    expect(lost).toBeLessThan(30);
  });

  it('[R22] a decoder names no race and no entry, the photo finish both', () => {
    for (const { how, race, entry, transponder, source } of passings(massStart)) {
      const isPhoto = how === 'photo';
      expect([race !== undefined, entry !== undefined, transponder !== undefined]).toEqual([
        isPhoto,
        isPhoto,
        !isPhoto,
      ]);
      expect(source).toBe(isPhoto ? 'photo-finish' : 'decoder');
    }
  });

  it('[R22] pictures of the finish and the first five of each sprint come 10 to 40 s late, to the thousandth', () => {
    const photos = passings(massStart).filter(({ how }) => how === 'photo');
    expect(photos).toHaveLength(24 + 3 * 5);
    const finish = reconstruct(massStartSheet);
    for (const { dueUs, at, entry } of photos) {
      const sinceGunUs = at - photoAheadUs;
      expect(sinceGunUs % 1000).toBe(0);
      const seen = finish.get(entry!)!.find((atUs) => Math.trunc(atUs / 1000) * 1000 === sinceGunUs);
      expect(dueUs - seen!).toBeGreaterThanOrEqual(10_000_000);
      expect(dueUs - seen!).toBeLessThanOrEqual(40_000_000);
    }
  });

  it('[R22] nothing is sent before it happened', () => {
    for (const script of scripts.values()) {
      for (const { dueUs, gunUs, at, how } of passings(script)) {
        expect(dueUs).toBeGreaterThan(gunUs + at - (how === 'photo' ? photoAheadUs : 0));
      }
    }
  });

  it('[R22] orders follow their pictures, and the signature comes last', () => {
    const kinds = massStart.map(({ fact }) => fact.kind);
    expect(kinds.filter((kind) => kind === 'sprint')).toHaveLength(3);
    expect(kinds.lastIndexOf('passing')).toBeLessThan(kinds.indexOf('finish'));
    for (const script of scripts.values()) expect(script.at(-1)!.fact.kind).toBe('official');
    expect(massStart[0]!.fact.kind).toBe('arm');
  });

  it('[R22] the second shot follows the neutral first lap', () => {
    const shots = massStart.filter(({ fact }) => fact.kind === 'start');
    const firstUs = Math.min(...[...reconstruct(massStartSheet).values()].map((instants) => instants[0]!));
    expect(shots.map(({ dueUs }) => dueUs)).toEqual([0, firstUs + 400_000]);
  });
});

describe('speed', () => {
  const zeroUs = 1_800_000_000_000_000;

  it('[R24] instants lie as far apart at any speed, only the sending is faster', () => {
    const at = (speed: number) => massStart.map((step) => dated(step, 'x', zeroUs, speed));
    expect(at(20)).toEqual(at(1));
  });

  it('[R24] the second gun after a false start fires when it is sent, so that the clock on the screen is right', () => {
    const guns = falseStarted.filter(({ fact }) => fact.kind === 'start');
    expect(guns.map((step) => dated(step, 'x', zeroUs, 1).at)).toEqual([zeroUs, zeroUs + 45_000_000]);
    expect(guns.map((step) => dated(step, 'x', zeroUs, 10).at)).toEqual([zeroUs, zeroUs + 4_500_000]);
  });

  it('[R24] up to the highest speed the clear falls between the two guns', () => {
    const clear = falseStarted.find(({ fact }) => fact.kind === 'clear')!;
    const second = falseStarted.filter(({ fact }) => fact.kind === 'start')[1]!;
    const cleared = dated(clear, 'x', zeroUs, 1000) as { upTo: number };
    expect(cleared.upTo).toBeGreaterThan(zeroUs);
    expect(cleared.upTo).toBeLessThan(dated(second, 'x', zeroUs, 1000).at!);
  });
});

describe('the meet of a run', () => {
  const meet = demoMeet(7, worldCup.races, worldCup);

  it('[R23] is a valid document whose names say what is made up', () => {
    expect(meetSchema.parse(meet)).toEqual(meet);
    expect(meet.races.map(({ name }) => name)).toEqual([
      'Division A (laps between the sprints reconstructed)',
      'Pair 7 (splits reconstructed)',
      'Pair 8 (splits reconstructed)',
      'Pair 9 (splits reconstructed, false start staged)',
      'Pair 10 (splits reconstructed)',
    ]);
    expect(meet.name).toContain('replay');
  });

  it('[R23] only the pair whose name says so has a false start', () => {
    const staged = [...scripts].filter(([, script]) => script.some(({ fact }) => fact.kind === 'falseStart'));
    expect(staged.map(([key]) => key)).toEqual(['pair-9']);
  });

  it('[R24] ids and ankles are those of the run, and an athlete is the same in every event', () => {
    expect(runOf(meet.id, worldCup)).toBe(7);
    expect(runOf('demo-', worldCup)).toBeUndefined();
    expect(runOf('demo-7b', worldCup)).toBeUndefined();
    expect(racesIn(meet, 7, worldCup)).toEqual(worldCup.races);
    const worn = (run: number) => worldCup.races.flatMap((race) => [...anklesOf(run, race, worldCup).values()].flat());
    expect(new Set([...worn(7), ...worn(8)]).size).toBe(2 * 2 * (24 + 8));
    expect(meet.athletes.filter(({ id }) => id === 'jordan-stolz')).toHaveLength(1);
    expect(meet.races.filter(({ entries }) => entries.some(({ athlete }) => athlete === 'jordan-stolz'))).toHaveLength(
      2,
    );
  });

  it('[R24] a schedule gives each race its time, its pause and the rate of its clock, and leaves earlier ones alone', () => {
    const planned = schedule(
      meet,
      worldCup.races,
      { run: 7, from: worldCup.races[1]!, zeroUs: 50_000_000, speed: 4 },
      worldCup,
    );
    expect(planned.races[0]).toEqual(meet.races[0]);
    const [second, third] = planned.races.slice(1);
    expect(second).toMatchObject({ scheduledAt: 50_000_000, clockRate: 4 });
    const slot = slotUs(
      worldCup.races[1]!.script(raceId(7, worldCup.races[1]!, worldCup), anklesOf(7, worldCup.races[1]!, worldCup)),
    );
    expect(third!.scheduledAt! - 50_000_000).toBe(Math.round(slot / 4));
    const slower = schedule(
      planned,
      worldCup.races,
      { run: 7, from: worldCup.races[1]!, zeroUs: 60_000_000, speed: 1 },
      worldCup,
    );
    expect(slower.races[1]).not.toHaveProperty('clockRate');
  });

  it('[R24] the mass start takes nine minutes, a pair two', () => {
    const minutes = [...scripts.values()].map((script) => Math.round(endOf(script) / 60_000_000));
    expect(minutes).toEqual([9, 2, 2, 2, 2]);
  });
});
