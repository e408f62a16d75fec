import { describe, expect, it } from 'vitest';
import { noView } from '../../server/engine/event/view.ts';
import { storyOf } from '../../server/engine/story/story.ts';
import { meetSchema } from '../../shared/meet.ts';
import { at, log, told } from './laps.ts';
import { pairsMeet, Script, seconds } from './script.ts';

describe('against the clock', () => {
  function pairs(): Script {
    const script = new Script(pairsMeet(1000, 2));
    const skated = (pair: number, entry: string, times: readonly number[]) => {
      for (const time of times) script.cross(entry, 1000 * pair + time, { race: `p${pair}` });
    };
    script.start('p1', 1000);
    skated(1, 'e1', [17, 43, 70]);
    skated(1, 'e2', [17.5, 43.5, 71]);
    script.start('p2', 2000);
    skated(2, 'e3', [16.9, 43.2, 69.5]);
    skated(2, 'e4', [16.8, 42.9, 72]);
    return script;
  }

  it('[F26] a new best at a split names who had it and by how much it is better, one of the same pair too', () => {
    const values = { point: '200', timeUs: seconds(16.8) };
    expect(told(pairs(), 'newBest', 'p2')).toEqual([
      [
        'best-e4-200',
        {
          at: at(2016.8),
          says: { code: 'newBest', values: { ...values, name: 'Skater 4', from: 'Skater 1', byUs: seconds(0.2) } },
          about: ['e4'],
        },
      ],
      ['best-e4-600', expect.objectContaining({ at: at(2042.9) })],
    ]);
    const closer = pairs();
    closer.cross('e3', 2016.7, { race: 'p2', how: 'photo' });
    expect(told(closer, 'newBest', 'p2').map(([id, { says }]) => [id, says.values.from])).toEqual([
      ['best-e3-200', 'Skater 1'],
      ['best-e4-600', 'Skater 1'],
    ]);
  });

  it('[F26] who had the best and is behind it now is told once', () => {
    const script = pairs();
    script.cross('e3', 2016.7, { race: 'p2', how: 'photo' });
    expect(told(script, 'bestLost', 'p2')).toEqual([
      [
        'best-e3-600',
        {
          at: at(2043.2),
          says: {
            code: 'bestLost',
            values: { name: 'Skater 3', point: '600', timeUs: seconds(43.2), from: 'Skater 4', diffUs: seconds(0.3) },
          },
          about: ['e3'],
        },
      ],
    ]);
  });

  it('[F26] a finish has rank, difference and who was the best before', () => {
    const script = pairs();
    expect(log(script, 'p1')['finish-e1']?.says).toEqual({
      code: 'finished',
      values: { name: 'Skater 1', timeUs: seconds(70), rank: 1 },
    });
    expect(log(script, 'p2')['finish-e3']?.says.values).toEqual({
      name: 'Skater 3',
      timeUs: seconds(69.5),
      rank: 1,
      diffUs: seconds(-0.5),
      from: 'Skater 1',
    });
    expect(log(script, 'p2')['finish-e4']?.says.values).toMatchObject({ rank: 4, from: 'Skater 3' });
  });

  it('[F26] a best of his own is told with what it is better by', () => {
    const meet = pairsMeet(500, 1);
    const [race] = meet.races;
    const entries = race!.entries.map((entry) => ({ ...entry, pbUs: seconds(36), sbUs: seconds(36.5) }));
    const script = new Script({ ...meet, races: [{ ...race!, entries }] });
    script.start('p1');
    for (const [entry, time] of [
      ['e1', 35.8],
      ['e2', 36.2],
    ] as const) {
      script.cross(entry, 10, { race: 'p1' });
      script.cross(entry, time, { race: 'p1' });
    }
    expect(told(script, 'ownBest', 'p1').map(([, { says }]) => says.values)).toEqual([
      { name: 'Skater 1', mark: 'PB', timeUs: seconds(35.8), byUs: seconds(0.2) },
      { name: 'Skater 2', mark: 'SB', timeUs: seconds(36.2), byUs: seconds(0.3) },
    ]);
  });

  it('[F26] the greatest record that a time broke is told', () => {
    const meet = pairsMeet(500, 1);
    const record = (mark: string, time: number) => ({ mark, timeUs: seconds(time) });
    const records = [record('WR', 33.6), record('TR', 36), record('OR', 35.9)];
    const script = new Script(meetSchema.parse({ ...meet, events: [{ ...meet.events[0]!, records }] }));
    script.start('p1');
    for (const time of [10, 35.8]) script.cross('e1', time, { race: 'p1' });
    expect(told(script, 'record', 'p1')).toEqual([
      [
        'record-e1',
        {
          at: at(35.8),
          says: { code: 'record', values: { name: 'Skater 1', mark: 'OR', timeUs: seconds(35.8) } },
          about: ['e1'],
        },
      ],
    ]);
  });

  it.each([
    ['in', 'ticketWon'],
    ['out', 'ticketLost'],
    ['open', undefined],
  ] as const)('[F26] who has come in and is %s for a ticket is told so', (state, code) => {
    const script = pairs();
    const { rows } = script.board('p1');
    const ticket = { state };
    const forecast = { stake: 'medal', state: 'open', also: { ticket } } as const;
    const fold = script.meetRaces().races.get('p1')!;
    const stated = storyOf(fold.state, noView, { ...rows, e1: { ...rows.e1!, forecast } });
    expect(stated['ticket-e1']?.says.code).toBe(code);
    const first = { stake: 'ticket', state } as const;
    const directly = storyOf(fold.state, noView, { ...rows, e1: { ...rows.e1!, forecast: first } });
    expect(directly['ticket-e1']).toEqual(stated['ticket-e1']);
  });
});
