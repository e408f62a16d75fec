// The HTTP door as the demo uses it, like any other client: it waits for a server that is away, and stops with the
// server's own sentence where it is refused.
import type { FactDraft } from '../../shared/facts.ts';
import type { Meet } from '../../shared/meet.ts';
import type { Wall } from './wall.ts';

/** A server that is away is asked again after this long, then twice as long each time, up to the maximum. */
const backOffMs = 250;
const backOffMaxMs = 5_000;
/** An answer that takes longer is given up; what was sent is sent again, and a fact already stored is a duplicate. */
const answerMs = 10_000;
/** Answers that ask to come back: too many requests, and a journal that cannot be written now. */
const comeBack: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504, 507]);

/** The server said no, and would say so again. */
export class DoorRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'DoorRefusal';
    this.status = status;
  }
}

export interface DoorOptions {
  /** As `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly token: string;
  readonly wall: Wall;
  readonly signal: AbortSignal;
  /** Told once each time the server goes away. */
  readonly onAway?: (why: string) => void;
}

/** A meet document and the version of it. */
export interface MeetOnServer {
  readonly meet: Meet;
  readonly tag: string;
}

export interface Door {
  /** The ids of all meets the server has. */
  meets(): Promise<readonly string[]>;
  meet(id: string): Promise<MeetOnServer | undefined>;
  /** Stores `meet` in place of the version `tag`, or as a new one. */
  putMeet(meet: Meet, tag: string | undefined): Promise<void>;
  raceStatus(id: string): Promise<string | undefined>;
  post(facts: readonly FactDraft[]): Promise<void>;
}

interface Asked {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

async function refusal(response: Response, { method, path }: Asked): Promise<DoorRefusal> {
  const text = await response.text();
  let says = text.slice(0, 500);
  try {
    const { title, detail } = JSON.parse(text) as { title?: string; detail?: string };
    says = detail ?? title ?? says;
  } catch {
    // Not a problem document: the text itself says what is wrong.
  }
  return new DoorRefusal(response.status, `${method} ${path} was refused with ${response.status}: ${says}`);
}

/** Asks until there is an answer that is not "come back". */
async function ask(options: DoorOptions, asked: Asked): Promise<Response> {
  const { url, token, wall, signal, onAway } = options;
  const headers = { authorization: `Bearer ${token}`, ...asked.headers };
  const content = asked.body === undefined ? {} : { body: JSON.stringify(asked.body) };
  for (let pauseMs = backOffMs; ; pauseMs = Math.min(pauseMs * 2, backOffMaxMs)) {
    signal.throwIfAborted();
    const giveUp = AbortSignal.any([signal, AbortSignal.timeout(answerMs)]);
    let why: string;
    try {
      const response = await fetch(url + asked.path, { method: asked.method, headers, ...content, signal: giveUp });
      if (!comeBack.has(response.status)) return response;
      why = (await refusal(response, asked)).message;
    } catch (error) {
      signal.throwIfAborted();
      why =
        error instanceof Error
          ? `${error.message}${error.cause instanceof Error ? ` (${error.cause.message})` : ''}`
          : String(error);
    }
    if (pauseMs === backOffMs) onAway?.(why);
    await wall.sleep(pauseMs, signal);
  }
}

/** Opens the door; nothing is sent before the first question. */
export function openDoor(options: DoorOptions): Door {
  const json = { 'content-type': 'application/json' };
  const get = async (path: string): Promise<Response | undefined> => {
    const asked: Asked = { method: 'GET', path };
    const response = await ask(options, asked);
    if (response.status === 404) return undefined;
    if (!response.ok) throw await refusal(response, asked);
    return response;
  };
  const send = async (asked: Asked): Promise<void> => {
    const response = await ask(options, asked);
    if (!response.ok) throw await refusal(response, asked);
    await response.body?.cancel();
  };
  return {
    async meets() {
      const answer = (await (await get('/api/v1/meets'))?.json()) as { meets: { id: string }[] } | undefined;
      return answer?.meets.map(({ id }) => id) ?? [];
    },
    async meet(id) {
      const response = await get(`/api/v1/meets/${id}`);
      if (response === undefined) return undefined;
      const { meet } = (await response.json()) as { meet: Meet };
      return { meet, tag: response.headers.get('etag') ?? '*' };
    },
    putMeet(meet, tag) {
      const condition: Record<string, string> = tag === undefined ? { 'if-none-match': '*' } : { 'if-match': tag };
      return send({ method: 'PUT', path: `/api/v1/meets/${meet.id}`, headers: { ...json, ...condition }, body: meet });
    },
    async raceStatus(id) {
      const response = await get(`/api/v1/races/${id}`);
      const answer = (await response?.json()) as { board: { race: { status: string } } } | undefined;
      return answer?.board.race.status;
    },
    post: (facts) => send({ method: 'POST', path: '/api/v1/facts', headers: json, body: facts }),
  };
}
