// What the page asks of the server over HTTP, always with its token in a header; answers and refusals are values.
import type { JsonObject } from '../../shared/patch.ts';
import type { ScreenSettings } from '../../shared/screen.ts';
import type { FactBody } from './outcome.ts';

/** A fact as it goes out. */
export type OutgoingFact = FactBody & { readonly id: string };

/** `status` 0: no answer came, so nobody knows whether it was stored; the same again is a duplicate then. */
export interface Refused {
  readonly ok: false;
  readonly status: number;
  readonly detail: string;
}

export type Answer<T> = ({ readonly ok: true } & T) | Refused;

export class Desk {
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  /** Whether the server knows the token, and lets it decide. */
  knows(): Promise<Answer<object>> {
    return this.#ask('GET', '/api/v1/screens');
  }

  /** What these facts would change, by topic; nothing is stored. */
  preview(facts: readonly OutgoingFact[]): Promise<Answer<{ readonly patches: Readonly<Record<string, JsonObject>> }>> {
    return this.#ask('POST', '/api/v1/facts?dry=1', facts);
  }

  send(facts: readonly OutgoingFact[]): Promise<Answer<{ readonly lastSeq: number }>> {
    return this.#ask('POST', '/api/v1/facts', facts);
  }

  /** Without settings the screen is told nothing any more. */
  tell(screen: string, settings: ScreenSettings | undefined): Promise<Answer<object>> {
    const path = `/api/v1/screens/${encodeURIComponent(screen)}`;
    return settings === undefined ? this.#ask('DELETE', path) : this.#ask('PUT', path, settings);
  }

  /** The transponders of a race's start list, by entry. */
  async startList(meet: string, race: string): Promise<Readonly<Record<string, readonly string[]>>> {
    const answer = await this.#ask<{ meet: { races: readonly StartListRace[] } }>('GET', `/api/v1/meets/${meet}`);
    const entries = answer.ok ? (answer.meet.races.find(({ id }) => id === race)?.entries ?? []) : [];
    return Object.fromEntries(
      entries.map(({ id, transponders = [], members = [] }) => [
        id,
        [...transponders, ...members.flatMap((member) => member.transponders ?? [])],
      ]),
    );
  }

  async #ask<T extends object>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const headers = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' };
    try {
      const answer = await fetch(path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
      const document = (await answer.json()) as T & { detail?: string };
      if (answer.ok) return { ok: true, ...document };
      return { ok: false, status: answer.status, detail: document.detail ?? String(answer.status) };
    } catch {
      return { ok: false, status: 0, detail: '' };
    }
  }
}

interface StartListRace {
  readonly id: string;
  readonly entries: readonly {
    readonly id: string;
    readonly transponders?: readonly string[];
    readonly members?: readonly { readonly transponders?: readonly string[] }[];
  }[];
}

/** The seq a refusal says the newest decision has: whoever read it may decide on top of that. */
export function newerSeq({ status, detail }: Refused): number | undefined {
  const seq = status === 409 ? /\bseq (\d+)\b/.exec(detail)?.[1] : undefined;
  return seq === undefined ? undefined : Number(seq);
}
