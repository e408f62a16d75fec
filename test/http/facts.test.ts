import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { factsPerRequest } from '../../server/http/fact-lines.ts';
import { factsBodyBytes } from '../../server/http/facts-route.ts';
import type { Fact } from '../../shared/facts.ts';
import { journalWith, operator, passing, source, stand } from './stand.ts';

const ndjson = { 'content-type': 'application/x-ndjson' };
const lines = (...facts: (object | string)[]) =>
  facts.map((fact) => (typeof fact === 'string' ? fact : JSON.stringify(fact))).join('\n');

describe('a fact is stored', () => {
  test('[A1] one object is answered with accepted, duplicates and lastSeq', async () => {
    await using server = await stand();
    const answer = await server.post(passing('p1'));
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ accepted: 1, duplicates: 0, lastSeq: 2 });
  });

  test('[A1] the answer comes after the journal has it, under the name of the token', async () => {
    await using server = await stand();
    await server.post(passing('p1'), source);
    const [stored] = server.journal.readRace('ms-final');
    expect(stored).toMatchObject({ id: 'p1', by: 'decoder', seq: 2 });
  });

  test('[A1] the same fact again is a duplicate and not stored twice', async () => {
    await using server = await stand();
    await server.post(passing('p1'));
    const again = await server.post([passing('p1'), passing('p2')]);
    expect(again.json).toEqual({ accepted: 1, duplicates: 1, lastSeq: 3 });
  });

  test('[A2] an array is one request', async () => {
    await using server = await stand();
    const answer = await server.post([passing('p1'), passing('p2'), { id: 'a1', kind: 'arm', race: 'ms-final' }]);
    expect(answer.json).toEqual({ accepted: 3, duplicates: 0, lastSeq: 4 });
  });

  test('[A2] NDJSON takes empty lines, CRLF and a last line without an end', async () => {
    await using server = await stand();
    const body = `${JSON.stringify(passing('p1'))}\r\n\r\n${JSON.stringify(passing('p2'))}`;
    const answer = await server.post(body, ndjson);
    expect(answer.json).toEqual({ accepted: 2, duplicates: 0, lastSeq: 3 });
  });

  test('[A2] a packed body and a byte order mark are read', async () => {
    await using server = await stand();
    const answer = await server.ask('POST', '/api/v1/facts', {
      headers: { ...operator, 'content-type': 'application/json; charset=utf-8', 'content-encoding': 'gzip' },
      body: gzipSync(`\uFEFF${JSON.stringify(passing('p1'))}`),
    });
    expect(answer.json).toMatchObject({ accepted: 1 });
  });

  test('[A2] one wrong line of NDJSON stores nothing of the request', async () => {
    await using server = await stand();
    const answer = await server.post(lines(passing('p1'), passing('p2', { how: 'ear' }), passing('p3')), ndjson);
    expect(answer.status).toBe(422);
    expect(server.journal.readRace('ms-final')).toEqual([]);
    expect(server.journal.lastSeq).toBe(1);
  });
});

