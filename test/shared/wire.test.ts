import { describe, expect, it } from 'vitest';
import { clientMessageSchema, serverMessageSchema, topicSchema } from '../../shared/wire.ts';
import { refusals } from './issues.ts';

const at = 1_763_000_000_000_000;
const topic = 'race/ms-final';
const head = { topic, epoch: 'j1.3', version: 7, at };
const no = (message: unknown) => refusals(clientMessageSchema, message);

const fromClient = [
  { t: 'sub', topic },
  { t: 'sub', topic, epoch: 'j1.3', version: 0, delayMs: 30_000, maxHz: 5 },
  { t: 'unsub', topic },
  { t: 'auth', token: 'sc_x' },
  { t: 'ack', topic, version: 7 },
  { t: 'ping', at: 12.5 },
];
const fromServer = [
  { t: 'snap', ...head, state: { laps: { toGo: 3 } } },
  { t: 'patch', ...head, base: 6, patch: { laps: { toGo: 2 }, best: null } },
  { t: 'beat', ...head },
  { t: 'pong', at: 12.5, serverUs: at },
  { t: 'error', code: 'unknown-topic', says: 'There is no such race.' },
  { t: 'error', code: 'unknown-topic', says: 'There is no such race.', topic },
  { t: 'bye', retryMs: 0 },
  { t: 'bye', retryMs: 500, to: 'ws://10.0.0.2:8080/api/v1/live' },
];

describe('messages', () => {
  it.each(fromClient)('[C12] the client may say $t: %j', (message) => {
    expect(clientMessageSchema.parse(message)).toEqual(message);
  });
  it.each(fromServer)('[C12] the server may say $t: %j', (message) => {
    expect(serverMessageSchema.parse(message)).toEqual(message);
  });
  it.each([...fromClient, ...fromServer])(
    '[C12] a field that $t does not know is left out and harms nothing: %j',
    (message) => {
      const schema = fromClient.includes(message as never) ? clientMessageSchema : serverMessageSchema;
      expect(schema.parse({ ...message, later: 1 })).toEqual(message);
    },
  );
  it('[C12] there are these kinds of messages and no other', () => {
    const kinds = (schema: typeof clientMessageSchema | typeof serverMessageSchema) =>
      schema.options.map((option) => option.shape.t.value as string).sort();
    expect(kinds(clientMessageSchema)).toEqual([...new Set(fromClient.map(({ t }) => t))].sort());
    expect(kinds(serverMessageSchema)).toEqual([...new Set(fromServer.map(({ t }) => t))].sort());
  });
  it.each([{ t: 'publish', topic }, { topic }, { t: 1 }])('[C12] %j is no message', (message) => {
    expect(no(message)).toEqual(['t']);
  });
  it.each([['a string'], [null], [[]]])('[C12] %j is no message', (message) => {
    expect(no(message)).toEqual(['']);
  });
});

describe('topics', () => {
  it.each(['now', 'race/a', 'meet/WC-1.2025', `race/${'x'.repeat(64)}`])('[C12] %s is a topic', (name) => {
    expect(refusals(topicSchema, name)).toEqual([]);
  });
  it.each(['', 'race/', '/a', 'Race/a', 'race/a/b', 'race/a b', `race/${'x'.repeat(65)}`, `${'a'.repeat(17)}/a`])(
    '[C12] "%s" is no topic',
    (name) => {
      expect(no({ t: 'sub', topic: name })).toEqual(['topic']);
    },
  );
});

describe('limits', () => {
  it.each([0, 1000, 120_000])('[C12] a delay of %i ms may be asked for', (delayMs) => {
    expect(no({ t: 'sub', topic, delayMs })).toEqual([]);
  });
  it.each([-1000, 500, 121_000])('[C12] a delay of %i ms is refused by the name of the field', (delayMs) => {
    expect(no({ t: 'sub', topic, delayMs })).toEqual(['delayMs']);
  });
  it.each([25, 10, 5, 2, 1])('[C12] %i changes a second may be asked for', (maxHz) => {
    expect(no({ t: 'sub', topic, maxHz })).toEqual([]);
  });
  it.each([0, 3, 50])('[C12] %i changes a second are refused by the name of the field', (maxHz) => {
    expect(no({ t: 'sub', topic, maxHz })).toEqual(['maxHz']);
  });
  it('[C12] a token has at most 200 characters, an epoch 100', () => {
    expect(no({ t: 'auth', token: 'x'.repeat(200) })).toEqual([]);
    expect(no({ t: 'auth', token: 'x'.repeat(201) })).toEqual(['token']);
    expect(no({ t: 'sub', topic, epoch: 'x'.repeat(100) })).toEqual([]);
    expect(no({ t: 'sub', topic, epoch: 'x'.repeat(101) })).toEqual(['epoch']);
  });
});
