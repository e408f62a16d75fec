// From a source to the server: each chunk is translated, meets stored before the facts that need them, facts sent together.
// Knows the port and a sink, no protocol.
import type { FactDraft } from '../../shared/facts.ts';
import { type Health, heard, noHealth } from './health.ts';
import type { Chunk, MeetChange, Refusal, Translator } from './port.ts';

/** Where documents and facts go; both wait for a server that is away. */
export interface Sink {
  store(change: MeetChange): Promise<readonly Refusal[]>;
  /** What the server would not take, each named. */
  post(facts: readonly FactDraft[]): Promise<readonly Refusal[]>;
}

/** Facts in one request: a source that joins in mid-race is told some hundred at once. */
const batchMax = 500;

export interface FeedOptions<State> {
  readonly translator: Translator<State>;
  readonly sink: Sink;
  /** What is known before anything was heard, by race the instant of its gun. */
  readonly known?: ReadonlyMap<string, number>;
  readonly nowUs: () => number;
  /** `line` is that of the message, 0 where the server refused what came of it. */
  readonly onRefused?: (refusal: Refusal, line: number) => void;
  readonly onHealth?: (health: Health) => void;
}

/** Feeds until the source ends; rejects where the sink does. */
export async function feed<State>(chunks: AsyncIterable<Chunk>, options: FeedOptions<State>): Promise<void> {
  const { translator, sink, known = new Map(), nowUs, onRefused, onHealth } = options;
  let state = translator.begin(known);
  let health = noHealth;
  let waiting: FactDraft[] = [];
  const refusedAll = (refused: readonly Refusal[], line: number) => {
    for (const refusal of refused) onRefused?.(refusal, line);
  };
  const flush = async () => {
    while (waiting.length > 0) refusedAll(await sink.post(waiting.splice(0, batchMax)), 0);
  };
  for await (const { messages, again } of chunks) {
    if (again) state = translator.again(state);
    for (const message of messages) {
      const { state: after, meet, facts, refused } = translator.translate(state, message);
      state = after;
      refusedAll(refused, message.line);
      health = heard(health, nowUs(), facts.length, refused);
      if (meet !== undefined) {
        await flush();
        refusedAll(await sink.store(meet), message.line);
      }
      waiting = waiting.concat(facts);
    }
    await flush();
    onHealth?.(health);
  }
  onHealth?.({ ...health, state: 'ended' });
}
