import { describe, expect, it } from 'vitest';
import { startListOf } from '../../server/engine/start-list.ts';
import { csvOf } from '../../server/startlist/export-list.ts';
import { importList } from '../../server/startlist/import-list.ts';
import { type Meet, meetSchema } from '../../shared/meet.ts';
import { type Said, Script } from './script.ts';

const track = { lapMetres: 400 };
const kinds = {
  massStart: { kind: 'massStart', track },
  pairs: { kind: 'pairs', distance: 1000, track },
  shortTrack: { kind: 'shortTrack', distance: 500, track: { lapMetres: 111.12 } },
  teamPursuit: { kind: 'teamPursuit', distance: 3200, track },
  teamSprint: { kind: 'teamSprint', distance: 1200, track },
  mixedRelay: { kind: 'mixedRelay', distance: 2400, track },
} as const;

function meetOf(kind: keyof typeof kinds): Meet {
  return meetSchema.parse({
    id: 'm',
    name: 'A meet',
    venue: 'A hall',
    dates: { from: '2026-11-20', to: '2026-11-22' },
    timeZone: 'Europe/Amsterdam',
    athletes: [
      { id: 'a1', name: 'One', nation: 'NED' },
      { id: 'a2', name: 'Two', nation: 'NOR' },
      { id: 'a3', name: 'Three', nation: 'BEL' },
    ],
    events: [{ id: 'e', name: 'Event', ...kinds[kind] }],
    races: [
      {
        id: 'r1',
        event: 'e',
        name: 'Race',
        entries: [
          {
            id: 'x',
            athlete: 'a1',
            bib: '07',
            lane: 'inner',
            helmet: '1',
            transponders: ['AA-1', 'AA-2'],
            pbUs: 68_000_000,
          },
          { id: 'y', athlete: 'a2', bib: '8', lane: 'outer', helmet: '2', transponders: ['BB-1', 'BB-2'] },
        ],
      },
    ],
  });
}

const listOf = (script: Script) => startListOf(script.boards(), 'r1')!;

describe.each(Object.keys(kinds) as (keyof typeof kinds)[])('the list of the day of a %s', (kind) => {
  it('[E15][F11] is the document until something is changed', () => {
    const meet = meetOf(kind);
    expect(listOf(new Script(meet))).toEqual(meet.races[0]!.entries);
  });

  it('[E15][F11] has substitutes, scratches, those added, other lanes and helmets, and who wears what by now', () => {
    const script = new Script(meetOf(kind));
    script.say({ kind: 'entry', race: 'r1', entry: 'x', athlete: 'a3' });
    script.say({ kind: 'entry', race: 'r1', entry: 'y', lane: 'inner', helmet: '9', scratched: true });
    script.say({
      kind: 'entry',
      race: 'r1',
      entry: 'z',
      name: 'Late',
      nation: 'GER',
      bib: '9',
      transponders: ['CC-1'],
      added: true,
    });
    script.say({ kind: 'assign', transponder: 'BB-2', entry: 'x' });
    script.say({ kind: 'assign', transponder: 'DD-1', entry: 'z' });
    expect(listOf(script)).toEqual([
      { id: 'x', athlete: 'a3', bib: '07', lane: 'inner', helmet: '1', transponders: ['AA-1', 'AA-2', 'BB-2'] },
      { id: 'y', athlete: 'a2', bib: '8', lane: 'inner', helmet: '9', transponders: ['BB-1'], scratched: true },
      { id: 'z', name: 'Late', nation: 'GER', bib: '9', transponders: ['CC-1', 'DD-1'] },
    ]);
  });

  it('[E15] exported on the day and imported again it is the same list of the day', () => {
    const script = new Script(meetOf(kind));
    const ofTheDay: Said[] = [
      { kind: 'entry', race: 'r1', entry: 'x', athlete: 'a3' },
      { kind: 'entry', race: 'r1', entry: 'y', lane: 'inner', scratched: true },
      { kind: 'assign', transponder: 'BB-2', entry: 'x' },
    ];
    for (const said of ofTheDay) script.say(said);
    const before = listOf(script);
    const csv = csvOf(script.meet, [{ race: 'r1', starters: before }]);
    const result = importList(new TextEncoder().encode(csv), script.meet, { isHeld: () => false });
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    const after = new Script(result.meet);
    for (const said of ofTheDay) after.say(said);
    expect(listOf(after)).toEqual(before);
  });
});

it('[E15] a team has its skaters with what each wears; a race nobody has is none', () => {
  const meet = meetOf('teamPursuit');
  const members = [
    { id: 'm1', athlete: 'a1', transponders: ['AA-1'] },
    { id: 'm2', name: 'Somebody', transponders: ['AA-2'] },
  ];
  const entries = [{ id: 't', name: 'Netherlands', nation: 'NED', members }];
  const script = new Script({ ...meet, races: [{ ...meet.races[0]!, entries }] });
  expect(listOf(script)).toEqual(entries);
  expect(startListOf(script.boards(), 'none')).toBeUndefined();
});
