// What a client says it shows of the topics it follows, and how far behind that is.
import type { Followed } from './channel.ts';

interface Shows {
  readonly newest: number;
  readonly version?: number;
  readonly behindUs?: number;
}

/** By topic. */
export function showsOf(topics: readonly Followed[], nowUs: number): Record<string, Shows> {
  return Object.fromEntries(
    topics.map(({ topic, shown, newest, sinceUs }) => {
      const isBehind = shown === undefined || shown < newest;
      const version = shown !== undefined && { version: shown };
      return [topic, { newest, ...version, ...(isBehind && { behindUs: Math.max(0, nowUs - sinceUs) }) }];
    }),
  );
}
