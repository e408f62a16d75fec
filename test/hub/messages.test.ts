import { expect, it } from 'vitest';
import { limits } from '../../shared/protocol.ts';
import { Bench } from './pair.ts';

const topic = 'race/final';

function bench(): Bench {
  const result = new Bench();
  result.put(topic, { n: 1 });
  return result;
}

it('[W27] a ping of the client comes back as it was, with the clock of the server', () => {
  const at = bench();
  const client = at.client();
  client.say({ t: 'ping', at: 12.5 });
  expect(client.only('pong')).toEqual({ t: 'pong', at: 12.5, serverUs: at.nowUs });
});

it('[W14] what is no message is answered with an error, then closed for good', () => {
  const at = bench();
  const client = at.follower(topic);
  client.say('{');
  expect(client.only('error')).toMatchObject({ code: 'bad-message' });
  expect(client.socket.closed).toEqual({ code: 4500, reason: 'not a message of the protocol' });
  expect(at.hub.sockets).toBe(0);
});

it('[W14] a kind of message it does not know is an error and no more', () => {
  const client = bench().client();
  client.say({ t: 'zoom' });
  expect(client.kinds()).toEqual(['error unknown-message']);
  expect(client.socket.closed).toBeUndefined();
});

it('[W14] after the close nothing is heard and nothing is sent', () => {
  const at = bench();
  const client = at.follower(topic);
  client.say('{');
  client.read();
  client.sub(topic);
  client.session.ponged(Buffer.from('splitcast'));
  expect(client.session.pinged()).toBe(false);
  at.put(topic, { n: 2 });
  at.pass(10_000);
  expect(client.read()).toEqual([]);
});

it('[W15] 50 messages a second are answered, the 51st closes with 4429', () => {
  const client = bench().client();
  for (let n = 0; n < limits.messagesPerSecond; n += 1) client.say({ t: 'ping', at: n });
  expect(client.read()).toHaveLength(50);
  expect(client.socket.closed).toBeUndefined();
  client.say({ t: 'ping', at: 50 });
  expect(client.read()).toEqual([]);
  expect(client.socket.closed?.code).toBe(4429);
});

it('[W15] the pong that the server asks for does not count', () => {
  const client = bench().client();
  client.say({ t: 'ping', at: 0 });
  client.read();
  expect(client.pings).toBe(1);
  for (let n = 1; n < limits.messagesPerSecond; n += 1) client.say({ t: 'ping', at: n });
  expect(client.socket.closed).toBeUndefined();
});

it('[W15] pings and pongs of the client count as messages', () => {
  const pinging = bench().client();
  for (let n = 0; n < limits.messagesPerSecond; n += 1) expect(pinging.session.pinged()).toBe(true);
  expect(pinging.session.pinged()).toBe(false);
  expect(pinging.socket.closed?.code).toBe(4429);
  const ponging = bench().client();
  for (let n = 0; n <= limits.messagesPerSecond; n += 1) ponging.session.ponged(Buffer.alloc(0));
  expect(ponging.socket.closed?.code).toBe(4429);
});

it('[W15] 50 messages every second go on for ever', () => {
  const at = bench();
  const client = at.client();
  for (let second = 0; second < 5; second += 1) {
    for (let n = 0; n < limits.messagesPerSecond; n += 1) client.say({ t: 'ping', at: n });
    client.read();
    at.pass(1000);
  }
  expect(client.socket.closed).toBeUndefined();
});
