import { describe, expect, it } from 'vitest';
import { columnOf } from '../../server/startlist/columns.ts';
import { readNation } from '../../server/startlist/read-nation.ts';
import { readTime } from '../../server/startlist/read-time.ts';
import { isNation } from '../../shared/nations.ts';
import { entriesOf, taken } from './lists.ts';

describe('what columns are called', () => {
  it.each([
    ['bib', ['Bib', 'NR', 'Nr.', '#', 'Start no', 'Startnummer', 'start-nr', 'Rugnummer', 'BIB NUMBER']],
    ['name', ['Name', 'Naam', 'Navn', 'Skater', 'Schaatser', 'Løber', 'Läufer', 'Athlete']],
    ['given', ['First name', 'Voornaam', 'Fornavn', 'Vorname']],
    ['family', ['Last Name', 'Achternaam', 'Efternavn', 'Nachname']],
    ['nation', ['Nation', 'NOC', 'Land', 'Country', 'Nationaliteit', 'Nationalität']],
    ['club', ['Club', 'Vereniging', 'Klub', 'Verein']],
    ['lane', ['Lane', 'Baan', 'Bane', 'Bahn', 'Start position']],
    ['helmet', ['Helmet', 'Helmnummer', 'Hjelm nr', 'cap']],
    ['armband', ['Armband', 'Armbind', 'Armbinde', 'Kleur', 'Farve']],
    ['transponders', ['Transponder', 'Transponder 1', 'TRANSPONDER-2', 'chip links', 'Transponder højre', 'Tags']],
    ['pb', ['PB', 'PR', 'Persoonlijk record', 'Personlig rekord', 'Persönliche Bestzeit']],
    ['sb', ['SB', 'Season best', 'Seizoensrecord', 'Årsbedste', 'Saisonbestzeit']],
    ['athlete', ['Athlete ID', 'Licence no', 'Licentie', 'Lizenznummer']],
    ['heat', ['Heat', 'Rit', 'Pair', 'Par', 'Lauf']],
  ])(
    '[E3] a column with the %s is found by its title, in any case, with or without accents and spaces',
    (holds, titles) => {
      expect(titles.map((title) => columnOf(title)?.holds)).toEqual(titles.map(() => holds));
    },
  );

  it.each(['', ' ', 'Remarks', 'Group', 'Transponder 9', 'member 9', 'constructor'])(
    '[E3] %j is no column we know',
    (title) => {
      expect(columnOf(title)).toBeUndefined();
    },
  );

  it('[E3] unknown columns are named as ignored', () => {
    const { understood } = taken('race,bib,name,nation,Remarks,Coach\nms-f,1,A,NED,x,y\n');
    expect(understood).toMatchObject({
      format: 'csv',
      encoding: 'utf-8',
      separator: ',',
      ignored: ['Remarks', 'Coach'],
      lines: 1,
    });
  });

  it('[E3] a name in parts is put together, with what Dutch names have between', () => {
    const list = 'race;nr;voornaam;tussenvoegsel;achternaam;land\nms-f;1;Sanne;in ’t;Hof;NED\nms-f;2;Kai;;Verbij;NED\n';
    expect(
      taken(list)
        .meet.athletes.slice(-2)
        .map(({ name }) => name),
    ).toEqual(['Sanne in ’t Hof', 'Kai Verbij']);
  });

  it('[E3] lane, armband and transponders are understood as they are written', () => {
    const list =
      'race,name,nation,Baan,Kleur,Transponder 1,Transponder 2\nm500-1-1,A,NED,Binnen,wit,AA-1,AA-2\nm500-1-1,B,NED,outer,RED,AB-1 / AB-2,\nms-f,C,NED,5,,,\n';
    const { meet } = taken(list);
    expect(entriesOf(meet, 'm500-1-1')).toMatchObject([
      { lane: 'inner', armband: 'white', transponders: ['AA-1', 'AA-2'] },
      { lane: 'outer', armband: 'red', transponders: ['AB-1', 'AB-2'] },
    ]);
    expect(entriesOf(meet, 'ms-f')).toMatchObject([{ lane: '5' }]);
  });

  it('[E3] the team of a skater is his club, unless there is a club', () => {
    const list = 'race,name,nation,team\nms-f,A,NED,Jumbo\n';
    expect(taken(list).meet.athletes.at(-1)).toMatchObject({ name: 'A', club: 'Jumbo' });
  });
});

describe('times as lists write them', () => {
  it.each([
    ['34.37', 34_370_000],
    ['34,37', 34_370_000],
    ['1:08.55', 68_550_000],
    ['1.08,55', 68_550_000],
    ['1:08,55', 68_550_000],
    ['1.08.55', 68_550_000],
    ['1,08,55', 68_550_000],
    ['01:08.55', 68_550_000],
    ['1\'08"55', 68_550_000],
    ['1:08', 68_000_000],
    ['1.08', 1_080_000],
    ['43.459', 43_459_000],
    ['12.47,89', 767_890_000],
    ['1:01:02.03', 3_662_030_000],
    ['68.55', 68_550_000],
    ['34.37s', 34_370_000],
  ])('[E5] %s is %i us', (text, us) => {
    expect(readTime(text)).toBe(us);
  });

  it.each(['', '-', 'NT', 'geen', '0', '0:00.00'])('[E5] %j says that there is none', (text) => {
    expect(readTime(text)).toBe('none');
  });

  it.each([
    'abc',
    '1:75.00',
    '1:8.55',
    '1:02:03:04.05',
    '34.',
    '.37',
    '-1.00',
    '1:60:00.00',
    '1e5',
    '34.3712345',
    '99999999999999999999',
  ])('[E5] %j is no time', (text) => {
    expect(readTime(text)).toBeUndefined();
  });
});

describe('nations as lists write them', () => {
  it.each([
    ['NED', 'NED'],
    ['ned', 'NED'],
    ['NL', 'NED'],
    ['Nederland', 'NED'],
    ['Netherlands', 'NED'],
    ['Schweiz', 'SUI'],
    ['Danmark', 'DEN'],
    ['Chinese Taipei', 'TPE'],
  ])('[E10] %s is %s', (text, code) => {
    expect(readNation(text, isNation)).toBe(code);
  });

  it.each(['NLD', 'DEU', 'XYZ', 'Atlantis', 'Taiwan'])('[E10] %s is none', (text) => {
    expect(readNation(text, isNation)).toBeUndefined();
  });
});
