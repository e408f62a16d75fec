import { VirtualTimeScheduler } from 'rxjs';
import { expect, it } from 'vitest';
import { Hub, lookMs } from '../../server/hub/hub.ts';
import { Client } from './pair.ts';

const topic = 'console/r1';

/** A hub that makes consoles when asked, and counts how often. */
function hall() {
  const scheduler = new VirtualTimeScheduler();
  const made: string[] = [];
  const make = (name: string) => {
    made.push(name);
    return name.startsWith('console/') ? { n: made.length } : undefined;
  };
  const hub = new Hub({ epoch: 'j.1', nowUs: () => 1_800_000_000_000_000 + scheduler.frame * 1000, scheduler, make });
  const pass = (ms: number) => {
    const until = scheduler.frame + ms;
    scheduler.maxFrames = until;
    scheduler.flush();
    scheduler.frame = until;
  };
  const operator = () => {
    const client = new Client(hub, () => ({ name: 'desk', role: 'operator' }));
    client.say({ t: 'auth', token: 'x' });
    return client;
  };
  return { hub, made, pass, operator };
}

it('[W32] a topic that is made on demand is made when the first asks, in the same turn', () => {
  const { hub, made, operator } = hall();
  hub.refresh();
  expect(made).toEqual([]);
  const client = operator();
  client.sub(topic);
  expect(client.only('snap').state).toEqual({ n: 1 });
  const second = operator();
  second.sub(topic);
  expect(second.only('snap').state).toEqual({ n: 1 });
  expect(made).toEqual([topic]);
});

it('[W32] it is made anew while somebody watches, and no more when nobody does', () => {
  const { hub, made, pass, operator } = hall();
  const client = operator();
  client.sub(topic);
  client.read();
  hub.refresh();
  pass(40);
  expect(client.states.get(topic)?.state).toEqual({ n: 1 });
  client.read();
  expect(client.states.get(topic)?.state).toEqual({ n: 2 });
  client.say({ t: 'unsub', topic });
  pass(lookMs);
  hub.refresh();
  expect(made).toHaveLength(2);
  expect([...hub.topics()]).toEqual([]);
});

it('[W32] it is let go of when the last client leaves, and has a higher version when it comes again', () => {
  const { hub, operator } = hall();
  const client = operator();
  client.sub(topic);
  const { version } = client.only('snap');
  client.session.ended();
  expect([...hub.topics()]).toEqual([]);
  const next = operator();
  next.sub(topic);
  expect(next.only('snap').version).toBeGreaterThan(version);
});

it('[W10][W32] what nobody can make is unknown, and asking for it again finds it once somebody can', () => {
  const { operator, hub } = hall();
  const client = operator();
  client.sub('race/r9');
  expect(client.kinds()).toEqual(['error unknown-topic']);
  hub.put({ changed: new Map([['race/r9', { n: 0 }]]) });
  client.sub('race/r9');
  expect(client.kinds()).toEqual(['snap 1']);
});

it('[W11][W32] nothing is made for a socket that may not read it', () => {
  const { hub, made } = hall();
  const client = new Client(hub);
  for (const guarded of [topic, 'sources', 'screens', 'outputs']) {
    client.sub(guarded);
    expect(client.kinds()).toEqual(['error needs-auth']);
  }
  expect(made).toEqual([]);
});
