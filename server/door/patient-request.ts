// One HTTP request that waits for a server that is away: asked again until there is an answer that is not "come back".
import type { Wall } from './wall.ts';

/** A server that is away is asked again after this long, then twice as long each time, up to the maximum. */
const backOffMs = 250;
const backOffMaxMs = 5_000;
/** An answer that takes longer is given up; what was sent is sent again, and a fact already stored is a duplicate. */
const answerMs = 10_000;
/** Answers that ask to come back: too many requests, and a journal that cannot be written now. */
const comeBack: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504, 507]);

export interface DoorOptions {
  /** As `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly token: string;
  readonly wall: Wall;
  readonly signal: AbortSignal;
  /** Told once each time the server goes away. */
  readonly onAway?: (why: string) => void;
}

export interface Asked {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly etag: string | undefined;
  readonly text: string;
}

/** What a refusal says: the sentence of a problem document, or the text itself. */
export function sentenceOf({ method, path }: Asked, { status, text }: Answer): string {
  let says = text.slice(0, 500);
  try {
    const { title, detail } = JSON.parse(text) as { title?: string; detail?: string };
    says = detail ?? title ?? says;
  } catch {
    // Not a problem document.
  }
  return `${method} ${path} was refused with ${status}: ${says}`;
}

/** One request with its whole answer, given up when `signal` is aborted or the answer does not come in time. */
async function once(url: string, init: RequestInit, signal: AbortSignal): Promise<Answer> {
  // By hand, because Node 20's AbortSignal.any leaves something behind on a long-lived signal each time.
  const controller = new AbortController();
  const stop = () => controller.abort(signal.reason);
  const late = setTimeout(() => controller.abort(new Error(`no answer in ${answerMs} ms`)), answerMs);
  signal.addEventListener('abort', stop, { once: true });
  try {
    const response = await fetch(url, { ...init, signal: controller.signal });
    const text = await response.text();
    return { status: response.status, etag: response.headers.get('etag') ?? undefined, text };
  } finally {
    clearTimeout(late);
    signal.removeEventListener('abort', stop);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

/** The answer, good or bad, once there is one; rejects only when the signal is aborted. */
export async function ask({ url, token, wall, signal, onAway }: DoorOptions, asked: Asked): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, ...asked.headers };
  const content = asked.body === undefined ? {} : { body: JSON.stringify(asked.body) };
  const init = { method: asked.method, headers, ...content };
  for (let pauseMs = backOffMs; ; pauseMs = Math.min(pauseMs * 2, backOffMaxMs)) {
    signal.throwIfAborted();
    let why: string;
    try {
      const answer = await once(url + asked.path, init, signal);
      if (!comeBack.has(answer.status)) return answer;
      why = sentenceOf(asked, answer);
    } catch (error) {
      signal.throwIfAborted();
      why = reasonOf(error);
    }
    if (pauseMs === backOffMs) onAway?.(why);
    await wall.sleep(pauseMs, signal);
  }
}
