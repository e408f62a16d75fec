import { describe, expect, it } from 'vitest';
import { meetSchema } from '../../shared/meet.ts';
import { massStartMeet, pairsMeet, Script } from './script.ts';

const points = (script: Script, race: string) =>
  Object.values(script.board(race).course).sort((a, b) => a.order - b.order);

describe('the course of a distance', () => {
  it.each([
    [500, [100, 500]],
    [1000, [200, 600, 1000]],
    [1500, [300, 700, 1100, 1500]],
    [3000, [200, 600, 1000, 1400, 1800, 2200, 2600, 3000]],
    [5000, [200, ...Array.from({ length: 12 }, (_, i) => 600 + 400 * i)]],
    [10000, Array.from({ length: 25 }, (_, i) => 400 + 400 * i)],
  ])('[L1][L2] %d m has its splits where the sheets have them', (distance, metres) => {
    const course = points(new Script(pairsMeet(distance, 1)), 'p1');
    expect(course.map((point) => point.metres)).toEqual(metres);
    expect(course.map(({ order }) => order)).toEqual(metres.map((_, i) => i + 1));
    expect(course.map(({ lap }) => lap)).toEqual(metres.map((_, i) => i + 1));
    expect(course.map(({ name }) => name)).toEqual(metres.map(String));
  });

  const linedMeet = (kind: string, distance: number, loops: readonly { id: string; atMetres: number }[]) => {
    const meet = pairsMeet(distance, 1);
    return meetSchema.parse({
      ...meet,
      events: [{ id: 'pairs', name: kind, kind, distance, track: { lapMetres: 400, loops } }],
    });
  };
  const finish = { id: 'finish', atMetres: 0 };
  const both = [finish, { id: 'back', atMetres: 200 }];
  const every = (step: number, distance: number) =>
    Array.from({ length: distance / step }, (_, i) => [String((i + 1) * step), lapAt((i + 1) * step, step)]);
  const lapAt = (metres: number, step: number) => (step === 400 || metres % 400 === 0 ? metres / 400 : undefined);

  it.each([
    ['teamPursuit', 3200, 8, 200, both],
    ['teamPursuit', 2400, 6, 200, both],
    ['teamSprint', 1200, 3, 200, both],
    ['mixedRelay', 2400, 6, 200, both],
    ['mixedRelay', 2400, 6, 400, [finish]],
  ] as const)('[L1][L2][L9] %s over %d m has %d laps and a split every %4$d m', (kind, distance, laps, step, loops) => {
    const script = new Script(linedMeet(kind, distance, loops));
    expect(points(script, 'p1').map(({ name, lap }) => [name, lap])).toEqual(every(step, distance));
    expect(script.board('p1').laps).toEqual({ total: laps, leader: 0, toGo: laps });
  });

  it.each([
    [500, ['100', '300', '500']],
    [1000, ['200', '400', '600', '800', '1000']],
    [1500, ['100', '300', '500', '700', '900', '1100', '1300', '1500']],
  ])('[L2] %d m with a second loop on the back straight is passed every 200 m', (distance, names) => {
    const course = points(new Script(linedMeet('pairs', distance, both)), 'p1');
    expect(course.map(({ name }) => name)).toEqual(names);
    expect(course.map(({ loop }) => loop).at(-1)).toBe('finish');
    expect(course.flatMap(({ lap }) => lap ?? [])).toEqual(
      course.filter(({ loop }) => loop === 'finish').map((_, i) => i + 1),
    );
  });

  it('[L2] more loops make more splits, each passed where it lies', () => {
    const meet = pairsMeet(1000, 1);
    const loops = [
      { id: 'finish', atMetres: 0 },
      { id: 'back', atMetres: 150 },
    ];
    const script = new Script({ ...meet, events: [{ ...meet.events[0]!, track: { lapMetres: 400, loops } }] });
    expect(points(script, 'p1').map(({ name, loop, lap }) => [name, loop, lap])).toEqual([
      ['200', 'finish', 1],
      ['350', 'back', undefined],
      ['600', 'finish', 2],
      ['750', 'back', undefined],
      ['1000', 'finish', 3],
    ]);
  });

  it('[L2] points less than a metre apart are still two', () => {
    const meet = pairsMeet(1000, 1);
    const loops = [
      { id: 'finish', atMetres: 0 },
      { id: 'photo', atMetres: 0.3 },
    ];
    const script = new Script({ ...meet, events: [{ ...meet.events[0]!, track: { lapMetres: 400, loops } }] });
    expect(points(script, 'p1').map(({ metres, name }) => [metres, name])).toEqual([
      [200, '200'],
      [200.3, '200'],
      [600, '600'],
      [600.3, '600'],
      [1000, '1000'],
    ]);
  });
});

describe('the course of laps', () => {
  it('[M1][M11] as many laps as the meet says, as long as it says', () => {
    const script = new Script(massStartMeet({ lapMetres: 387, rules: { laps: 3 } }));
    expect(points(script, 'r1')).toEqual(
      [1, 2, 3].map((lap) => ({ order: lap, name: String(lap), metres: lap * 387, loop: 'finish', lap })),
    );
  });

  it('[M11] loops elsewhere are passed on the way, named by lap and loop', () => {
    const loops = [
      { id: 'finish', atMetres: 0 },
      { id: 'back', atMetres: 200 },
    ];
    const script = new Script(massStartMeet({ loops, rules: { laps: 2 } }));
    expect(points(script, 'r1').map(({ name, lap }) => [name, lap])).toEqual([
      ['1.back', undefined],
      ['1', 1],
      ['2.back', undefined],
      ['2', 2],
    ]);
  });

  it('[F21] races of one event may have been made differently long, and keep their course while nothing changes', () => {
    const meet = massStartMeet();
    const script = new Script({ ...meet, races: [meet.races[0]!, { ...meet.races[0]!, id: 'r2' }] });
    script.start();
    script.start('r2');
    script.say({ kind: 'length', race: 'r2', laps: 15 });
    const before = script.state('r2').course;
    expect([script.board().laps.total, script.board('r2').laps.total]).toEqual([16, 15]);
    script.cross('e1', 30);
    script.cross('e1', 30, { race: 'r2' });
    expect(script.state('r2').course).toBe(before);
  });
});
