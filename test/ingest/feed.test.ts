import { describe, expect, it, onTestFinished } from 'vitest';
import { DoorRefusal, openDoor } from '../../server/door/door.ts';
import { doorSink } from '../../server/ingest/door-sink.ts';
import { feed } from '../../server/ingest/feed.ts';
import { heard, noHealth, wentAway } from '../../server/ingest/health.ts';
import type { Chunk, Refusal } from '../../server/ingest/port.ts';
import { vantage } from '../../server/ingest/vantage.ts';
import { FakeWall } from '../demo/fake-wall.ts';
import { SmallServer } from '../demo/small-server.ts';
import { Follower } from '../proof/follower.ts';
import * as s from './stream.ts';

const story = s.lines(...s.opening(), s.start(), s.lap(s.innerId, 18.2), s.lap(s.outerId, 18.6), s.committed());

async function* chunksOf(texts: readonly string[], size: number): AsyncGenerator<Chunk> {
  for (let from = 0; from < texts.length; from += size) {
    const messages = texts.slice(from, from + size).map((text, index) => ({ line: from + index + 1, text }));
    yield { messages, again: false };
  }
}

async function fed(texts: readonly string[], size: number) {
  const wall = new FakeWall();
  const server = new SmallServer(wall);
  await server.listen();
  onTestFinished(() => server.close());
  const door = openDoor({ url: server.url, token: 'demo-token', wall, signal: new AbortController().signal });
  const refused: (Refusal & { line: number })[] = [];
  await feed(chunksOf(texts, size), {
    translator: vantage(),
    sink: doorSink(door),
    nowUs: () => 1,
    onRefused: (refusal, line) => refused.push({ ...refusal, line }),
  });
  return { server, refused };
}

describe('from a source to the server', () => {
  it('[I13] the meet is there before the facts that need it, however the messages come', async () => {
    const expected = new Follower().hearAll(story);
    for (const size of [1, 3, 100]) {
      const { server, refused } = await fed(story, size);
      expect([...server.facts.keys()].sort()).toEqual([...expected.facts.keys()].sort());
      expect(server.meets.get('11111111')?.meet).toEqual(expected.meets.get('11111111'));
      expect(refused).toEqual([]);
    }
  });

  it('[I13] a meet that has not changed is not stored again', async () => {
    const { server } = await fed([...story, ...story.slice(0, 3), ...story.slice(0, 3)], 1);
    expect(server.meets.get('11111111')?.version).toBe(2);
  });

  it('[I2] what is refused says on which line', async () => {
    const { refused } = await fed([...story.slice(0, 2), '{"typeName":', ...story.slice(2)], 2);
    expect(refused).toMatchObject([{ code: 'not-json', line: 3 }]);
  });
});

describe('the sink', () => {
  it('[I13] sends one by one what was refused together, and names what is refused alone', async () => {
    const sent: string[][] = [];
    const sink = doorSink({
      post: async (facts: readonly { id: string }[]) => {
        sent.push(facts.map(({ id }) => id));
        if (facts.some(({ id }) => id === 'b')) {
          throw new DoorRefusal(409, 'b is another');
        }
      },
    } as never);
    const facts = ['a', 'b', 'c'].map((id) => ({ id, kind: 'bell', race: 'r', lap: 1 }) as const);
    expect(await sink.post(facts)).toEqual([{ code: 'server-409', says: 'b is another' }]);
    expect(sent).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
  });

  it('[I13] ends where nobody may write, whatever it says', async () => {
    const sink = doorSink({ post: () => Promise.reject(new DoorRefusal(401, 'who are you')) } as never);
    await expect(sink.post([{ id: 'a', kind: 'bell', race: 'r', lap: 1 }])).rejects.toThrow('who are you');
  });
});

describe('health', () => {
  it('[I12] counts refusals by name, and no more than fifty names', () => {
    let health = noHealth;
    for (let i = 0; i < 60; i += 1) health = heard(health, i, 1, [{ code: `c${i}` }]);
    expect(Object.keys(health.refused)).toHaveLength(51);
    expect(health.refused.other).toBe(10);
    expect(health).toMatchObject({ state: 'live', messages: 60, facts: 60, lastHeardUs: 59 });
  });

  it('[I12] a source that is away says why until it is heard again', () => {
    const away = wentAway(noHealth, 'the cable');
    expect(away).toMatchObject({ state: 'away', why: 'the cable' });
    expect(heard(away, 1, 0, [])).not.toHaveProperty('why');
  });
});
