// The HTTP door as producers in this program use it, like any other client. It stops with the server's own sentence where it is refused.
import type { FactDraft } from '../../shared/facts.ts';
import type { Meet } from '../../shared/meet.ts';
import { type Answer, type Asked, ask, type DoorOptions, sentenceOf } from './patient-request.ts';

/** The server said no, and would say so again. */
export class DoorRefusal extends Error {
  override readonly name = 'DoorRefusal';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** A meet document, and the ETag of its version. */
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

const json = { 'content-type': 'application/json' };

/** Opens the door; nothing is sent before the first question. Every question rejects with the AbortError or a DoorRefusal. */
export function openDoor(options: DoorOptions): Door {
  const send = async (asked: Asked): Promise<Answer> => {
    const answer = await ask(options, asked);
    if (answer.status >= 300 && answer.status !== 404) throw new DoorRefusal(answer.status, sentenceOf(asked, answer));
    return answer;
  };
  const must = async (asked: Asked): Promise<void> => {
    const answer = await send(asked);
    if (answer.status === 404) throw new DoorRefusal(answer.status, sentenceOf(asked, answer));
  };
  /** Undefined where there is no such thing. */
  const get = async (path: string): Promise<Answer | undefined> => {
    const answer = await send({ method: 'GET', path });
    return answer.status === 404 ? undefined : answer;
  };
  return {
    async meets() {
      const answer = await get('/api/v1/meets');
      if (answer === undefined) return [];
      return (JSON.parse(answer.text) as { meets: { id: string }[] }).meets.map(({ id }) => id);
    },
    async meet(id) {
      const answer = await get(`/api/v1/meets/${id}`);
      if (answer === undefined) return undefined;
      const { meet } = JSON.parse(answer.text) as { meet: Meet };
      return { meet, tag: answer.etag ?? '*' };
    },
    putMeet(meet, tag) {
      const condition: Record<string, string> = tag === undefined ? { 'if-none-match': '*' } : { 'if-match': tag };
      return must({ method: 'PUT', path: `/api/v1/meets/${meet.id}`, headers: { ...json, ...condition }, body: meet });
    },
    async raceStatus(id) {
      const answer = await get(`/api/v1/races/${id}`);
      if (answer === undefined) return undefined;
      return (JSON.parse(answer.text) as { board: { race: { status: string } } }).board.race.status;
    },
    post: (facts) => must({ method: 'POST', path: '/api/v1/facts', headers: json, body: facts }),
  };
}
