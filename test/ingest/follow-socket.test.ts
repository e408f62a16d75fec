import { describe, expect, it, onTestFinished } from 'vitest';
import { backOffMs } from '../../server/ingest/back-off.ts';
import { connect } from '../../server/ingest/connection.ts';
import { feed } from '../../server/ingest/feed.ts';
import { followSocket } from '../../server/ingest/follow-socket.ts';
import type { Health } from '../../server/ingest/health.ts';
import { vantage } from '../../server/ingest/vantage.ts';
import type { FactDraft } from '../../shared/facts.ts';
import type { Meet } from '../../shared/meet.ts';
import { FakeWall } from '../demo/fake-wall.ts';
import { Follower } from '../proof/follower.ts';
import { PlayServer } from './play-server.ts';
import * as s from './stream.ts';

const story = s.lines(
  ...s.opening(),
  s.start(),
  s.lap(s.innerId, 18.2),
  s.lap(s.outerId, 18.6),
  s.lap(s.innerId, 46.9),
  s.lap(s.outerId, 47.4),
  s.lap(s.innerId, 76.1),
  s.lap(s.outerId, 77.3),
  s.committed(),
);
const expected = [...new Follower().hearAll(story).facts].sort();

function server(cuts: readonly number[]): PlayServer {
  const play = new PlayServer(story, cuts);
  onTestFinished(() => play.close());
  return play;
}

/** Follows until all facts are there; gives what the sink was sent. */
async function followed(url: string, quietMs?: number) {
  const stop = new AbortController();
  const facts = new Map<string, FactDraft>();
  const away: string[] = [];
  let meet: Meet | undefined;
  let health: Health | undefined;
  const chunks = followSocket({
    url,
    wall: new FakeWall(),
    signal: stop.signal,
    onAway: (why) => away.push(why),
    ...(quietMs !== undefined && { quietMs }),
  });
  await feed(chunks, {
    translator: vantage(),
    nowUs: () => 7,
    onHealth: (now) => {
      health = now;
    },
    sink: {
      async store(change) {
        meet = change.apply(meet);
        return [];
      },
      async post(all) {
        for (const fact of all) {
          if (facts.has(fact.id)) expect(facts.get(fact.id)).toEqual(fact);
          facts.set(fact.id, fact);
        }
        if (facts.size === expected.length) stop.abort();
        return [];
      },
    },
  });
  return { facts: [...facts].sort(), away, health };
}

describe('a live source', () => {
  it('[I12] is heard over a real socket', async () => {
    const { facts, away } = await followed(await server([]).url());
    expect(facts).toEqual(expected);
    expect(away).toEqual([]);
  });

  it('[I12] that cuts the line in the middle of a message is connected again, and the facts end the same', async () => {
    for (const cut of [0, 3, 6, story.length - 2]) {
      const play = server([cut, cut]);
      const { facts, away } = await followed(await play.url());
      expect(facts, `cut after ${cut}`).toEqual(expected);
      expect(play.connections).toBe(3);
      expect(away).toHaveLength(2);
    }
  });

  it('[I12] that says nothing, not even a ping, is taken for gone', async () => {
    const play = server([]);
    const connection = connect(await play.url(), 60);
    expect(await connection.next()).toHaveLength(story.length);
    expect(await connection.next()).toBeUndefined();
    expect(connection.why).toBe('nothing was heard for 0.06 s');
  });

  it('[I12] that pings is not', async () => {
    const play = server([]);
    const connection = connect(await play.url(), 150);
    await connection.next();
    let pings = 0;
    const [socket] = play.sockets;
    const pong = new Promise<void>((resolve) => {
      socket?.on('pong', () => {
        pings += 1;
        if (pings === 20) resolve();
        else setTimeout(() => socket.ping(), 20);
      });
    });
    socket?.ping();
    await pong;
    expect(connection.why).toBe('it was closed');
    connection.close();
    expect(await connection.next()).toBeUndefined();
  });

  it('[I12] that is not there is knocked at less and less often, and at most every 5 s', async () => {
    const play = server([]);
    const url = await play.url();
    await play.close();
    const wall = new FakeWall();
    const stop = new AbortController();
    const tries: string[] = [];
    const onAway = (why: string, attempt: number) => {
      tries.push(why);
      if (attempt === 7) stop.abort();
    };
    for await (const chunk of followSocket({ url, wall, signal: stop.signal, onAway })) expect(chunk).toBeUndefined();
    expect(wall.sleepsMs).toEqual([250, 500, 1000, 2000, 4000, 5000]);
    expect(tries[0]).toContain('ECONNREFUSED');
    expect(backOffMs(10_000)).toBe(5000);
  });

  it('[I12] says how it is: what was heard, when, and what was refused by name', async () => {
    const { health } = await followed(await server([]).url());
    expect(health).toEqual({
      state: 'ended',
      lastHeardUs: 7,
      messages: story.length,
      facts: expected.length,
      refused: {},
    });
  });
});
