import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Allowance } from '../../server/hub/allowance.ts';
import { readMessage } from '../../server/hub/read-message.ts';
import { limits } from '../../shared/protocol.ts';

const read = (value: unknown) => readMessage(JSON.stringify(value));

it.each([
  [{ t: 'sub', topic: 'race/ms-final' }],
  [{ t: 'sub', topic: 'now', epoch: 'j.1', version: 3, maxHz: 5, delayMs: 2000 }],
  [{ t: 'unsub', topic: 'race/ms-final' }],
  [{ t: 'auth', token: 'secret' }],
  [{ t: 'ack', topic: 'screen/left', version: 3 }],
  [{ t: 'ping', at: 12.5 }],
])('[W14] %j is a message', (message) => {
  expect(read(message)).toEqual({ ok: true, message });
});

it('[W14] fields a newer client adds are left out', () => {
  expect(read({ t: 'unsub', topic: 'now', soon: true })).toEqual({ ok: true, message: { t: 'unsub', topic: 'now' } });
});

it.each([['{'], [''], ['null'], ['[]'], ['"sub"'], ['{}'], ['{"t":7}'], ['{"T":"sub"}']])(
  '[W14] %j is no message',
  (text) => {
    expect(readMessage(text)).toMatchObject({ ok: false, code: 'bad-message' });
  },
);

it.each([
  [{ t: 'sub' }, 'topic'],
  [{ t: 'sub', topic: 'race/../x' }, 'topic'],
  [{ t: 'sub', topic: 'now', maxHz: 3 }, 'maxHz'],
  [{ t: 'sub', topic: 'now', delayMs: 1500 }, 'delayMs'],
  [{ t: 'sub', topic: 'now', delayMs: 121_000 }, 'delayMs'],
  [{ t: 'sub', topic: 'now', version: -1 }, 'version'],
  [{ t: 'auth', token: '' }, 'token'],
  [{ t: 'ack', topic: 'now' }, 'version'],
  [{ t: 'ping', at: 'noon' }, 'at'],
])('[W14] %j is refused by naming the field', (message, field) => {
  const refused = read(message);
  expect(refused).toMatchObject({ ok: false, code: 'bad-message' });
  expect(refused.ok || refused.says).toContain(`${message.t}: ${field} `);
});

it('[W14] a kind of message that a newer protocol may know is told apart', () => {
  expect(read({ t: 'zoom', topic: 'now' })).toEqual({
    ok: false,
    code: 'unknown-message',
    says: 'this server knows sub, unsub, auth, ack, ping',
  });
});

it('[W14] no text makes reading throw', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => typeof readMessage(text).ok === 'boolean'));
});

it('[W15] 50 messages a second are taken and the 51st is not; the next second starts afresh', () => {
  const allowance = new Allowance();
  expect(limits.messagesPerSecond).toBe(50);
  const taken = Array.from({ length: 51 }, (_, i) => allowance.take(i * 10));
  expect(taken).toEqual([...Array(50).fill(true), false]);
  expect(allowance.take(999)).toBe(false);
  expect(allowance.take(1000)).toBe(true);
});