describe('a wrong fact is named', () => {
  test('[A3] every wrong line of NDJSON has index, line, field and sentence', async () => {
    await using server = await stand();
    const body = lines('', passing('p1', { how: 'ear' }), passing('p2'), '', passing('p3', { at: '12:00' }), '{"id":');
    const answer = await server.post(body, ndjson);
    expect(answer.status).toBe(422);
    expect(answer.json.errors).toEqual([
      { index: 0, line: 2, field: 'how', says: 'how must be one of photo, optical, transponder, manual, not "ear"' },
      { index: 2, line: 5, field: 'at', says: 'at must be a number, not "12:00"' },
      { index: 3, line: 6, column: 7, says: 'It is not JSON at column 7: it ends too early' },
    ]);
    expect(answer.json.detail).toBe(
      '3 of 4 facts are wrong; none is stored. The first: line 2: how must be one of photo, optical, transponder, manual, not "ear".',
    );
  });

  test('[A3] a fact of an array has an index and no line', async () => {
    await using server = await stand();
    const answer = await server.post([passing('p1'), 5, passing('p3', { lap: 4 })]);
    expect(answer.json.errors).toEqual([
      { index: 1, says: 'It must be an object, not 5' },
      { index: 2, field: 'lap', says: 'lap is not a field of kind "passing"' },
    ]);
  });

  test('[A3] an unknown kind is named with the kinds there are', async () => {
    await using server = await stand();
    const answer = await server.post({ ...passing('p1'), kind: 'passsing' });
    expect(answer.json.errors[0].field).toBe('kind');
    expect(answer.json.errors[0].says).toMatch(/^kind must be one of start, passing, .*protest, .*, not "passsing"$/);
  });

  test('[A3] no fact at all is refused', async () => {
    await using server = await stand();
    for (const [body, headers] of [
      ['', {}],
      ['[]', {}],
      ['\n\n', ndjson],
      [' \n', {}],
    ] as const) {
      expect((await server.post(body, headers)).json, JSON.stringify(body)).toMatchObject({
        status: 422,
        code: 'no-facts',
      });
    }
  });

  test('[A4] what is not JSON is refused with line and column', async () => {
    await using server = await stand();
    const answer = await server.post('[\n  {"id": "p1",}\n]');
    expect(answer.status).toBe(400);
    expect(answer.json.code).toBe('malformed-json');
    expect(answer.json.errors).toEqual([
      { line: 2, column: 15, says: 'The body is not JSON at line 2, column 15: near "}\\n]"' },
    ]);
  });

  test('[A5] other content types are refused with those that are taken', async () => {
    await using server = await stand();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json-patch+json']) {
      const answer = await server.post(passing('p1'), { 'content-type': type });
      expect(answer.status).toBe(415);
      expect(answer.headers.get('accept-post')).toBe('application/json, application/x-ndjson');
      expect(answer.json.detail).toBe(
        `Content-Type "${type}" is not taken here; send application/json or application/x-ndjson.`,
      );
    }
    expect(server.journal.lastSeq).toBe(1);
  });

  test('[A5] bytes that are not UTF-8 and unknown packings are refused', async () => {
    await using server = await stand();
    const headers = { ...operator, 'content-type': 'application/json' };
    const latin1 = await server.ask('POST', '/api/v1/facts', { headers, body: new Uint8Array([0x22, 0xe9, 0x22]) });
    expect(latin1.json).toMatchObject({ status: 400, detail: 'The body is not UTF-8 text.' });
    const packed = await server.post(passing('p1'), { 'content-encoding': 'zstd' });
    expect(packed.status).toBe(415);
  });
});

