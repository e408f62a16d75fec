import { describe, expect, test } from 'vitest';
import type { EntryDoc } from '../../shared/meet.ts';
import { journalWith, meet, operator, passing, type Stand, source, stand } from './stand.ts';

const path = '/api/v1/meets/trials/entries';
const list = 'race,bib,name,nation\nms-final,07,Kai Verbij,NED\nms-final,8,Merel Conijn,NED\n';

function send(server: Stand, body: string | Uint8Array, { query = '', ...headers }: Record<string, string> = {}) {
  return server.ask('POST', `${path}${query}`, {
    headers: { 'content-type': 'text/csv', ...operator, ...headers },
    body,
  });
}

const entriesIn = (server: Stand): readonly EntryDoc[] => server.journal.meet('trials')!.meet.races[0]!.entries;

describe('a start list sent', () => {
  test('[E11] is put into the newest version of the meet, and the answer names every change', async () => {
    await using server = await stand();
    const answer = await send(server, list);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      stored: true,
      version: 2,
      understood: { format: 'csv', encoding: 'utf-8', separator: ',', ignored: [], lines: 2 },
      entries: [
        { race: 'ms-final', entry: 'kai-verbij', name: 'Kai Verbij', change: 'added' },
        { race: 'ms-final', entry: 'merel-conijn', name: 'Merel Conijn', change: 'added' },
        { race: 'ms-final', entry: 'e1', name: "Gerard N'tab", change: 'removed' },
        { race: 'ms-final', entry: 'e2', name: 'Sanne in ’t Hof', change: 'removed' },
      ],
      athletes: [
        { athlete: 'kai-verbij', name: 'Kai Verbij', change: 'added' },
        { athlete: 'merel-conijn', name: 'Merel Conijn', change: 'added' },
      ],
      remarks: [],
    });
    expect(entriesIn(server).map(({ bib }) => bib)).toEqual(['07', '8']);
  });

  test('[E12] a dry run says the same and stores nothing; a list that changes nothing makes no version', async () => {
    await using server = await stand();
    const dry = await send(server, list, { query: '?dry=1' });
    expect(dry.json).toMatchObject({ stored: false, version: 1 });
    expect(dry.json.entries).toHaveLength(4);
    expect(server.journal.meet('trials')!.version).toBe(1);
    await send(server, list);
    const again = await send(server, list);
    expect(again.json).toMatchObject({ stored: false, version: 2, entries: [], athletes: [] });
    expect(server.journal.meet('trials')!.version).toBe(2);
  });

  test('[E11] an entry that has crossings stays, and others stay where the sender says so', async () => {
    await using server = await stand();
    await server.post(passing('p1'));
    const { json } = await send(server, list);
    expect(entriesIn(server).map(({ id }) => id)).toEqual(['kai-verbij', 'merel-conijn', 'e1']);
    expect(json.remarks).toEqual([
      {
        says: 'e1 is not on the list and stays in race ms-final: something has happened to it, so scratch it by an entry fact',
      },
    ]);
    const one = 'race,bib,name,nation\nms-final,9,A,NED\n';
    await send(server, one, { query: '?keep=1' });
    expect(entriesIn(server).map(({ id }) => id)).toEqual(['a', 'kai-verbij', 'merel-conijn', 'e1']);
  });

  test('[E6] with mistakes is refused whole, every line named', async () => {
    await using server = await stand();
    const answer = await send(server, 'race,bib,name,nation\nms-final,7,A,NLD\nms-x,7,B,NED\nms-final,8,C,NED\n');
    expect(answer.status).toBe(422);
    expect(answer.json).toMatchObject({
      code: 'invalid',
      detail:
        '2 lines are wrong; nothing is stored. The first: line 2: "NLD" is no nation: write the three letters of the IOC, as NED or SUI.',
      errors: [
        { line: 2, field: 'nation' },
        { line: 3, field: 'race', says: 'race "ms-x" is no race of this meet; there are ms-final' },
      ],
    });
    expect(server.journal.meet('trials')!.version).toBe(1);
  });

  test('[E6] as JSON counts its entries from 0, as facts are counted', async () => {
    await using server = await stand();
    const body = JSON.stringify([
      { race: 'ms-final', name: 'A', nation: 'NED' },
      { race: 'ms-x', name: 'B' },
    ]);
    const answer = await send(server, body, { 'content-type': 'application/json' });
    expect(answer.json.errors).toMatchObject([{ index: 1, field: 'race' }]);
  });

  test('[E1] may be in the encoding of a western Windows', async () => {
    await using server = await stand();
    const answer = await send(server, Buffer.from('race;naam;land\nms-final;Gélinas;CAN\n', 'latin1'));
    expect(answer.json.understood).toMatchObject({ encoding: 'windows-1252', separator: ';' });
    expect(server.journal.meet('trials')!.meet.athletes[0]).toMatchObject({ name: 'Gélinas' });
  });

  test('[E17] a version named in If-Match must be the newest; without one the list goes into whatever is newest', async () => {
    await using server = await stand();
    const { headers } = await server.get(path);
    const tag = headers.get('etag')!;
    expect((await send(server, list, { 'if-match': tag })).status).toBe(200);
    const stale = await send(server, list, { 'if-match': tag });
    expect(stale.status).toBe(412);
    expect(stale.json.detail).toBe('The meet is in version 2 now. Export the list again, and make your change anew.');
  });

  test('[E17] a meet that somebody else stored meanwhile is read again', async () => {
    let rival = true;
    const journal = journalWith({});
    await using server = await stand({
      journal: {
        ...journal,
        meet: (id) => journal.meet(id),
        async putMeet(doc, expected, by) {
          if (rival && expected === 1) {
            rival = false;
            await journal.putMeet(
              { ...doc, venue: 'Elsewhere', races: journal.meet('trials')!.meet.races },
              1,
              'rival',
            );
          }
          return journal.putMeet(doc, expected, by);
        },
      },
    });
    const answer = await send(server, list);
    expect(answer.json).toMatchObject({ stored: true, version: 3 });
    expect(journal.meet('trials')!.meet).toMatchObject({
      venue: 'Elsewhere',
      races: [{ entries: [{ bib: '07' }, { bib: '8' }] }],
    });
  });

  test.each([
    ['?dry=yes', 400, 'The parameter "dry" is 1 or 0; nothing is stored.'],
    ['?dri=1', 400, 'There is no parameter "dri" here, only race, keep, dry.'],
    ['?dry=1&dry=0', 400, 'The parameter "dry" is there twice.'],
    ['?keep=no', 400, 'The parameter "keep" is 1 or 0; nothing is stored.'],
  ])('[E12] %s is refused, since what was meant as a trial must not be stored', async (query, status, detail) => {
    await using server = await stand();
    const answer = await send(server, list, { query });
    expect([answer.status, answer.json.detail]).toEqual([status, detail]);
  });

  test('[A8] needs an operator, a known meet and a type that can be read', async () => {
    await using server = await stand();
    expect((await send(server, list, source)).status).toBe(403);
    expect((await send(server, list, { 'content-type': 'text/plain' })).status).toBe(415);
    const headers = { 'content-type': 'text/csv', ...operator };
    expect((await server.ask('POST', '/api/v1/meets/none/entries', { headers, body: list })).status).toBe(404);
  });
});

