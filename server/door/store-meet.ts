// A change to a meet document that somebody else may be changing too. Knows the door, not what the change is for.
import type { Meet } from '../../shared/meet.ts';
import { type Door, DoorRefusal } from './door.ts';

/** Stores what `change` makes of the newest document, again where somebody else stored one meanwhile. */
export async function storeMeet(door: Door, id: string, change: (meet: Meet | undefined) => Meet): Promise<Meet> {
  for (;;) {
    const newest = await door.meet(id);
    const meet = change(newest?.meet);
    try {
      await door.putMeet(meet, newest?.tag);
      return meet;
    } catch (error) {
      if (!(error instanceof DoorRefusal && error.status === 412)) throw error;
    }
  }
}
