import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { stand } from './stand.ts';

const path = '/api/v1/races/ms-final/tape';
const lines = ['{"t":"snap","n":1}\n', '{"t":"patch","n":2}\n'].map((line) => Buffer.from(line));
const tape = async (topic: string, atUs?: number) =>
  ['race/ms-final', 'event/ms', 'meet/trials', 'selection/trials'].includes(topic) || atUs === 7
    ? { tag: '"j/tape/9"', lines }
    : undefined;

describe('the tape over HTTP', () => {
  it('[A24] is NDJSON with its length, and asked for anew each time', async () => {
    await using server = await stand({ tape });
    const answer = await server.ask('GET', path);
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(lines.join(''));
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-length')).toBe(String(Buffer.concat(lines).length));
    const head = await server.ask('HEAD', path);
    expect([head.status, head.text, head.headers.get('content-length')]).toEqual([
      200,
      '',
      answer.headers.get('content-length'),
    ]);
  });

  it('[A24] there is one of every topic, of what was on by an instant', async () => {
    await using server = await stand({ tape });
    for (const of of ['events/ms', 'meets/trials', 'meets/trials/selection']) {
      expect((await server.get(`/api/v1/${of}/tape`)).text).toBe(lines.join(''));
    }
    expect((await server.get('/api/v1/now/tape?at=7')).text).toBe(lines.join(''));
    expect((await server.get('/api/v1/now/tape')).status).toBe(404);
    expect((await server.get('/api/v1/now/tape?at=then')).status).toBe(400);
  });

  it('[A25] is 304 for the tag it has', async () => {
    await using server = await stand({ tape });
    const tag = (await server.ask('GET', path)).headers.get('etag') ?? '';
    expect(tag).toBe('"j/tape/9"');
    expect((await server.get(path, { 'if-none-match': tag })).status).toBe(304);
    expect((await server.get(path, { 'if-none-match': '"j/tape/8"' })).status).toBe(200);
  });

  it('[A16] of an unknown race is 404 with the races there are', async () => {
    await using server = await stand({ tape });
    const answer = await server.get('/api/v1/races/none/tape');
    expect([answer.status, answer.json.detail]).toEqual([404, 'There is no race "none". There are: ms-final.']);
  });

  it('[A26] that is too long is 404, and says so', async () => {
    await using server = await stand({ tape: async () => ({ tag: '"j/tape/9"', lines: [] }) });
    const answer = await server.get(path);
    expect([answer.status, answer.json.detail]).toEqual([404, expect.stringContaining('too long')]);
  });

  it('[A17] that cannot be made is a mistake that shows no inner workings', async () => {
    const errors: unknown[] = [];
    const log = { error: (fields: unknown) => errors.push(fields) } as never;
    await using server = await stand({ tape: () => Promise.reject(new Error('the disk is gone')), log });
    const answer = await server.get(path);
    expect([answer.status, answer.text.includes('disk')]).toEqual([500, false]);
    expect(errors).toHaveLength(1);
  });

  it('[A27] is handed over as fast as its reader takes it, whole', async () => {
    const piece = Buffer.alloc(1000, 'x');
    const many = Array.from({ length: 64_000 }, () => piece);
    let taken = 0;
    const watched = new Proxy(many, {
      get(target, key, receiver) {
        if (key === Symbol.iterator) {
          return function* each() {
            for (const one of target) {
              taken += one.length;
              yield one;
            }
          };
        }
        return Reflect.get(target, key, receiver);
      },
    });
    await using server = await stand({ tape: async () => ({ tag: '"big"', lines: watched }) });
    const reader = connect(Number(new URL(server.url).port), '127.0.0.1');
    reader.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    await once(reader, 'readable');
    const held = await quiet(() => taken);
    expect(held).toBeLessThan(32_000_000);
    const bytes = await readAll(reader);
    expect(taken).toBe(64_000_000);
    expect(bytes).toBeGreaterThan(64_000_000);
  });

  it('[A27] a reader that goes away in the middle does no harm', async () => {
    const many = Array.from({ length: 64_000 }, () => Buffer.alloc(1000, 'x'));
    await using server = await stand({ tape: async () => ({ tag: '"big"', lines: many }) });
    const reader = connect(Number(new URL(server.url).port), '127.0.0.1');
    reader.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
    await once(reader, 'readable');
    reader.destroy();
    await once(reader, 'close');
    expect((await server.get('/api/v1/now')).status).toBe(200);
  });
});

/** A number that stays the same for 20 turns in which the system had time to move bytes. */
async function quiet(read: () => number): Promise<number> {
  let value = -1;
  for (let same = 0; same < 20; same += 1) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    if (read() !== value) same = 0;
    value = read();
  }
  return value;
}

async function readAll(reader: Socket): Promise<number> {
  let bytes = 0;
  for await (const chunk of reader) bytes += (chunk as Buffer).length;
  return bytes;
}