describe('start lists read', () => {
  test('[E13] as CSV and as JSON, which come in again as the same', async () => {
    await using server = await stand();
    const csv = await server.get(`${path}.csv`);
    expect(csv.text).toBe(
      "\uFEFFrace,entry,bib,name,nation,transponders\r\nms-final,e1,1,Gerard N'tab,,AA-1\r\nms-final,e2,2,Sanne in ’t Hof,,AA-2\r\n".slice(
        1,
      ),
    );
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="trials.csv"');
    const json = await server.get(path);
    expect(json.json).toEqual(meet.races[0]!.entries.map((entry) => ({ race: 'ms-final', ...entry })));
    for (const [body, type] of [
      [csv.text, 'text/csv'],
      [json.text, 'application/json'],
    ] as const) {
      expect((await send(server, body, { 'content-type': type })).json).toMatchObject({ stored: false, entries: [] });
    }
  });

  test('[E13] with another separator and of one race; what is not there is 404', async () => {
    await using server = await stand();
    expect((await server.get(`${path}.csv?separator=semicolon&race=ms-final`)).text).toMatch(/^\uFEFF?race;entry;bib/);
    expect((await server.get(`${path}.csv?separator=dot`)).status).toBe(400);
    expect((await server.get(`${path}?race=none`)).status).toBe(404);
    expect((await server.get(`${path}?rase=none`)).status).toBe(400);
    expect((await server.get('/api/v1/meets/none/entries.csv')).status).toBe(404);
  });

  test('[A15] with the ETag of what is there the answer is 304', async () => {
    await using server = await stand();
    const tag = (await server.get(`${path}.csv`)).headers.get('etag')!;
    expect((await server.get(`${path}.csv`, { 'if-none-match': tag })).status).toBe(304);
  });
});

const startList = {
  race: 'ms-final',
  starters: [{ id: 'e1', name: "Gerard N'tab", bib: '5', lane: '3', scratched: true }],
};

describe('changes on the day', () => {
  test('[E15] are in what is read, and a list that says otherwise is told that they stay', async () => {
    await using server = await stand({ startList: () => startList.starters });
    expect((await server.get(`${path}.csv`)).text).toContain('ms-final,e1,5,');
    const answer = await send(server, "race,bib,name\nms-final,1,Gerard N'tab\nms-final,2,Sanne in ’t Hof\n", {
      query: '?dry=1',
    });
    expect(answer.json.remarks).toEqual([
      { line: 2, says: 'e1 is scratched on the day and stays so' },
      { line: 2, says: 'e1 bib was changed on the day to 5 and stays so: change it by an entry fact' },
      { line: 2, says: 'e1 lane was changed on the day to 3 and stays so: change it by an entry fact' },
      { line: 2, says: 'e1 transponders was changed on the day to nothing and stays so: change it by an entry fact' },
    ]);
  });
});
