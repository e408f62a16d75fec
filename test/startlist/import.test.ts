import { describe, expect, it } from 'vitest';
import { linesMax } from '../../server/startlist/import-list.ts';
import { entriesOf, faultsOf, meet, taken } from './lists.ts';

const held = (...ids: string[]) => ({ isHeld: (_race: string, { id }: { id: string }) => ids.includes(id) });

describe('which race a line means', () => {
  it.each([
    ['race\nms-f', 'ms-f'],
    ['race\nfinal', 'ms-f'],
    ['race\nSemi-Final 2', 'ms-s2'],
    ['race no\n12', 'm1000-1'],
    ['event,heat\n1000 m men,1', 'm1000-1'],
    ['event\n1000', 'm1000-1'],
    ['afstand;omloop;rit\n500m;1;2', 'm500-1-2'],
    ['afstand;omloop;rit\n500m;2;1', 'm500-2-1'],
    ['event,round\nMass start men,final', 'ms-f'],
    ['event,round,heat\nms,semi,2', 'ms-s2'],
    ['event,round,heat\nms,semi,Semi-final 1', 'ms-s1'],
  ])('[E8] %j is %s', (lines, race) => {
    const [header, words] = lines.split('\n') as [string, string];
    const separator = header.includes(';') ? ';' : ',';
    const result = taken(`${header}${separator}name${separator}nation\n${words}${separator}A${separator}NED\n`);
    expect(result.changes.entries).toContainEqual(expect.objectContaining({ race, name: 'A', change: 'added' }));
  });

  it('[E8] of lines that name none it is the one that the sender names', () => {
    expect(entriesOf(taken('bib,name,nation\n1,A,NED\n', { race: 'ms-s1' }).meet, 'ms-s1')).toHaveLength(1);
  });

  it('[E8] one that is not there, one that may be several, and none at all are told with those there are', () => {
    const all = 'm500-1-1, m500-1-2, m500-2-1, m1000-1, tp-1, ms-s1, ms-s2, ms-f';
    expect(faultsOf('race,name,nation\nms-q,A,NED\nPair 2,B,NED\nPair 1,C,NED\n,D,NED\n')).toEqual([
      `2 race: race "ms-q" is no race of this meet; there are ${all}`,
      '4 race: race "Pair 1" may be several races: m500-1-1, m500-2-1, m1000-1',
      `5 race: names no race: add a column race, or say which race the list is of; there are ${all}`,
    ]);
  });
});

