import { describe, expect, test } from 'vitest';
import { failedTokens } from '../../server/http/auth.ts';
import { meet, operator, passing, source, stand } from './stand.ts';

const wrong = { authorization: 'Bearer sc_wrong' };
const json = { 'content-type': 'application/json' };

describe('tokens', () => {
  test('[A8] writing without a token is 401 and says how to make one', async () => {
    await using server = await stand();
    const body = JSON.stringify(passing('p1'));
    for (const [method, path] of [
      ['POST', '/api/v1/facts'],
      ['PUT', '/api/v1/meets/new'],
    ] as const) {
      const answer = await server.ask(method, path, { headers: json, body });
      expect(answer.json).toMatchObject({ status: 401, code: 'no-token' });
      expect(answer.json.detail).toContain('splitcast token add');
      expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="splitcast"');
    }
    expect(server.journal.lastSeq).toBe(1);
  });

  test.each([
    'Bearer sc_wrong',
    'Bearer',
    'Bearer  ',
    'Basic c2Nfb3BlcmF0b3ItMQ==',
    'sc_operator-1',
    `Bearer ${'x'.repeat(201)}`,
  ])('[A8] "%s" is 401', async (authorization) => {
    await using server = await stand();
    const answer = await server.post(passing('p1'), { authorization });
    expect(answer.json).toMatchObject({ status: 401, code: 'wrong-token' });
    expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"');
  });

  test('[A8] the token is looked at before the body', async () => {
    await using server = await stand();
    expect((await server.post('not json', wrong)).status).toBe(401);
    expect((await server.post('not json', { ...wrong, 'content-type': 'text/plain' })).status).toBe(401);
  });

  test('[A8] the word Bearer is read in any case', async () => {
    await using server = await stand();
    expect((await server.post(passing('p1'), { authorization: 'bearer sc_source-1' })).status).toBe(200);
  });

  test('[A8] a token in the URL is refused, even beside a good one', async () => {
    await using server = await stand();
    for (const query of ['?token=sc_operator-1', '?access_token=sc_operator-1']) {
      expect((await server.post(passing('p1'), {}, query)).json).toMatchObject({
        status: 400,
        code: 'unknown-parameter',
      });
    }
    expect(server.journal.lastSeq).toBe(1);
  });

  test('[A8] a source may not write meets', async () => {
    await using server = await stand({}, { withMeet: false });
    const answer = await server.put('trials', meet, source);
    expect(answer.json).toMatchObject({ status: 403, code: 'not-allowed' });
    expect(answer.json.detail).toBe('Token "decoder" has the role source; this needs the role operator.');
    expect(server.journal.lastSeq).toBe(0);
  });

  test('[A8] reading needs no token', async () => {
    await using server = await stand();
    expect((await server.get('/api/v1/races/ms-final')).status).toBe(200);
    expect((await server.get('/api/v1/races/ms-final', wrong)).status).toBe(200);
  });
});

describe('roles', () => {
  test('[A9] a source sends start, passing, sync and bell', async () => {
    await using server = await stand();
    const at = 1_800_000_000_000_000;
    const facts = [
      { id: 's1', kind: 'start', at, source: 'gun', race: 'ms-final' },
      passing('p1'),
      { id: 'y1', kind: 'sync', source: 'mylaps', of: 'mylaps', offsetUs: 5, race: 'ms-final' },
      { id: 'b1', kind: 'bell', race: 'ms-final', lap: 15 },
    ];
    expect((await server.post(facts, source)).json).toMatchObject({ accepted: 4 });
  });

  test('[A9] anything else from a source is 403, names each line, and stores nothing', async () => {
    await using server = await stand();
    const ruling = { id: 'r1', kind: 'ruling', race: 'ms-final', entry: 'e1', status: 'DQ' };
    const arm = { id: 'a1', kind: 'arm', race: 'ms-final' };
    const answer = await server.post([passing('p1'), ruling, arm], source);
    expect(answer.status).toBe(403);
    expect(answer.json.errors).toEqual([
      { index: 1, field: 'kind', says: "kind ruling needs an operator's token" },
      { index: 2, field: 'kind', says: "kind arm needs an operator's token" },
    ]);
    expect(server.journal.lastSeq).toBe(1);
    expect((await server.post([passing('p1'), ruling, arm], operator)).json).toMatchObject({ accepted: 3 });
  });

  test('[A9] a dry run asks for the same role', async () => {
    await using server = await stand();
    expect((await server.post({ id: 'a1', kind: 'arm', race: 'ms-final' }, source, '?dry=1')).status).toBe(403);
    expect((await server.post(passing('p1'), {}, '?dry=1')).status).toBe(200);
  });
});

describe('wrong tokens', () => {
  test(`[A10] ${failedTokens} wrong tokens are 401 and one more is 429, and a right one still passes`, async () => {
    await using server = await stand();
    for (let n = 0; n < failedTokens; n += 1) expect((await server.post(passing('p1'), wrong)).status).toBe(401);
    const answer = await server.post(passing('p1'), wrong);
    expect(answer.json).toMatchObject({ status: 429, code: 'too-many-failures' });
    expect(answer.headers.get('retry-after')).toBe('60');
    expect((await server.post(passing('p1'), source)).json).toMatchObject({ accepted: 1 });
    expect((await server.post(passing('p2'), wrong)).status).toBe(429);
  });

  test('[A10] good tokens, however many, and requests without one are not counted', async () => {
    await using server = await stand();
    for (let n = 0; n < failedTokens + 1; n += 1) {
      expect((await server.post(passing(`p${n}`), source)).status).toBe(200);
      expect((await server.ask('POST', '/api/v1/facts')).status).toBe(401);
    }
    expect((await server.post(passing('p1'), wrong)).status).toBe(401);
  });

  test('[A10] a forged forwarding header does not start a new count', async () => {
    await using server = await stand();
    for (let n = 0; n < failedTokens; n += 1) {
      await server.post(passing('p1'), { ...wrong, 'x-forwarded-for': `10.0.0.${n}` });
    }
    expect((await server.post(passing('p1'), { ...wrong, 'x-forwarded-for': '10.9.9.9' })).status).toBe(429);
  });
});
