// What the console asks of the server over HTTP, always with its token.
import type { Meet } from '../../shared/meet.ts';
import type { JsonObject } from '../../shared/patch.ts';
import type { ScreenSettings } from '../../shared/screen.ts';
import { type Answer, ask, type Refused } from '../kit/ask.ts';
import type { FactBody } from './outcome.ts';

/** A fact as it goes out. */
export type OutgoingFact = FactBody & { readonly id: string };

export class Desk {
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
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

  /** What the document of a meet says of a race, and of everybody. */
  async meetSheet(meet: string, race: string): Promise<MeetSheet> {
    const answer = await this.#ask<{ meet: Meet }>('GET', `/api/v1/meets/${meet}`);
    if (!answer.ok) return { worn: {}, athletes: new Map() };
    const { races, athletes } = answer.meet;
    const entries = races.find(({ id }) => id === race)?.entries ?? [];
    return {
      worn: Object.fromEntries(
        entries.map(({ id, transponders = [], members = [] }) => [
          id,
          [...transponders, ...members.flatMap((member) => member.transponders ?? [])],
        ]),
      ),
      athletes: new Map(athletes.map(({ id, name }) => [id, name])),
    };
  }

  #ask<T extends object>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    return ask(this.#token, method, path, body);
  }
}

/** What a console knows of a meet document. */
export interface MeetSheet {
  /** The transponders of the race's start list, by entry. */
  readonly worn: Readonly<Record<string, readonly string[]>>;
  /** Names, by id. */
  readonly athletes: ReadonlyMap<string, string>;
}

/** The seq a refusal says the newest decision has: whoever read it may decide on top of that. */
export function newerSeq({ status, detail }: Refused): number | undefined {
  const seq = status === 409 ? /\bseq (\d+)\b/.exec(detail)?.[1] : undefined;
  return seq === undefined ? undefined : Number(seq);
}
