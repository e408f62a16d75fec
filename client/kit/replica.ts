// The copy of one topic that a page holds, and how a message moves it on. Pure: knows no socket and no clock.
import { apply } from '../../shared/patch.ts';
import type { ServerMessage } from '../../shared/wire.ts';

/** A state of a topic, as it was at one version of one epoch. */
export interface Replica {
  readonly epoch: string;
  readonly version: number;
  readonly state: object;
}

export type TopicMessage = Extract<ServerMessage, { t: 'snap' | 'patch' | 'beat' }>;

/**
 * The replica after `message`, or undefined where the message does not fit what is held: something was missed, and
 * only a snapshot helps. A patch fits at exactly its base, a beat at exactly its version, both in the same epoch.
 */
export function advance(replica: Replica | undefined, message: TopicMessage): Replica | undefined {
  const { epoch, version } = message;
  if (message.t === 'snap') return { epoch, version, state: message.state };
  if (replica === undefined || replica.epoch !== epoch) return undefined;
  if (message.t === 'beat') return replica.version === version ? replica : undefined;
  if (replica.version !== message.base) return undefined;
  return { epoch, version, state: apply(replica.state, message.patch) };
}
