import { describe, expect, test } from 'vitest';
import { meetBodyBytes } from '../../server/http/meet-routes.ts';
import { meetSchema } from '../../shared/meet.ts';
import { meet, passing, stand } from './stand.ts';

const bare = () => stand({}, { withMeet: false });

describe('making a meet', () => {
  test('[A12] a new meet is 201 with its address, version and tag', async () => {
    await using server = await bare();
    const answer = await server.put('trials', meet);
    expect(answer.status).toBe(201);
    expect(answer.json).toEqual({ version: 1, seq: 1 });
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(answer.headers.get('location')).toBe('/api/v1/meets/trials');
  });

  test('[A12] If-None-Match: * makes a meet and never replaces one', async () => {
    await using server = await bare();
    expect((await server.put('trials', meet, { 'if-none-match': '*' })).status).toBe(201);
    expect((await server.put('trials', meet, { 'if-none-match': '*' })).status).toBe(412);
    expect(server.journal.lastSeq).toBe(1);
  });

  test('[A12] If-Match on a meet that is not there is 412', async () => {
    await using server = await bare();
    for (const tag of ['"1"', '*', '"0"']) {
      const answer = await server.put('trials', meet, { 'if-match': tag });
      expect(answer.json, tag).toMatchObject({ status: 412, code: 'version-mismatch' });
    }
    expect(server.journal.lastSeq).toBe(0);
  });

  test('[A12] of two that make the same meet at once one wins', async () => {
    await using server = await bare();
    const answers = await Promise.all([server.put('trials', meet), server.put('trials', meet)]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(201);
    expect([412, 428]).toContain(statuses[1]);
    expect(server.journal.lastSeq).toBe(1);
  });
});

describe('replacing a meet', () => {
  test('[A12] without a condition it is 428 with the tag to send', async () => {
    await using server = await stand();
    const answer = await server.put('trials', meet);
    expect(answer.json).toMatchObject({ status: 428, code: 'version-needed' });
    expect(answer.json.detail).toBe('The meet exists, in version 1. To replace it, send If-Match: "1".');
    expect(answer.headers.get('etag')).toBe('"1"');
  });

  test('[A12] the tag of the newest version replaces it with 200', async () => {
    await using server = await stand();
    const answer = await server.put('trials', { ...meet, name: 'Renamed' }, { 'if-match': '"1"' });
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ version: 2, seq: 2 });
    expect(answer.headers.get('etag')).toBe('"2"');
    expect((await server.get('/api/v1/meets/trials')).json.meet.name).toBe('Renamed');
  });

  test('[A12] the tag of an older version is 412, and so is text that is no tag', async () => {
    await using server = await stand();
    await server.put('trials', meet, { 'if-match': '"1"' });
    for (const tag of ['"1"', '"3"', '"x"', 'W/"1"', '"1", "0"', '""', '"2x"']) {
      const answer = await server.put('trials', meet, { 'if-match': tag });
      expect(answer.json, tag).toMatchObject({ status: 412, code: 'version-mismatch' });
    }
    expect(server.journal.lastSeq).toBe(2);
  });

  test.each(['*', '"7", "1"', 'W/"1"', '1'])('[A12] If-Match: %s names version 1', async (tag) => {
    await using server = await stand();
    expect((await server.put('trials', meet, { 'if-match': tag })).status).toBe(200);
  });

  test('[A12] the tag a GET gave replaces the document, whatever was skated since', async () => {
    await using server = await stand();
    const tag = (await server.get('/api/v1/meets/trials')).headers.get('etag') ?? '';
    await server.post(passing('p1'));
    server.topics.put('meet/trials', { meet: { id: 'trials', version: 1 }, now: { race: 'ms-final' } });
    expect((await server.put('trials', meet, { 'if-match': tag })).status).toBe(200);
    expect((await server.put('trials', meet, { 'if-match': tag })).status).toBe(412);
  });

  test('[A11] taking away an entry that has crossings is 409', async () => {
    await using server = await stand();
    await server.post(passing('p1', { entry: 'e1' }));
    const races = meet.races.map((race) => ({ ...race, entries: race.entries.slice(1) }));
    const answer = await server.put('trials', { ...meet, races }, { 'if-match': '"1"' });
    expect(answer.json).toMatchObject({ status: 409, code: 'entry-has-crossings' });
  });

  test('[A11] a race of another meet is 409', async () => {
    await using server = await stand();
    const answer = await server.put('other', { ...meet, id: 'other' });
    expect(answer.json).toMatchObject({ status: 409, code: 'race-elsewhere' });
  });
});

