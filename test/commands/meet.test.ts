import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { meetCommand } from '../../server/commands/meet.ts';
import { meet as document, type Stand, stand } from '../http/stand.ts';
import { run, tempFolder } from './splitcast.ts';

const list = "race;startnummer;naam;land;Opmerking\nms-final;07;Gélinas;CAN;x\nms-final;2;Sanne in 't Hof;NED;\n";
const token = ['--token', 'sc_operator-1'];

/** Runs a meet command in this process against the server; what it printed. */
async function meet(server: Stand, ...args: string[]): Promise<string> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await meetCommand().parseAsync([...args, '--url', server.url], { from: 'user' });
    return write.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    write.mockRestore();
  }
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, content);
  return path;
}

const bibs = (server: Stand) => server.journal.meet('trials')!.meet.races[0]!.entries.map(({ bib }) => bib);

describe('splitcast meet', () => {
  test('[E16] check says what an import would do and stores nothing; import does it', async () => {
    await using server = await stand();
    const path = file('list.csv', Buffer.from(list, 'latin1'));
    const checked = await meet(server, 'check', path, ...token);
    const changes = [
      'read     2 entries (CSV, windows-1252, semicolons)',
      'ignored  Opmerking: nobody knows what these columns hold',
      'added    ms-final  Gélinas',
      'changed  ms-final  Sanne in ’t Hof (nation, bib)',
    ];
    expect(checked).toContain(changes.slice(0, 3).join('\n'));
    expect(checked).toMatch(/check {4}nothing is stored; import does it\n$/);
    expect(bibs(server)).toEqual(['1', '2']);
    expect(await meet(server, 'import', path, ...token)).toMatch(/stored {3}as version 2\n$/);
    expect(bibs(server)).toEqual(['07', '2']);
    expect(await meet(server, 'import', path, ...token)).toMatch(/same {5}the meet has this list already\n$/);
  });

  test('[E16] what is exported comes in again as the same, as CSV and as JSON', async () => {
    await using server = await stand();
    const folder = tempFolder();
    await meet(server, 'export', join(folder, 'list.csv'), '--separator', 'semicolon');
    expect(readFileSync(join(folder, 'list.csv'), 'utf8')).toBe(
      "\uFEFFrace;entry;bib;name;nation;transponders\r\nms-final;e1;1;Gerard N'tab;;AA-1\r\nms-final;e2;2;Sanne in ’t Hof;;AA-2\r\n",
    );
    writeFileSync(join(folder, 'list.json'), await meet(server, 'export', '--format', 'json', '--race', 'ms-final'));
    for (const name of ['list.csv', 'list.json']) {
      expect(await meet(server, 'import', join(folder, name), ...token)).toContain(
        'same     the meet has this list already',
      );
    }
  });

  test('[E16] a list with mistakes is refused with all of them, one a line', async () => {
    await using server = await stand();
    const path = file('bad.csv', 'race,bib,name,nation\nms-x,1,A,NED\nms-final,2,B,NLD\n');
    await expect(meet(server, 'check', path, ...token)).rejects.toThrow(
      [
        '2 lines are wrong; nothing is stored. The first: line 2: race "ms-x" is no race of this meet; there are ms-final.',
        '  line 2, race: race "ms-x" is no race of this meet; there are ms-final',
        '  line 3, nation: "NLD" is no nation: write the three letters of the IOC, as NED or SUI',
      ].join('\n'),
    );
  });

  test('[E16] a whole document replaces the version that is there, which it names by itself', async () => {
    await using server = await stand({}, { withMeet: false });
    const path = file('meet.json', JSON.stringify(document));
    expect(await meet(server, 'import', path, ...token)).toMatch(
      /^added {4}race ms-final\n.*stored {3}as version 1\n$/s,
    );
    const more = { ...document, races: [...document.races, { id: 'ms-b', event: 'ms', name: 'B', entries: [] }] };
    const changed = file('meet.json', JSON.stringify(more));
    expect(await meet(server, 'check', changed)).toBe(
      'added    race ms-b\ncheck    nothing is stored; import does it\n',
    );
    expect(await meet(server, 'import', changed, ...token)).toContain('stored   as version 2');
    await expect(meet(server, 'import', path, '--if-match', '"1"', ...token)).rejects.toThrow(
      'The meet exists, in version 2.',
    );
    const exported = file('meet.json', await meet(server, 'export', '--format', 'meet'));
    expect(await meet(server, 'import', exported, ...token)).toContain('same     athletes, races and entries');
  });

  test('[E16] a document is checked without a server too, and its mistakes are named', async () => {
    const away = { url: 'http://127.0.0.1:1' } as Stand;
    const good = await meet(away, 'check', file('meet.json', JSON.stringify(document)));
    expect(good).toMatch(
      /^check {4}the document is right; there is no server at http:\/\/127\.0\.0\.1:1: .*, so nothing was compared\n$/,
    );
    const [race] = document.races;
    const entries = [...race!.entries, { id: 'e3', name: 'C', nation: 'NLD', bib: '1' }];
    const bad = file('meet.json', JSON.stringify({ ...document, races: [{ ...race, entries }] }));
    await expect(meet(away, 'check', bad)).rejects.toThrow(
      [
        'the meet document is wrong; nothing is stored',
        '  nation: entry e3 of race ms-final has the nation NLD, which is none of the IOC: give it a name under nations, or write another',
        '  entry 4, bib: bib 1 is that of entry 1 too, in race ms-final',
      ].join('\n'),
    );
  });

  test('[E16] no token, no meet, several meets, no file and no server are one sentence each', async () => {
    await using server = await stand({}, { withMeet: false });
    const path = file('list.csv', list);
    await expect(meet(server, 'import', path, ...token)).rejects.toThrow(
      'has no meet yet: import a meet document first',
    );
    await server.put('trials', document);
    await expect(meet(server, 'import', path)).rejects.toThrow('wants a token: make one with splitcast token add');
    await server.put('other', { ...document, id: 'other', races: [] });
    await expect(meet(server, 'import', path, ...token)).rejects.toThrow(
      'say which meet with --meet; there are trials, other',
    );
    await expect(meet(server, 'export', '--meet', 'none')).rejects.toThrow(
      'There is no meet "none". There are: trials, other.',
    );
    await expect(meet(server, 'import', '/nowhere.csv')).rejects.toThrow('/nowhere.csv cannot be read');
    await expect(meet({ url: 'http://127.0.0.1:1' } as Stand, 'export')).rejects.toThrow(
      'there is no server at http://127.0.0.1:1',
    );
  });

  test('[E16] the program ends with 0 where a list would be taken and with 1 where not', async () => {
    await using server = await stand();
    const env = { SPLITCAST_URL: server.url, SPLITCAST_TOKEN: 'sc_operator-1' };
    const good = await run(['meet', 'check', file('list.csv', list)], env);
    expect(good).toMatchObject({ code: 0, err: '' });
    const bad = await run(['meet', 'check', file('bad.csv', 'bib,name\n1,"A\n')], env);
    expect(bad).toMatchObject({ code: 1, out: '' });
    expect(bad.err).toMatch(/^splitcast: .*line 2: a cell that is opened by a quotation mark is not closed by one/);
  });

  test('[R12] its help has an example of each', async () => {
    const { code, out } = await run(['meet', '--help']);
    expect(code).toBe(0);
    for (const words of ['meet check startlist.csv', 'meet import meet.json', 'meet export'])
      expect(out).toContain(words);
  });
});
