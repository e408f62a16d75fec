// The HTTP door as the sink of a source. One fact the server refuses does not hold up the others.
import type { FactDraft } from '../../shared/facts.ts';
import { same } from '../../shared/patch.ts';
import { type Door, DoorRefusal } from '../door/door.ts';
import { storeMeet } from '../door/store-meet.ts';
import type { Sink } from './feed.ts';
import type { MeetChange, Refusal } from './port.ts';

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

/** A heat that is told again changes nothing, and then no version is made of it. */
async function storeIfNew(door: Door, { id, apply }: MeetChange): Promise<void> {
  const newest = await door.meet(id);
  if (newest === undefined || !same(newest.meet, apply(newest.meet))) await storeMeet(door, id, apply);
}

export function doorSink(door: Door): Sink {
  return {
    store: (change) => refusalOf(storeIfNew(door, change)),
    async post(facts: readonly FactDraft[]) {
      const refused = await refusalOf(door.post(facts));
      if (refused.length === 0 || facts.length === 1) return refused;
      const each: Refusal[] = [];
      for (const fact of facts) each.push(...(await refusalOf(door.post([fact]))));
      return each;
    },
  };
}