describe('limits', () => {
  test(`[A6] ${factsPerRequest} facts are taken and one more is refused`, async () => {
    await using server = await stand();
    const facts = Array.from({ length: factsPerRequest + 1 }, (_, n) => JSON.stringify(passing(`p${n}`)));
    const over = await server.post(facts.join('\n'), ndjson);
    expect(over.json).toMatchObject({ status: 413, code: 'too-many-facts' });
    expect(over.json.detail).toContain(`limit of ${factsPerRequest}`);
    const at = await server.post(facts.slice(1).join('\n'), ndjson);
    expect(at.json).toMatchObject({ accepted: factsPerRequest });
  });

  test(`[A6] ${factsBodyBytes} bytes are taken and one more is refused, packed or not`, async () => {
    await using server = await stand();
    const fact = JSON.stringify(passing('p1'));
    const body = fact + ' '.repeat(factsBodyBytes - fact.length);
    const over = await server.post(`${body} `);
    expect(over.json).toMatchObject({ status: 413, code: 'too-large' });
    const headers = { ...operator, 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const bomb = await server.ask('POST', '/api/v1/facts', { headers, body: gzipSync(`${body} `) });
    expect(bomb.status).toBe(413);
    expect((await server.post(body)).json).toMatchObject({ accepted: 1 });
  });
});

describe('a dry run', () => {
  test('[A7] it answers the patches and stores nothing', async () => {
    await using server = await stand();
    const answer = await server.post([passing('p1'), passing('p2')], {}, '?dry=1');
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ patches: { 'race/ms-final': { newest: 'p2' } } });
    expect(server.journal.lastSeq).toBe(1);
    expect((await server.post(passing('p1'))).json).toMatchObject({ accepted: 1, duplicates: 0 });
  });

  test('[A7] the facts it is computed from are those that would be stored', async () => {
    const seen: Fact[] = [];
    await using server = await stand({
      preview: (facts) => {
        seen.push(...facts);
        return new Map();
      },
    });
    await server.post(passing('p1'));
    await server.post([passing('p1'), passing('p2')], source, '?dry=1');
    expect(seen).toMatchObject([{ id: 'p2', by: 'decoder' }]);
  });

  test('[A7] it refuses what storing would refuse', async () => {
    await using server = await stand();
    const answer = await server.post([passing('p1'), passing('p2', { race: 'nowhere' })], {}, '?dry=1');
    expect(answer.json).toMatchObject({ status: 422, code: 'unknown-race', errors: [{ index: 1, field: 'race' }] });
  });

  test('[A7] dry=0 stores, and what is unclear does not', async () => {
    await using server = await stand();
    for (const query of ['?dry', '?dry=', '?dry=yes', '?dry=1&dry=0', '?dryrun=1', '?DRY=1']) {
      const answer = await server.post(passing('p1'), {}, query);
      expect(answer.json, query).toMatchObject({ status: 400, code: 'unknown-parameter' });
    }
    expect(server.journal.lastSeq).toBe(1);
    expect((await server.post(passing('p1'), {}, '?dry=0')).json).toMatchObject({ accepted: 1 });
  });
});

describe('what the journal refuses', () => {
  test('[A11] an id with other content is 409 with the line that was sent', async () => {
    await using server = await stand();
    await server.post(passing('p1'));
    const answer = await server.post(lines(passing('p2'), '', passing('p1', { lane: 'inner' })), ndjson);
    expect(answer.json).toMatchObject({ status: 409, code: 'id-taken', errors: [{ index: 1, line: 3 }] });
    expect(answer.json.detail).toMatch(/^Nothing is stored, because of line 3: /);
  });

  test('[A11] a decision made on an older state is 409', async () => {
    await using server = await stand();
    const ruling = { kind: 'ruling', race: 'ms-final', entry: 'e1', status: 'DNF', after: 1 };
    expect((await server.post({ ...ruling, id: 'r1' })).status).toBe(200);
    expect((await server.post({ ...ruling, id: 'r2', status: 'DQ' })).json).toMatchObject({
      status: 409,
      code: 'newer-decision',
    });
  });

  test('[A11] an unknown race and an unknown target are 422 with the field', async () => {
    await using server = await stand();
    const race = await server.post(passing('p1', { race: 'nowhere' }));
    expect(race.json).toMatchObject({ status: 422, code: 'unknown-race', errors: [{ index: 0, field: 'race' }] });
    const target = await server.post({ id: 'x', kind: 'retract', target: 'nothing' });
    expect(target.json).toMatchObject({ status: 422, code: 'unknown-target', errors: [{ index: 0, field: 'target' }] });
  });

  test.each([
    ['storage-full', 507],
    ['storage-failed', 503],
    ['closed', 503],
  ] as const)('[A11] %s is %i and says when to try again', async (code, status) => {
    const says = 'The disk is full.';
    const journal = journalWith({ append: async () => ({ ok: false, code, says }) });
    await using server = await stand({ journal });
    const answer = await server.post(passing('p1'));
    expect(answer.json).toMatchObject({ status, code, detail: 'The disk is full.' });
    expect(answer.headers.get('retry-after')).toBe('5');
  });
});
