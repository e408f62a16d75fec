// The HTTP door as producers in this program use it, like any other client. It stops with the server's own sentence where it is refused.
import type { Board } from '../../shared/board.ts';
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

/** What a producer reads of a board. */
type BoardPart = Pick<Board, 'race' | 'clock'>;

export interface Door {
  /** The ids of all meets the server has. */
  meets(): Promise<readonly string[]>;
  meet(id: string): Promise<MeetOnServer | undefined>;
  /** Stores `meet` in place of the version `tag`, or as a new one. */
  putMeet(meet: Meet, tag: string | undefined): Promise<void>;
  raceStatus(id: string): Promise<string | undefined>;
  /** The instant of the gun of every race that is on the ice now, by race. */
  guns(): Promise<ReadonlyMap<string, number>>;
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
  const board = async (race: string): Promise<BoardPart | undefined> => {
    const answer = await get(`/api/v1/races/${race}`);
    return answer === undefined ? undefined : (JSON.parse(answer.text) as { board: BoardPart }).board;
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
    raceStatus: async (id) => (await board(id))?.race.status,
    async guns() {
      const answer = await get('/api/v1/now');
      const { onIce = [] } = answer === undefined ? {} : (JSON.parse(answer.text) as { onIce?: string[] });
      const guns = new Map<string, number>();
      for (const race of onIce) {
        const startUs = Object.values((await board(race))?.clock ?? {})[0]?.startUs;
        if (startUs !== undefined) guns.set(race, startUs);
      }
      return guns;
    },
    post: (facts) => must({ method: 'POST', path: '/api/v1/facts', headers: json, body: facts }),
  };
}
