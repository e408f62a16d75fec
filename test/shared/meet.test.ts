import { describe, expect, it } from 'vitest';
import { type Meet, meetSchema } from '../../shared/meet.ts';
import { refusals } from './issues.ts';
import { fullestMeet, smallestMeet } from './meet-forms.ts';

const no = (meet: unknown) => refusals(meetSchema, meet);
const [massStart, pairs] = smallestMeet.events;
const [race] = smallestMeet.races;
const skater = { id: 'e1', name: "N'tab" };

function rulesOf(meet: Meet, id: string) {
  return meet.events.find((event) => event.id === id)?.rules;
}

describe('defaults', () => {
  it('[C2] a meet that says everything is kept as it was sent', () => {
    expect(meetSchema.parse(fullestMeet)).toEqual(fullestMeet);
  });

  it('[C6] where a mass start is silent, the rules of 2022 over 16 laps hold', () => {
    expect(rulesOf(meetSchema.parse(smallestMeet), 'ms-men')).toEqual({
      guardUs: 15_000_000,
      overdueUs: 1_000_000,
      groupGapUs: 1_000_000,
      story: { leadUs: 2_000_000, behindUs: 3_000_000, minLaps: 2 },
      protestUs: 1_800_000_000,
      laps: 16,
      scale: '2022',
      startBy: 'gun',
      qualify: 0,
      falseStarts: 'referee',
      neutralLaps: 1,
    });
  });

  it('[C6] where pairs are silent, the guards of a 400 m track hold', () => {
    const rules = {
      guardUs: 15_000_000,
      overdueUs: 1_000_000,
      groupGapUs: 1_000_000,
      story: { leadUs: 2_000_000, behindUs: 3_000_000, minLaps: 1 },
      protestUs: 1_800_000_000,
      falseStarts: 'race',
      runs: 1,
      runsCount: 'best',
    };
    expect(rulesOf(meetSchema.parse(smallestMeet), 'm1000')).toEqual(rules);
  });

  it('[C6] a track has one loop at the finish unless told, and nobody is registered', () => {
    const meet = meetSchema.parse(smallestMeet);
    expect(meet.events[0]?.track.loops).toEqual([{ id: 'finish', atMetres: 0 }]);
    expect(meet.athletes).toEqual([]);
  });

  it('[C6] what is read twice is the same as what is read once', () => {
    const once = meetSchema.parse(smallestMeet);
    expect(meetSchema.parse(once)).toEqual(once);
  });
});

