// The real app on a real port over the in-memory journal; the boards are a stand-in that counts facts.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createApp } from '../../server/http/app.ts';
import { createMetrics } from '../../server/http/metrics.ts';
import type { HttpParts, TopicState } from '../../server/http/parts.ts';
import type { Journal } from '../../server/journal/journal.ts';
import { openMemoryJournal } from '../../server/journal/memory-journal.ts';
import type { Holder } from '../../server/journal/tokens.ts';
import type { Meet } from '../../shared/meet.ts';

const tokens: Readonly<Record<string, Holder>> = {
  'sc_operator-1': { name: 'desk', role: 'operator' },
  'sc_source-1': { name: 'decoder', role: 'source' },
};

export const operator = { authorization: 'Bearer sc_operator-1' };
export const source = { authorization: 'Bearer sc_source-1' };

export const meet = {
  id: 'trials',
  name: 'Trials <b>',
  venue: 'Thialf',
  dates: { from: '2026-12-27', to: '2026-12-30' },
  timeZone: 'Europe/Amsterdam',
  events: [{ id: 'ms', name: "Men's mass start", kind: 'massStart', track: { lapMetres: 387 } }],
  races: [
    {
      id: 'ms-final',
      event: 'ms',
      name: 'Final',
      entries: [
        { id: 'e1', name: "Gerard N'tab", bib: '1', transponders: ['AA-1'] },
        { id: 'e2', name: 'Sanne in ’t Hof', bib: '2', transponders: ['AA-2'] },
      ],
    },
  ],
};

export function passing(id: string, more: object = {}): object {
  return {
    id,
    kind: 'passing',
    at: 1_800_000_000_000_000,
    source: 'mylaps',
    loop: 'finish',
    how: 'transponder',
    transponder: 'AA-1',
    race: 'ms-final',
    ...more,
  };
}

/** A hall without screens. */
export const noScreens: HttpParts['screens'] = {
  list: () => ({ screens: {} }),
  tell: () => false,
  forget: () => false,
};

/** A truck without outputs. */
export const nothingOnAir: HttpParts['onAir'] = {
  of: (output) => ({ output, graphics: {} }),
  act: () => undefined,
};

/** A journal in memory with some members replaced. */
export function journalWith(changes: Partial<HttpParts['journal']>): HttpParts['journal'] {
  const journal = openMemoryJournal();
  const { epoch, lastSeq, health } = journal;
  const own = {
    epoch,
    lastSeq,
    health,
    append: journal.append.bind(journal),
    preview: journal.preview.bind(journal),
    putMeet: journal.putMeet.bind(journal),
    holds: journal.holds.bind(journal),
    meet: journal.meet.bind(journal),
  };
  return Object.defineProperties(own, Object.getOwnPropertyDescriptors(changes));
}

class Topics {
  readonly #states = new Map<string, TopicState>();
  readonly #epoch: string;
  #facts = 0;

  constructor(journal: Journal) {
    this.#epoch = journal.epoch;
    journal.committed$.subscribe((batch) => {
      for (const record of batch) {
        if (record.kind === 'meet') this.#putMeet(record.meet, record.version);
        else this.put(`race/${record.race}`, { facts: ++this.#facts, newest: record.id });
      }
    });
  }

  get = (topic: string) => this.#states.get(topic);
  topics = () => this.#states.keys();

  put(topic: string, state: object): void {
    this.#states.set(topic, { epoch: this.#epoch, version: (this.get(topic)?.version ?? 0) + 1, state });
  }

  #putMeet(doc: Meet, version: number): void {
    this.put(`meet/${doc.id}`, { meet: { id: doc.id, name: doc.name, version } });
    for (const { id } of doc.races) if (this.get(`race/${id}`) === undefined) this.put(`race/${id}`, { facts: 0 });
    for (const { id, name } of doc.events) this.put(`event/${id}`, { event: { id, name }, standings: {} });
    this.put('now', { meet: doc.id, onIce: [] });
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at what came, whatever it is
  readonly json: any;
}

export interface Stand extends AsyncDisposable {
  readonly url: string;
  readonly journal: Journal;
  readonly topics: Topics;
  ask(method: string, path: string, options?: { headers?: object; body?: string | Uint8Array }): Promise<Answer>;
  get(path: string, headers?: object): Promise<Answer>;
  /** Posts to /api/v1/facts as JSON, as the operator unless told. */
  post(body: unknown, headers?: object, query?: string): Promise<Answer>;
  put(id: string, body: unknown, headers?: object): Promise<Answer>;
}

/** Starts the app; `changes` replace parts of it. With `meet: true` the meet above is there. */
export async function stand(
  changes: Partial<HttpParts> = {},
  { withMeet = true }: { withMeet?: boolean } = {},
): Promise<Stand> {
  const journal = openMemoryJournal();
  const topics = new Topics(journal);
  const parts: HttpParts = {
    journal,
    topics,
    tape: async () => undefined,
    document: () => undefined,
    startList: (race) => journal.meet('trials')?.meet.races.find(({ id }) => id === race)?.entries,
    screens: noScreens,
    onAir: nothingOnAir,
    authenticate: (token) => tokens[token],
    preview: (facts) => new Map(facts.map((fact) => [`race/${fact.race}`, { newest: fact.id }])),
    ready: () => true,
    metrics: createMetrics([{ name: 'splitcast_sockets', help: 'Sockets', read: () => 7 }]),
    pagesFolder: '/nonexistent/pages',
    log: pino({ level: 'silent' }),
    ...changes,
  };
  const server = createServer(createApp(parts));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const ask: Stand['ask'] = async (method, path, { headers = {}, body } = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: { ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body: body as BodyInit }),
    });
    const text = await response.text();
    const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '') && text !== '';
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? JSON.parse(text) : undefined,
    };
  };
  const send = (method: string, path: string, body: unknown, headers: object): Promise<Answer> =>
    ask(method, path, {
      headers: { 'content-type': 'application/json', ...operator, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const made: Stand = {
    url,
    journal,
    topics,
    ask,
    get: (path, headers = {}) => ask('GET', path, { headers }),
    post: (body, headers = {}, query = '') => send('POST', `/api/v1/facts${query}`, body, headers),
    put: (id, body, headers = {}) => send('PUT', `/api/v1/meets/${id}`, body, headers),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      journal.close();
    },
  };
  if (withMeet) await made.put('trials', meet);
  return made;
}