describe('who a line means', () => {
  it('[E9] an athlete keeps the id in every event, by name and nation in whatever order it is written', () => {
    const { meet: after } = taken(
      'race,name,nation\nms-f,KRAMER Sven,NED\nms-f,Gelinas Beaulieu Antoine,CAN\nms-f,"N\'TAB, Dai Dai",NED\n',
    );
    expect(entriesOf(after, 'ms-f')).toEqual([
      { id: 'kramer', athlete: 'kramer' },
      { id: 'gelinas', athlete: 'gelinas' },
      { id: 'ntab', athlete: 'ntab' },
    ]);
    expect(after.athletes).toEqual(meet.athletes);
  });

  it('[E9] another nation is another person, and two races of a new one are one athlete', () => {
    const { meet: after } = taken('race,name,nation\nms-f,Sven Kramer,GER\nms-s1,Sven Kramer,GER\nms-s2,黃 大憲,KOR\n');
    expect(after.athletes.slice(3)).toEqual([
      { id: 'sven-kramer', name: 'Sven Kramer', nation: 'GER' },
      { id: 'athlete-1', name: '黃 大憲', nation: 'KOR' },
    ]);
    expect(entriesOf(after, 'ms-s1')).toEqual([{ id: 'sven-kramer', athlete: 'sven-kramer' }]);
  });

  it('[E9] the athlete id goes before the name: a name written otherwise throughout the list is corrected in every event', () => {
    const { meet: after, changes } = taken('race,athlete id,name,nation\nms-f,kramer,Sven Krämer,NED\n');
    expect(after.athletes[1]).toEqual({ id: 'kramer', name: 'Sven Krämer', nation: 'NED' });
    expect(entriesOf(after, 'ms-f')).toEqual([{ id: 'kramer', athlete: 'kramer' }]);
    expect(changes.athletes).toEqual([{ athlete: 'kramer', name: 'Sven Krämer', change: 'changed' }]);
  });

  it('[E9] where the list does not agree with itself each entry keeps its own writing', () => {
    const { meet: after } = taken('race,athlete id,name\nms-f,kramer,Sven Krämer\nms-s1,kramer,S. Kramer\n');
    expect(after.athletes[1]).toEqual(meet.athletes[1]);
    expect(entriesOf(after, 'ms-s1')).toEqual([{ id: 'kramer', athlete: 'kramer', name: 'S. Kramer' }]);
  });

  it('[E9] an unknown athlete id with a name is a new athlete, without one it is told', () => {
    expect(taken('race,licence,name,nation\nms-f,1234,A,NED\n').meet.athletes.at(-1)).toEqual({
      id: '1234',
      name: 'A',
      nation: 'NED',
    });
    expect(faultsOf('race,licence\nms-f,1234\n')).toEqual([
      '2 name: athlete 1234 is not known in this meet: give the name too',
    ]);
  });

  it('[E9] two of one name are told apart by the id', () => {
    const into = { ...meet, athletes: [...meet.athletes, { id: 'kramer-2', name: 'Kramer Sven', nation: 'NED' }] };
    expect(faultsOf('race,name,nation\nms-f,Sven Kramer,NED\n', { into })).toEqual([
      '2 name: there are several athletes called Sven Kramer: kramer, kramer-2; say which one in a column athlete id',
    ]);
  });

  it('[E9] a bib alone means who wears it: a list of transponders needs no names', () => {
    const { meet: after } = taken('race,bib,transponder 1,transponder 2\nm1000-1,8,BB-1,BB-2\nm1000-1,07,CC-1,CC-2\n');
    expect(entriesOf(after, 'm1000-1')).toEqual([
      { id: 'b', athlete: 'kramer', bib: '8', lane: 'outer', transponders: ['BB-1', 'BB-2'] },
      { id: 'a', athlete: 'ntab', bib: '07', lane: 'inner', transponders: ['CC-1', 'CC-2'], pbUs: 69_020_000 },
    ]);
    expect(faultsOf('race,bib,transponder\nm1000-1,7,BB-1\n')).toEqual([
      '2 name: names nobody: it needs a name, an athlete id, or the bib of somebody on the list',
    ]);
  });

  it('[E9] a team has a name, or that of its nation, and skaters who are athletes where their names are known', () => {
    const list =
      'race,bib,nation,member 1,member 1 transponders,member 2\ntp-1,1,NED,Sven Kramer,AA-1 AA-2,Patrick Roest\n';
    expect(entriesOf(taken(list).meet, 'tp-1')).toEqual([
      {
        id: 'netherlands',
        name: 'Netherlands',
        nation: 'NED',
        bib: '1',
        members: [
          { id: 'kramer', athlete: 'kramer', transponders: ['AA-1', 'AA-2'] },
          { id: 'patrick-roest', name: 'Patrick Roest' },
        ],
      },
    ]);
  });
});

describe('what a list does to its races', () => {
  it('[E11] the races it names have its entries in its order, with their ids; all else of the meet stays', () => {
    const { meet: after, changes } = taken(
      'race,bib,name,nation,lane\nm1000-1,8,Sven Kramer,NED,inner\nm1000-1,9,New One,BEL,outer\n',
    );
    expect(entriesOf(after, 'm1000-1')).toEqual([
      { id: 'b', athlete: 'kramer', bib: '8', lane: 'inner' },
      { id: 'new-one', athlete: 'new-one', bib: '9', lane: 'outer' },
    ]);
    expect(after.races.filter(({ id }) => id !== 'm1000-1')).toEqual(meet.races.filter(({ id }) => id !== 'm1000-1'));
    expect(changes.entries).toEqual([
      { race: 'm1000-1', entry: 'b', name: 'Sven Kramer', change: 'changed', fields: ['lane'] },
      { race: 'm1000-1', entry: 'new-one', name: 'New One', change: 'added' },
      { race: 'm1000-1', entry: 'a', name: "Dai Dai N'tab", change: 'removed' },
    ]);
  });

  it('[E11] a column that is not there changes nothing, an empty cell takes away', () => {
    const kept = taken('race,name,nation\nm1000-1,Dai Dai N’tab,NED\nm1000-1,Sven Kramer,NED\n');
    expect(kept.changes.entries).toEqual([]);
    const gone = taken("race,name,lane,pb\nm1000-1,Dai Dai N'tab,,\nm1000-1,Sven Kramer,outer,\n");
    expect(entriesOf(gone.meet, 'm1000-1')[0]).toEqual({
      id: 'a',
      athlete: 'ntab',
      bib: '07',
      transponders: ['AA-1', 'AA-2'],
    });
  });

  it('[E11] another order alone is a change', () => {
    const { changes } = taken("race,name\nm1000-1,Sven Kramer\nm1000-1,Dai Dai N'tab\n");
    expect(changes.entries.map(({ change }) => change)).toEqual(['order', 'order']);
  });

  it('[E11] an entry that something has happened to stays, also where it is not listed', () => {
    const { meet: after } = taken('race,bib,name,nation\nm1000-1,9,New One,BEL\n', held('a'));
    expect(entriesOf(after, 'm1000-1').map(({ id }) => id)).toEqual(['new-one', 'a']);
  });

  it('[E11] all others stay too where the sender says so', () => {
    const { changes } = taken('race,bib,name,nation\nm1000-1,9,New One,BEL\n', { keepOthers: true });
    expect(changes.entries.map(({ change }) => change)).toEqual(['added']);
  });

  it('[E11] another skater in an entry named by its id is a substitute: bests and transponders of the one before do not stay his', () => {
    const { meet: after } = taken('race,entry,name,nation\nm1000-1,a,Kai Verbij,NED\nm1000-1,b,Sven Kramer,NED\n');
    expect(entriesOf(after, 'm1000-1')[0]).toEqual({
      id: 'a',
      athlete: 'kai-verbij',
      bib: '07',
      lane: 'inner',
      transponders: ['AA-1', 'AA-2'],
    });
  });
});

