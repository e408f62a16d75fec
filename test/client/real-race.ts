// A race on a real server: its facts are sent through the HTTP door, piece by piece, while a screen looks on.
import { join } from 'node:path';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { type RunningServer, startServer } from '../../server/commands/start-server.ts';
import { anklesOf, demoMeet, raceId } from '../../server/demo/meet.ts';
import { worldCup } from '../../server/demo/meets/world-cup.ts';
import type { DemoRace } from '../../server/demo/programme.ts';
import { dated } from '../../server/demo/script.ts';
import { openDoor } from '../../server/door/door.ts';
import { realWall } from '../../server/door/wall.ts';
import { doorSink } from '../../server/ingest/door-sink.ts';
import { feed } from '../../server/ingest/feed.ts';
import { vantage } from '../../server/ingest/vantage.ts';
import type { Board } from '../../shared/board.ts';
import type { FactDraft } from '../../shared/facts.ts';
import type { EventState } from '../../shared/meet-state.ts';
import { tempFolder } from '../commands/splitcast.ts';

/** A server that can go away and come back on its port. */
export class RealServer {
  readonly #journal = join(tempFolder(), 'race.db');
  readonly #pages: string;
  #server: RunningServer | undefined;
  token = '';
  port = 0;

  static async start(pagesFolder: string): Promise<RealServer> {
    const server = new RealServer(pagesFolder);
    await server.up();
    server.token = server.#running().tokens.add('test', 'operator');
    onTestFinished(() => server.down());
    return server;
  }

  private constructor(pagesFolder: string) {
    this.#pages = pagesFolder;
  }

  get url(): string {
    return this.#running().url;
  }

  async up(): Promise<void> {
    const { port } = this;
    const options = { host: '127.0.0.1', journal: this.#journal, log: pino({ level: 'silent' }) };
    this.#server = await startServer({ ...options, port, pagesFolder: this.#pages });
    this.port = this.#server.port;
  }

  async down(): Promise<void> {
    await this.#server?.close();
    this.#server = undefined;
  }

  /** An output has said which version of a topic it shows. */
  hasAired(topic: string): boolean {
    const topics = this.#running()
      .hub.following(/^air\//)
      .flatMap((one) => one.topics);
    return topics.some((one) => one.topic === topic && one.shown === one.newest);
  }

  async board(race: string): Promise<Board> {
    const answer = await fetch(`${this.url}/api/v1/races/${race}`);
    return ((await answer.json()) as { board: Board }).board;
  }

  /** The names of its standings, in their order. */
  async standings(event: string): Promise<string[]> {
    const { standings } = (await (await fetch(`${this.url}/api/v1/events/${event}`)).json()) as EventState;
    return Object.values(standings)
      .sort((a, b) => a.order - b.order)
      .map(({ name }) => name);
  }

  async send(method: string, path: string, body: unknown): Promise<void> {
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' };
    const answer = await fetch(this.url + path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  }

  #running(): RunningServer {
    if (this.#server === undefined) throw new Error('the server is away');
    return this.#server;
  }
}

/** A race whose facts come when they are asked for. */
export interface Played {
  /** The race a screen is asked to show. */
  readonly race: string;
  /** Sends what happened up to so much of the race, from 0 to 1. */
  upTo(share: number): Promise<void>;
}

/** A race of the demo, its gun so many seconds ago. */
export async function demoRace(server: Pick<RealServer, 'send'>, kind: DemoRace['kind'], agoS = 600): Promise<Played> {
  const demo = worldCup.races.find((one) => one.kind === kind) as DemoRace;
  const race = raceId(1, demo, worldCup);
  const zeroUs = (Date.now() - agoS * 1000) * 1000;
  const steps = demo.script(race, anklesOf(1, demo, worldCup));
  const facts = steps.map((step, n): FactDraft => dated(step, `${race}.${n}`, zeroUs, 1));
  const meet = demoMeet(1, [demo], worldCup);
  await server.send('PUT', `/api/v1/meets/${meet.id}`, meet);
  let sent = 0;
  const upTo = async (share: number) => {
    const until = Math.round(facts.length * share);
    if (until > sent) await server.send('POST', '/api/v1/facts', facts.slice(sent, until));
    sent = until;
  };
  return { race, upTo };
}

/** A recorded race, in the words of the timing system that sent it. */
export async function recordedRace(server: RealServer, lines: readonly string[], race: string): Promise<Played> {
  const wall = realWall;
  const { signal } = new AbortController();
  const sink = doorSink(openDoor({ url: server.url, token: server.token, wall, signal }));
  let sent = 0;
  const upTo = async (share: number) => {
    const until = Math.round(lines.length * share);
    // From the first line, as after a new connection: what the server has already is a duplicate.
    const messages = lines.slice(0, until).map((text, index) => ({ line: index + 1, text }));
    if (until > sent) {
      const chunks = (async function* () {
        yield { messages, again: false };
      })();
      await feed(chunks, { translator: vantage(), sink, nowUs: wall.nowUs });
    }
    sent = until;
  };
  return { race, upTo };
}