describe('a wrong meet', () => {
  test('[A13] another id than the address is refused', async () => {
    await using server = await bare();
    const answer = await server.put('other', meet);
    expect(answer.json).toMatchObject({
      status: 422,
      errors: [{ field: 'id', says: 'id is "trials", but the address names "other"' }],
    });
    expect(server.journal.lastSeq).toBe(0);
  });

  test('[A13] every wrong field is named by its path', async () => {
    await using server = await bare();
    const wrong = {
      ...meet,
      venue: undefined,
      races: [
        {
          ...meet.races[0],
          event: 'none',
          entries: [
            { id: 'e1', name: 'A' },
            { id: 'e1', name: 'B' },
          ],
        },
      ],
    };
    expect((await server.put('trials', wrong)).json.errors).toEqual([
      { field: 'venue', says: 'venue is missing: text is needed' },
    ]);
    expect((await server.put('trials', { ...wrong, venue: 'Thialf' })).json.errors).toEqual([
      { field: 'races.0.event', says: 'races.0.event names no event of this meet: none' },
      { field: 'races.0.entries.1.id', says: 'races.0.entries.1.id is used twice' },
    ]);
  });

  test('[A4] a meet that is not JSON is refused with line and column', async () => {
    await using server = await bare();
    const answer = await server.put('trials', '{\n"id": trials}');
    expect(answer.json).toMatchObject({ status: 400, code: 'malformed-json', errors: [{ line: 2, column: 7 }] });
  });

  test('[A5] NDJSON is no meet', async () => {
    await using server = await bare();
    const answer = await server.put('trials', meet, { 'content-type': 'application/x-ndjson' });
    expect(answer.status).toBe(415);
    expect(answer.json.detail).toContain('send application/json');
  });

  test(`[A6] a meet of ${meetBodyBytes} bytes is taken and one more byte is refused`, async () => {
    await using server = await bare();
    const text = JSON.stringify(meet);
    const body = text + ' '.repeat(meetBodyBytes - Buffer.byteLength(text));
    expect((await server.put('trials', `${body} `)).status).toBe(413);
    expect((await server.put('trials', body)).status).toBe(201);
  });
});

describe('reading meets', () => {
  test('[A14] a meet is read with its document, defaults filled in, and its programme', async () => {
    await using server = await stand();
    const { json } = await server.get('/api/v1/meets/trials');
    expect(json).toMatchObject({ epoch: server.journal.epoch, version: 1, meet: { id: 'trials', athletes: [] } });
    expect(json.meet.events[0].rules.laps).toBe(16);
    expect(json.meet.races[0].entries[0].name).toBe("Gerard N'tab");
    expect(json.programme.meet.id).toBe('trials');
  });

  test('[A14] the list names every meet with its version', async () => {
    await using server = await stand();
    expect((await server.get('/api/v1/meets')).json.meets).toEqual([{ id: 'trials', name: 'Trials <b>', version: 1 }]);
    await server.put('trials', { ...meet, name: 'Second' }, { 'if-match': '"1"' });
    expect((await server.get('/api/v1/meets')).json.meets).toEqual([{ id: 'trials', name: 'Second', version: 2 }]);
  });

  test('[A16] an unknown meet is 404 with those that are', async () => {
    await using server = await stand();
    const answer = await server.get('/api/v1/meets/nothing');
    expect(answer.json).toMatchObject({ status: 404, detail: 'There is no meet "nothing". There are: trials.' });
  });
});

test('[A31] every version of a document can be read, the newest where none is named', async () => {
  const document = (id: string, version: number) =>
    id === 'trials' && version <= 2 ? meetSchema.parse({ ...meet, name: `Trials ${version}` }) : undefined;
  await using server = await stand({ document });
  await server.put('trials', { ...meet, name: 'Trials 2' }, { 'if-match': '"1"' });
  const path = '/api/v1/meets/trials/document';
  const names = ['?version=1', '?version=2', ''].map(async (query) => (await server.get(path + query)).json.name);
  expect(await Promise.all(names)).toEqual(['Trials 1', 'Trials 2', 'Trials 2']);
  const first = await server.get(`${path}?version=1`);
  const again = await server.get(`${path}?version=1`, { 'if-none-match': first.headers.get('etag') ?? '' });
  expect(again.status).toBe(304);
  const none = ['?version=3', '?version=x'].map(async (query) => (await server.get(path + query)).status);
  expect(await Promise.all(none)).toEqual([404, 404]);
  expect((await server.get('/api/v1/meets/none/document')).json.detail).toContain('There are: trials.');
});