describe('a list with mistakes', () => {
  it('[E6] every bad line is named with its number and the reason, all at once', () => {
    const list = [
      'race;startnummer;naam;land;PR;armband',
      'm1000-1;07;Kai Verbij;NLD;1.08,55;wit',
      'm1000-9;8;Sven Kramer;NED;;',
      'm1000-1;123456789;Sven Kramer;NED;snel;paars',
      'm1000-1;9;;NED;;',
    ].join('\n');
    expect(faultsOf(list)).toEqual([
      '2 land: "NLD" is no nation: write the three letters of the IOC, as NED or SUI',
      expect.stringContaining('3 race: race "m1000-9" is no race of this meet'),
      '4 armband: "paars" is no colour of an armband: white, red, yellow or blue',
      '4 PR: "snel" is no time: write it as 34.37 or 1:08.55',
      expect.stringContaining('4 startnummer: "123456789" is wrong'),
      '5 name: names nobody: it needs a name, an athlete id, or the bib of somebody on the list',
    ]);
  });

  it('[E7] a bib or a transponder given out twice in a race, and somebody named twice, are told of the second', () => {
    const list = [
      'race,bib,name,nation,transponder',
      'ms-f,1,A,NED,AA-1',
      'ms-f,1,B,NED,AA-2',
      'ms-f,3,C,NED,AA-1',
      'ms-f,4,A,NED,AA-4',
      'ms-s1,1,A,NED,AA-1',
    ].join('\n');
    expect(faultsOf(list)).toEqual([
      '3 bib: bib 1 is that of line 2 too, in race ms-f',
      '4 transponders: transponder AA-1 is worn on line 2 too, in race ms-f',
      '5 name: is the same as line 2',
    ]);
  });

  it('[E7] what one who stays wears is taken', () => {
    expect(faultsOf('race,bib,name,nation\nm1000-1,07,New One,BEL\n', held('a'))).toEqual([
      '2 bib: bib 07 is that of entry a, which stays too, in race m1000-1',
    ]);
  });
});

it('[E6] a list of more lines than any meet has is refused whole', () => {
  const lines = Array.from({ length: linesMax + 1 }, (_, index) => `ms-f,${index},A`);
  expect(faultsOf(['race,bib,name', ...lines].join('\n'))).toEqual([` : the list has more than ${linesMax} lines`]);
});

describe('a list as JSON', () => {
  it('[E13] is entries of a meet document with their race, or races with entries', () => {
    const entries = [{ bib: '07', name: 'Kai Verbij', nation: 'NED', transponders: ['AA-1'], pbUs: 68_550_000 }];
    const flat = taken(JSON.stringify(entries.map((entry) => ({ race: 'ms-f', ...entry }))));
    const nested = taken(JSON.stringify({ race: 'ms-f', entries }));
    expect(entriesOf(flat.meet, 'ms-f')).toEqual([
      { id: 'kai-verbij', athlete: 'kai-verbij', bib: '07', transponders: ['AA-1'], pbUs: 68_550_000 },
    ]);
    expect(nested.meet).toEqual(flat.meet);
    expect(flat.understood.format).toBe('json');
  });

  it('[E6] its mistakes are named by the number of the entry', () => {
    const list = [{ race: 'ms-f', name: 'A', nation: 'NLD' }, { race: 'ms-f', name: 'B', bob: 1 }, 7];
    expect(faultsOf(JSON.stringify(list))).toEqual([
      '1 nation: "NLD" is no nation of the IOC',
      '2 : it is wrong: Unrecognized key: "bob"',
      expect.stringMatching(/^3 : it is wrong/),
    ]);
    expect(faultsOf('[{]')).toEqual([expect.stringContaining('the list is no JSON')]);
  });
});
