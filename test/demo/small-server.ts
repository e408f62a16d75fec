// As much of the HTTP door as the player uses, over a real socket: meets by version, facts by id, and a status a race.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Wall } from '../../server/door/wall.ts';
import type { FactDraft } from '../../shared/facts.ts';
import { type Meet, meetSchema } from '../../shared/meet.ts';

export class SmallServer {
  readonly meets = new Map<string, { meet: Meet; version: number }>();
  readonly facts = new Map<string, { fact: FactDraft; atUs: number }>();
  /** Answers given instead of real ones, first come first served. */
  readonly failures: { status: number; detail: string }[] = [];
  requests = 0;
  duplicates = 0;
  readonly #wall: Wall;
  readonly #server: Server;
  port = 0;

  constructor(wall: Wall) {
    this.#wall = wall;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  async listen(port = 0): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    this.port = (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => {
      this.#server.close(resolve);
    });
    this.#server.closeAllConnections();
    await closed;
  }

  ofRace(race: string): FactDraft[] {
    return [...this.facts.values()].filter(({ fact }) => fact.id.startsWith(`${race}.`)).map(({ fact }) => fact);
  }

  statusOf(race: string): string | undefined {
    const doc = [...this.meets.values()].flatMap(({ meet }) => meet.races).find(({ id }) => id === race);
    if (doc === undefined) return undefined;
    const kinds = new Set(this.ofRace(race).map(({ kind }) => kind));
    if (doc.cancelled === true) return 'cancelled';
    if (kinds.has('official')) return 'official';
    return kinds.has('arm') ? 'running' : 'scheduled';
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const failure = this.failures.shift();
    const [status, body, headers] =
      failure === undefined
        ? this.#route(request, text === '' ? undefined : JSON.parse(text))
        : [failure.status, { detail: failure.detail }, {}];
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  }

  #route({ method, url = '', headers }: IncomingMessage, body: unknown): [number, object, Record<string, string>] {
    const id = url.split('/').at(-1) ?? '';
    if (headers.authorization !== 'Bearer demo-token') return [401, { title: 'no token' }, {}];
    if (url === '/api/v1/meets') return [200, { meets: [...this.meets.keys()].map((one) => ({ id: one })) }, {}];
    if (url === '/api/v1/facts') return this.#store(body as FactDraft[]);
    if (url.startsWith('/api/v1/races/')) {
      const status = this.statusOf(id);
      return status === undefined ? [404, {}, {}] : [200, { board: { race: { status } } }, {}];
    }
    const found = this.meets.get(id);
    if (method === 'GET') {
      if (found === undefined) return [404, {}, {}];
      return [200, { meet: found.meet }, { etag: `"${found.version}"` }];
    }
    if (found !== undefined && headers['if-match'] !== `"${found.version}"`)
      return [412, { detail: 'another version' }, {}];
    const parsed = meetSchema.safeParse(body);
    if (!parsed.success) return [422, { detail: parsed.error.message }, {}];
    const version = (found?.version ?? 0) + 1;
    this.meets.set(id, { meet: parsed.data, version });
    return [200, { version }, {}];
  }

  #store(facts: FactDraft[]): [number, object, Record<string, string>] {
    for (const fact of facts) {
      const known = this.facts.get(fact.id)?.fact;
      if (known !== undefined && JSON.stringify(known) !== JSON.stringify(fact)) {
        return [409, { detail: `the id ${fact.id} was used for another fact` }, {}];
      }
    }
    for (const fact of facts) {
      if (this.facts.has(fact.id)) this.duplicates += 1;
      else this.facts.set(fact.id, { fact, atUs: this.#wall.nowUs() });
    }
    return [200, { accepted: facts.length }, {}];
  }
}
