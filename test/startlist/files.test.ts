import { describe, expect, it } from 'vitest';
import { decodeText } from '../../server/startlist/decode.ts';
import { readTable, type Table } from '../../server/startlist/table.ts';
import { entriesOf, faultsOf, taken } from './lists.ts';

const text = "bib;naam;land\r\n07;Gélinas-Beaulieu;CAN\r\n8;Sanne in 't Hof;NED\r\n";

function utf16(marked: boolean, swapped: boolean): Uint8Array {
  const bytes = Buffer.from(marked ? `\uFEFF${text}` : text, 'utf16le');
  return swapped ? bytes.swap16() : bytes;
}

describe('the bytes of a list', () => {
  it.each([
    ['utf-8', new TextEncoder().encode(text)],
    ['utf-8', new TextEncoder().encode(`\uFEFF${text}`)],
    ['utf-16le', utf16(true, false)],
    ['utf-16be', utf16(true, true)],
    ['utf-16le', utf16(false, false)],
    ['utf-16be', utf16(false, true)],
    ['windows-1252', Buffer.from(text, 'latin1')],
  ])('[E1] %s is seen from the bytes, with and without a mark', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  it('[E1] what only a western Windows has is read as it was meant', () => {
    expect(decodeText(Uint8Array.of(0x80, 0x20, 0x92, 0x74)).text).toBe('€ ’t');
  });

  it('[E1] an empty file is an empty text', () => {
    expect(decodeText(new Uint8Array()).text).toBe('');
  });
});

function table(list: string): Table {
  const result = readTable(list);
  if (!('rows' in result)) throw new Error(JSON.stringify(result));
  return result;
}

describe('the table in a text', () => {
  it.each([',', ';', '\t', '|'])('[E2] %j between cells is recognised', (separator) => {
    const list = [
      ['Bib', 'Name', 'PB'],
      ['07', 'Kramer, Sven; "Sven" | K', '1.08,55'],
    ];
    const quoted = list.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)).join('\n');
    expect(table(quoted)).toMatchObject({ separator, rows: [{ line: 2, cells: list[1] }] });
  });

  it.each(['\n', '\r\n', '\r'])('[E2] lines may end with %j, the last one with nothing', (end) => {
    const { rows } = table(['bib,name', '1,A', '2,B'].join(end));
    expect(rows).toEqual([
      { line: 2, cells: ['1', 'A'] },
      { line: 3, cells: ['2', 'B'] },
    ]);
  });

  it('[E2] titles and empty lines may stand above the header, empty lines below; lines are counted as an editor does', () => {
    const { rows, columns } = table('Startlijst 500 meter\n\nNr;Naam\n1;"Two\nlines"\n\n;\n2;B\n');
    expect(columns.map((column) => column?.title)).toEqual(['Nr', 'Naam']);
    expect(rows).toEqual([
      { line: 4, cells: ['1', 'Two\nlines'] },
      { line: 8, cells: ['2', 'B'] },
    ]);
  });

  it("[E2] a spreadsheet's own hint is followed, and its line counted", () => {
    expect(table('sep=|\nbib|name\n1|A,B;C')).toMatchObject({
      separator: '|',
      rows: [{ line: 3, cells: ['1', 'A,B;C'] }],
    });
  });

  it('[E2] spaces around a cell go, those in quotation marks stay', () => {
    expect(table('bib , name\n 1 , " A "\n').rows[0]?.cells).toEqual(['1', ' A ']);
  });

  it('[E4] a leading zero stays, also the way a spreadsheet is made to keep it', () => {
    const list = 'race,bib,name,nation\nms-f,07,A,NED\nms-f,="08",B,NED\nms-f,"=""009""",C,NED\n';
    expect(entriesOf(taken(list).meet, 'ms-f').map(({ bib }) => bib)).toEqual(['07', '08', '009']);
  });

  it.each([
    ['', '1 : names no column we know: the first line of a list says what is in it, as in bib,name,nation'],
    ['foo,bar\n1,2', '1 : names no column we know: the first line of a list says what is in it, as in bib,name,nation'],
    ['bib,name\n1,A\n2,"B\n3,C\n', '3 : a cell that is opened by a quotation mark is not closed by one'],
    [
      'race,bib,name\nms-f,1,A,B',
      '2 : has 4 cells under 3 titles: a cell with the separator in it needs quotation marks',
    ],
    ['bib,name\n', ' : the list names nobody'],
  ])('[E6] %j is told what is wrong with it', (list, fault) => {
    expect(faultsOf(list)).toEqual([fault]);
  });
});
