import { describe, expect, test } from 'vitest';
import { meet, passing, stand } from './stand.ts';

const races = '/api/v1/races/ms-final';

describe('reading boards', () => {
  test('[A14] a race is read with epoch, version and board', async () => {
    await using server = await stand();
    const answer = await server.get(races);
    expect(answer.json).toEqual({ epoch: server.journal.epoch, version: 1, board: { facts: 0 } });
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  test('[A14] who wrote reads what came of it', async () => {
    await using server = await stand();
    for (let n = 1; n <= 5; n += 1) {
      await server.post(passing(`p${n}`));
      expect((await server.get(races)).json).toMatchObject({ version: n + 1, board: { newest: `p${n}` } });
    }
  });

  test('[A14] an event is read with its standings', async () => {
    await using server = await stand();
    expect((await server.get('/api/v1/events/ms')).json).toEqual({
      epoch: server.journal.epoch,
      version: 1,
      event: { id: 'ms', name: "Men's mass start" },
      standings: {},
    });
  });

  test('[A14] the selections of a meet are read, and where it has none that is said', async () => {
    await using server = await stand();
    const { epoch } = server.journal;
    const path = '/api/v1/meets/trials/selection';
    const none = await server.get(path);
    expect([none.status, none.json.detail]).toEqual([
      404,
      'There is no selection "trials". There is no selection at all yet.',
    ]);
    server.topics.put('selection/trials', { meet: 'trials', selections: {} });
    expect((await server.get(path)).json).toEqual({ epoch, version: 1, meet: 'trials', selections: {} });
  });

  test('[A14] now is what is on, also when there is nothing at all', async () => {
    await using server = await stand({}, { withMeet: false });
    const { epoch } = server.journal;
    expect((await server.get('/api/v1/now')).json).toEqual({ epoch, version: 0, onIce: [] });
    await server.put('trials', meet);
    expect((await server.get('/api/v1/now')).json).toEqual({ epoch, version: 1, meet: 'trials', onIce: [] });
  });

  test('[A14] names arrive as they were written', async () => {
    await using server = await stand();
    server.topics.put('race/ms-final', { name: "N'tab <b> \u202Eمحمد 🏁" });
    expect((await server.get(races)).json.board.name).toBe("N'tab <b> \u202Eمحمد 🏁");
  });

  test('[A14] HEAD is GET without a body', async () => {
    await using server = await stand();
    const head = await server.ask('HEAD', races);
    const got = await server.get(races);
    expect(head.status).toBe(200);
    expect(head.text).toBe('');
    expect(head.headers.get('etag')).toBe(got.headers.get('etag'));
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(got.text)));
  });
});

describe('entity tags', () => {
  const paths = [
    '/api/v1/now',
    '/api/v1/meets',
    '/api/v1/meets/trials',
    races,
    '/api/v1/events/ms',
    '/api/v1/openapi.json',
  ];

  test.each(paths)('[A15] %s is 304 without a body for the tag it had', async (path) => {
    await using server = await stand();
    const tag = (await server.get(path)).headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[^"]+"$/);
    for (const header of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const answer = await server.get(path, { 'if-none-match': header });
      expect(answer.status, header).toBe(304);
      expect(answer.text).toBe('');
      expect(answer.headers.get('etag')).toBe(tag);
    }
    expect((await server.get(path, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('[A15] every new state has a new tag', async () => {
    await using server = await stand();
    const seen = new Set<string | null>();
    for (let n = 0; n < 5; n += 1) {
      const before = (await server.get(races)).headers.get('etag') ?? '';
      seen.add(before);
      await server.post(passing(`p${n}`));
      expect((await server.get(races, { 'if-none-match': before })).status).toBe(200);
    }
    expect(seen.size).toBe(5);
  });

  test('[A15] another opening of the journal has other tags for the same version', async () => {
    await using one = await stand();
    await using other = await stand();
    const tag = (await one.get(races)).headers.get('etag') ?? '';
    expect((await other.get(races, { 'if-none-match': tag })).status).toBe(200);
  });

  test('[A15] the tag of a meet changes with its document and with its programme', async () => {
    await using server = await stand();
    const tag = async () => (await server.get('/api/v1/meets/trials')).headers.get('etag');
    const first = await tag();
    server.topics.put('meet/trials', { meet: { id: 'trials', version: 1 }, now: { race: 'ms-final' } });
    const second = await tag();
    await server.put('trials', meet, { 'if-match': '"1"' });
    expect(new Set([first, second, await tag()]).size).toBe(3);
  });
});

describe('what does not exist', () => {
  test('[A16] an unknown race is 404 with the races there are', async () => {
    await using server = await stand();
    const answer = await server.get('/api/v1/races/none');
    expect(answer.json).toMatchObject({
      type: 'urn:splitcast:problem:not-found',
      title: 'Not Found',
      status: 404,
      detail: 'There is no race "none". There are: ms-final.',
    });
  });

  test('[A16] without any event the answer says so', async () => {
    await using server = await stand({}, { withMeet: false });
    const answer = await server.get('/api/v1/events/none');
    expect(answer.json.detail).toBe('There is no event "none". There is no event at all yet.');
  });

  test('[A16] of many races fifty are named, and how many more there are', async () => {
    await using server = await stand({}, { withMeet: false });
    for (let n = 0; n < 53; n += 1) server.topics.put(`race/r${n}`, {});
    const { detail } = (await server.get('/api/v1/races/none')).json;
    expect(detail).toMatch(/r0, r1, .*, r49 and 3 more\.$/);
  });

  test('[A16] an id cannot reach into another kind of topic', async () => {
    await using server = await stand();
    for (const id of ['..%2Fmeet%2Ftrials', '__proto__', 'ms-final%00', '%2e%2e']) {
      expect((await server.get(`/api/v1/races/${id}`)).status, id).toBe(404);
    }
  });
});
