// The short messages of the server that carry no state.
import { Frame } from './frame.ts';

export type ErrorCode =
  | 'bad-message'
  | 'unknown-message'
  | 'unknown-topic'
  | 'needs-auth'
  | 'bad-token'
  | 'too-many-subscriptions';

export function errorFrame(code: ErrorCode, says: string, topic?: string): Frame {
  return new Frame({ t: 'error', code, says, ...(topic === undefined ? {} : { topic }) });
}

export function unknownTopicFrame(topic: string): Frame {
  return errorFrame('unknown-topic', 'there is no such topic now; GET /api/v1/now names what is on', topic);
}
