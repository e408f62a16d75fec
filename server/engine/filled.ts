// The roster of a race that is filled from earlier rounds: chosen from its candidates by what those rounds came to so far.
import type { MeetEvent } from '../../shared/event.ts';
import type { EntryDoc, RaceDoc } from '../../shared/meet.ts';
import { same } from '../../shared/patch.ts';
import { fillOf } from './event/fill.ts';
import type { Said } from './race/candidates.ts';
import { merged, type Setting } from './race/door.ts';
import type { Race } from './race/race-state.ts';
import { type Roster, rosterOf, sameRoster } from './race/roster.ts';
import { kept } from './reuse.ts';

/** What a race is filled from. */
export interface Feed {
  readonly doc: RaceDoc;
  readonly event: MeetEvent;
  /** All races of the event. */
  readonly docs: readonly RaceDoc[];
  readonly said: Said;
  /** The races of the rounds before, as shown. */
  readonly races: readonly Race[];
  readonly athletes: Setting['athletes'];
}

/** A roster with what it was made from. */
export interface Filled {
  readonly feed: Feed;
  /** In order of the start list. */
  readonly entries: readonly EntryDoc[];
  readonly roster: Roster;
}

/** M8: a helmet of a mass start is the place on the start list. */
function listed({ doc, event, docs, said, races }: Feed): readonly EntryDoc[] {
  const known = new Map(said.list.candidates.map(({ entry }) => [entry.id, entry]));
  const chosen = new Map<string, EntryDoc>();
  for (const { race, entrant } of fillOf(doc, event, docs, races)) {
    const entry = known.get(said.list.ids.get(`${race.doc.id}/${entrant.racer.entry}`) ?? '');
    if (entry === undefined || chosen.has(entry.id)) continue;
    const helmet = event.kind === 'massStart' ? { helmet: String(chosen.size + 1) } : {};
    chosen.set(entry.id, { ...entry, ...helmet });
  }
  // Whom the day's changes put on the list is a candidate with all that is known of him, or a stranger.
  for (const fact of said.changes) {
    const entry = fact.kind === 'entry' && fact.added === true ? known.get(fact.entry) : undefined;
    if (entry !== undefined && !chosen.has(entry.id)) chosen.set(entry.id, entry);
  }
  return [...chosen.values()];
}

function isSameFeed(a: Feed, b: Feed): boolean {
  const sameDocuments = a.doc === b.doc && a.event === b.event && a.said === b.said && a.athletes === b.athletes;
  return sameDocuments && kept(a.docs, b.docs) === a.docs && kept(a.races, b.races) === a.races;
}

/** The roster that follows from `feed`; `before` lends it where nobody in it changed. */
export function filledOf(before: Filled | undefined, feed: Feed): Filled {
  if (before !== undefined && isSameFeed(before.feed, feed)) return before;
  const entries = listed(feed);
  const { said, athletes } = feed;
  if (before !== undefined && before.feed.said === said && before.feed.athletes === athletes) {
    if (same(before.entries, entries)) return { feed, entries: before.entries, roster: before.roster };
  }
  const roster = rosterOf(entries, athletes, merged(said.list.inherited, said.changes));
  return { feed, entries, roster: before !== undefined && sameRoster(before.roster, roster) ? before.roster : roster };
}
