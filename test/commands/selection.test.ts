// The selections of a meet through the public API alone: put, skated, designated, read and followed.
import { once } from 'node:events';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { startServer } from '../../server/commands/start-server.ts';
import { apply } from '../../shared/patch.ts';
import { selectionsStateSchema } from '../../shared/selection-state.ts';
import { serverMessageSchema } from '../../shared/wire.ts';
import { trialsMeet } from '../engine/selection/trials.ts';
import { tempFolder } from './splitcast.ts';

const slots = [{ event: 'd500', place: 1 }, { designated: true }, { event: 'd500', place: 2 }];
const meet = trialsMeet(
  [{ id: 'd500', metres: 500, who: ['a', 'b'] }],
  [{ id: 's', name: 'S', kind: 'matrix', quota: 2, slots }],
  [{ id: 'c', name: "N'tab" }],
);
const race = 'd500-1-1';
const gunUs = 1_800_000_000_000_000;
const gun = { id: 'gun', kind: 'start', at: gunUs, source: 'timing', race };

function finish(entry: string, times: readonly number[]): object[] {
  return times.map((time) => ({
    id: `${entry}-${time}`,
    kind: 'passing',
    at: gunUs + time * 1_000_000,
    source: 'timing',
    loop: 'finish',
    how: 'transponder',
    entry,
    race,
  }));
}

async function desk() {
  const journal = join(tempFolder(), 'meet.db');
  const server = await startServer({ port: 0, host: '127.0.0.1', journal, log: pino({ level: 'silent' }) });
  onTestFinished(() => server.close());
  const authorization = `Bearer ${server.tokens.add('desk', 'operator')}`;
  const headers = { authorization, 'content-type': 'application/json' };
  const send = async (method: string, path: string, body: unknown) => {
    const answer = await fetch(server.url + path, { method, headers, body: JSON.stringify(body) });
    return { status: answer.status, json: await answer.json() };
  };
  const get = async (path: string) => (await fetch(server.url + path)).json();
  const selection = async () => {
    const { epoch: _epoch, version: _version, ...state } = await get('/api/v1/meets/m1/selection');
    return selectionsStateSchema.parse(state);
  };
  expect((await send('PUT', '/api/v1/meets/m1', meet)).status).toBe(201);
  expect((await send('POST', '/api/v1/facts', [gun, ...finish('a', [7, 35]), ...finish('b', [7.1, 36])])).status).toBe(
    200,
  );
  return { server, get, send, selection };
}

const designate = { id: 'd1', kind: 'designate', meet: 'm1', selection: 's', slot: 2, athlete: 'c' };
const path = '/api/v1/meets/m1/selection';

describe('the selections of a meet, through the whole server', () => {
  test('[A14][Q1] are read as what the results and the federation make them', async () => {
    const { get, selection } = await desk();
    const { s } = (await selection()).selections;
    expect(Object.values(s?.slots ?? {}).map(({ athlete, state }) => [athlete, state])).toEqual([
      ['a', 'provisional'],
      [undefined, 'open'],
      ['b', 'provisional'],
    ]);
    const ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    const document = await get('/api/v1/openapi.json');
    const check = ajv.compile({ ...document, $ref: '#/components/schemas/SelectionAnswer' });
    expect(check(await get(path)), JSON.stringify(check.errors?.slice(0, 2))).toBe(true);
  });

  test('[A7][Q1] a dry run shows what a designation would change, a retraction gives the slot back', async () => {
    const { send, selection } = await desk();
    const before = await selection();
    const dry = await send('POST', '/api/v1/facts?dry=1', designate);
    // The rows of the race say who has a ticket.
    expect(Object.keys(dry.json.patches).sort()).toEqual(['race/d500-1-1', 'selection/m1']);
    expect(await selection()).toEqual(before);
    expect((await send('POST', '/api/v1/facts', designate)).status).toBe(200);
    const after = await selection();
    expect(apply(before, dry.json.patches['selection/m1'])).toEqual(after);
    expect(after.selections.s?.slots?.['2']).toMatchObject({ athleteName: "N'tab", counts: true });
    expect(after.selections.s?.candidates.b?.selected).toBeUndefined();
    await send('POST', '/api/v1/facts', { id: 'r1', kind: 'retract', target: 'd1' });
    expect(await selection()).toEqual(before);
  });

  test('[J10a][A11] a slot that is not there to be given is refused with what there is', async () => {
    const { send } = await desk();
    const { status, json } = await send('POST', '/api/v1/facts', { ...designate, slot: 1 });
    expect([status, json.code]).toEqual([422, 'unknown-slot']);
    expect(json.detail).toContain('those are 2');
  });

  test('[W3][Q4] are followed live like every topic', async () => {
    const { server, send, selection } = await desk();
    const screen = new WebSocket(`${server.url.replace('http', 'ws')}/api/v1/live`, 'splitcast.v1.json');
    const next = async () => serverMessageSchema.parse(JSON.parse(String((await once(screen, 'message'))[0])));
    await once(screen, 'open');
    screen.send(JSON.stringify({ t: 'sub', topic: 'selection/m1' }));
    const snap = await next();
    const patched = next();
    await send('POST', '/api/v1/facts', designate);
    const patch = await patched;
    if (snap.t !== 'snap' || patch.t !== 'patch') throw new Error(`${snap.t}, then ${patch.t}`);
    expect(apply(snap.state, patch.patch)).toEqual(await selection());
    screen.terminate();
  });
});
