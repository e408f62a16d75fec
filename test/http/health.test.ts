import { describe, expect, test } from 'vitest';
import type { JournalHealth } from '../../server/journal/journal.ts';
import { journalWith, passing, stand } from './stand.ts';

describe('health', () => {
  test('[R1] a journal that stores is 200', async () => {
    await using server = await stand();
    const answer = await server.get('/healthz');
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ ok: true, says: 'Facts are stored.', epoch: server.journal.epoch, lastSeq: 1 });
  });

  test('[R1] a journal that fails is 503 with its sentence, and 200 again when it stores', async () => {
    let health: JournalHealth = { ok: false, says: 'The disk is full: free some space.' };
    const journal = journalWith({
      get health() {
        return health;
      },
    });
    await using server = await stand({ journal });
    const failing = await server.get('/healthz');
    expect(failing.status).toBe(503);
    expect(failing.json).toMatchObject({ ok: false, says: 'The disk is full: free some space.' });
    health = { ok: true };
    expect((await server.get('/healthz')).status).toBe(200);
  });

  test('[R2] the server is ready while it says so', async () => {
    let ready = false;
    await using server = await stand({ ready: () => ready });
    const before = await server.get('/readyz');
    expect(before.json).toMatchObject({ status: 503, code: 'not-ready' });
    expect(before.headers.get('retry-after')).toBe('1');
    ready = true;
    expect((await server.get('/readyz')).json).toEqual({ ready: true });
  });
});

describe('metrics', () => {
  const value = (text: string, name: string) => Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1]);

  test('[R3] facts are counted as accepted, duplicate or refused', async () => {
    await using server = await stand();
    await server.post([passing('p1'), passing('p2')]);
    await server.post([passing('p1'), passing('p3')]);
    await server.post(passing('p1', { lane: 'inner' }));
    await server.post(passing('p9'), {}, '?dry=1');
    const { text, headers } = await server.get('/metrics');
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(value(text, 'splitcast_facts_accepted_total')).toBe(3);
    expect(value(text, 'splitcast_facts_duplicates_total')).toBe(1);
    expect(value(text, 'splitcast_requests_refused_total\\{code="id-taken"\\}')).toBe(1);
    expect(value(text, 'splitcast_commit_seconds_count')).toBe(3);
  });

  test('[R3] the numbers of others are read when asked for', async () => {
    await using server = await stand();
    const { text } = await server.get('/metrics');
    expect(value(text, 'splitcast_sockets')).toBe(7);
    expect(value(text, 'nodejs_eventloop_lag_seconds')).toBeGreaterThanOrEqual(0);
  });

  test('[R3] two servers in one process count for themselves', async () => {
    await using one = await stand();
    await using other = await stand();
    await one.post(passing('p1'));
    expect(value((await other.get('/metrics')).text, 'splitcast_facts_accepted_total')).toBe(0);
  });
});