describe('refusals', () => {
  it.each([
    [
      'athletes',
      {
        athletes: [
          { id: 'a', name: 'A' },
          { id: 'a', name: 'B' },
        ],
      },
      'athletes.1.id',
    ],
    ['events', { events: [massStart, pairs, massStart] }, 'events.2.id'],
    ['races', { races: [race, race] }, 'races.1.id'],
    ['entries of a race', { races: [{ ...race, entries: [skater, skater] }] }, 'races.0.entries.1.id'],
  ])('[C6] an id twice among the %s is refused where it stands', (_title, change, path) => {
    expect(no({ ...smallestMeet, ...change })).toEqual([path]);
  });

  it('[C6] two races may hold entries of the same id', () => {
    expect(no({ ...smallestMeet, races: [race, { ...race, id: 'b' }] })).toEqual([]);
  });

  it.each([
    ['a race of an unknown event', { races: [{ ...race, event: 'ghost' }] }, 'races.0.event'],
    [
      'an entry of an unknown athlete',
      { races: [{ ...race, entries: [{ id: 'e', athlete: 'ghost' }] }] },
      'races.0.entries.0.athlete',
    ],
    ['an entry with neither athlete nor name', { races: [{ ...race, entries: [{ id: 'e' }] }] }, 'races.0.entries.0'],
  ])('[C6] %s is refused where it stands', (_title, change, path) => {
    expect(no({ ...smallestMeet, ...change })).toEqual([path]);
  });

  it('[C6] everything wrong is said at once', () => {
    const races = [
      { ...race, event: 'ghost' },
      { ...race, event: 'ghost', entries: [skater, skater] },
    ];
    expect(no({ ...smallestMeet, races })).toEqual([
      'races.1.id',
      'races.0.event',
      'races.1.event',
      'races.1.entries.1.id',
    ]);
  });

  it.each(Object.keys(smallestMeet))('[C1] a meet without %s is refused by its name', (field) => {
    const { [field as keyof typeof smallestMeet]: _left, ...rest } = smallestMeet;
    expect(no(rest)).toEqual([field]);
  });

  it.each([
    ['on the meet', { bogus: 1 }, 'bogus'],
    ['on an event', { events: [{ ...massStart, bogus: 1 }, pairs] }, 'events.0.bogus'],
    ['in the rules', { events: [{ ...massStart, rules: { bogus: 1 } }, pairs] }, 'events.0.rules.bogus'],
    ['on an entry', { races: [{ ...race, entries: [{ ...skater, bogus: 1 }] }] }, 'races.0.entries.0.bogus'],
  ])('[C1] an unknown field %s is refused by its place', (_title, change, path) => {
    expect(no({ ...smallestMeet, ...change })).toEqual([path]);
  });

  it.each([
    ['a kind nobody skates', { kind: 'slalom' }, 'events.0.kind'],
    ['a scale nobody uses', { rules: { scale: '2030' } }, 'events.0.rules.scale'],
    ['no laps', { rules: { laps: 0 } }, 'events.0.rules.laps'],
    ['a lap of no metres', { track: { lapMetres: 0 } }, 'events.0.track.lapMetres'],
    ['no loops', { track: { lapMetres: 400, loops: [] } }, 'events.0.track.loops'],
    ['a lap shorter than 50 m', { track: { lapMetres: 49.99 } }, 'events.0.track.lapMetres'],
    ['no loop at the finish', { track: { lapMetres: 50, loops: [{ id: 'a', atMetres: 1 }] } }, 'events.0.track.loops'],
    [
      'a loop past the end of the lap',
      {
        track: {
          lapMetres: 400,
          loops: [
            { id: 'a', atMetres: 0 },
            { id: 'b', atMetres: 400 },
          ],
        },
      },
      'events.0.track.loops.1.atMetres',
    ],
    [
      'two loops in one place',
      {
        track: {
          lapMetres: 400,
          loops: [
            { id: 'a', atMetres: 0 },
            { id: 'b', atMetres: 0 },
          ],
        },
      },
      'events.0.track.loops.1.atMetres',
    ],
    [
      'a loop named twice',
      {
        track: {
          lapMetres: 400,
          loops: [
            { id: 'a', atMetres: 0 },
            { id: 'a', atMetres: 9 },
          ],
        },
      },
      'events.0.track.loops.1.id',
    ],
  ])('[C1] an event with %s is refused by its place', (_title, change, path) => {
    expect(no({ ...smallestMeet, events: [{ ...massStart, ...change }, pairs] })).toEqual([path]);
  });

  it('[C1] a date is a day of the calendar', () => {
    expect(no({ ...smallestMeet, dates: { from: '2025-02-29', to: '14/11/2025' } })).toEqual([
      'dates.from',
      'dates.to',
    ]);
  });
});

describe('names and nations', () => {
  it.each([
    "N'tab",
    'Hwang Dae-Heon',
    "Sanne in 't Hof",
    'Gélinas-Beaulieu',
    'Moravcová',
    '<b>Bold</b>',
    'محمد',
    ' 黄 大憲 ',
  ])('[D1] the name %s is kept letter for letter', (name) => {
    const meet = meetSchema.parse({ ...smallestMeet, races: [{ ...race, entries: [{ id: 'e1', name }] }] });
    expect(meet.races[0]?.entries[0]?.name).toBe(name);
  });

  it('[D1] a name has 1 to 200 characters', () => {
    const named = (name: string) => no({ ...smallestMeet, name });
    expect(named('x'.repeat(200))).toEqual([]);
    expect(named('x'.repeat(201))).toEqual(['name']);
    expect(named('')).toEqual(['name']);
  });

  it.each(['NED', 'SUI', 'TPE', 'AIN'])('[D2] %s is a nation', (country) => {
    expect(no({ ...smallestMeet, country })).toEqual([]);
  });
  it.each(['NL', 'nld', 'Netherlands', '🇳🇱', ''])('[D2] "%s" is no nation', (country) => {
    expect(no({ ...smallestMeet, country })).toEqual(['country']);
  });
  it('[D2] a domestic meet shows clubs and needs no nation', () => {
    const entries = [{ ...skater, club: 'STV Lankhorst' }];
    expect(no({ ...smallestMeet, races: [{ ...race, entries }] })).toEqual([]);
  });
});
