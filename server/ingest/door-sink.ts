// The HTTP door as the sink of a source. One fact the server refuses does not hold up the others.
import type { FactDraft } from '../../shared/facts.ts';
import { type Door, DoorRefusal } from '../door/door.ts';
import { storeMeet } from '../door/store-meet.ts';
import type { Sink } from './feed.ts';
import type { Refusal } from './port.ts';

/** Refused for what it says, not for who sends it: the next one may be taken. */
const contentStatuses: ReadonlySet<number> = new Set([400, 404, 409, 413, 422]);

async function refusalOf(sent: Promise<unknown>): Promise<readonly Refusal[]> {
  try {
    await sent;
    return [];
  } catch (error) {
    if (!(error instanceof DoorRefusal && contentStatuses.has(error.status))) throw error;
    return [{ code: `server-${error.status}`, says: error.message }];
  }
}

export function doorSink(door: Door): Sink {
  return {
    store: ({ id, apply }) => refusalOf(storeMeet(door, id, apply)),
    async post(facts: readonly FactDraft[]) {
      const refused = await refusalOf(door.post(facts));
      if (refused.length === 0 || facts.length === 1) return refused;
      const each: Refusal[] = [];
      for (const fact of facts) each.push(...(await refusalOf(door.post([fact]))));
      return each;
    },
  };
}
