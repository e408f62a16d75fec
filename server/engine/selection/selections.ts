// The criteria of a meet as its results stand: the state of topic `selection/<meet>`. Made again only where a distance a
// selection reads, a designation or the document changed.
import type { Outlook } from '../../../shared/board.ts';
import type { Combined } from '../../../shared/event.ts';
import type { Meet } from '../../../shared/meet.ts';
import type { SelectionDoc } from '../../../shared/selection.ts';
import type { SelectionState, SelectionsState } from '../../../shared/selection-state.ts';
import type { MeetEvents } from '../events.ts';
import { type MeetDecision, ofMeet } from '../meet-decisions.ts';
import { reuse } from '../reuse.ts';
import { bestOfVerdict, bestSelected } from './best-of.ts';
import { combinedDistance, type Distance, distanceOf, unknownDistance } from './distance.ts';
import { matrixVerdict } from './matrix.ts';
import { movesOf, withoutNewest } from './moves.ts';
import type { Named } from './person.ts';
import { standardSelected, standardVerdict } from './standard.ts';
import { stateOf, type Verdict } from './verdict.ts';
import { type Given, walk } from './walk.ts';

interface Criterion {
  readonly doc: SelectionDoc;
  readonly athletes: Meet['athletes'];
  readonly distances: readonly Distance[];
  readonly designated: ReadonlyMap<number, string | undefined>;
  readonly state: SelectionState;
  /** By athlete: has he a ticket for certain, in no case, or what would be enough. */
  readonly outlooks: ReadonlyMap<string, Outlook>;
}

interface DistanceFold {
  /** What it was made from, and of a combined one the distances. */
  readonly from: object | undefined;
  readonly parts: readonly Distance[];
  readonly distance: Distance;
}

export interface Selections {
  readonly meet: Meet;
  readonly decisions: readonly MeetDecision[];
  readonly distances: ReadonlyMap<string, DistanceFold>;
  readonly criteria: ReadonlyMap<string, Criterion>;
  readonly state: SelectionsState;
}

/** The distances a selection reads. */
function readBy(doc: SelectionDoc): readonly string[] {
  switch (doc.kind) {
    case 'standard':
      return [doc.event];
    case 'bestOf':
      return [...new Set(doc.events)];
    case 'matrix':
      return [...new Set(doc.slots.flatMap((slot) => ('event' in slot ? [slot.event] : [])))];
  }
}

function verdictOf(doc: SelectionDoc, given: Given, named: (person: string) => Named): Verdict {
  switch (doc.kind) {
    case 'matrix':
      return matrixVerdict(doc, given, named);
    case 'bestOf':
      return bestOfVerdict(doc, given);
    case 'standard':
      return standardVerdict(doc, given);
  }
}

/** Who has a ticket as it stands. */
function selectedBy(doc: SelectionDoc, given: Given): readonly string[] {
  switch (doc.kind) {
    case 'matrix':
      return [...walk(doc, given).tickets.keys()];
    case 'bestOf':
      return bestSelected(doc, given);
    case 'standard':
      return standardSelected(doc, given);
  }
}

/** Every distance that a selection reads; what did not change keeps its identity. */
class Distances {
  readonly made = new Map<string, DistanceFold>();
  readonly #before: Selections | undefined;
  readonly #from: MeetEvents;
  readonly #combined: ReadonlyMap<string, Combined>;

  constructor(before: Selections | undefined, from: MeetEvents) {
    this.#before = before;
    this.#from = from;
    this.#combined = new Map(from.races.meet.combined?.map((one) => [one.id, one]));
  }

  of(id: string): Distance {
    const known = this.made.get(id);
    if (known !== undefined) return known.distance;
    const parts = this.#combined.get(id)?.of.map((part) => this.of(part)) ?? [];
    const from = this.#from.combined.get(id) ?? this.#from.events.get(id);
    const before = this.#before?.meet.athletes === this.#from.races.meet.athletes ? this.#before : undefined;
    const last = before?.distances.get(id);
    const settled = last?.from === from && last?.parts.every((part, i) => part === parts[i]);
    const distance = last !== undefined && settled ? last.distance : reuse(last?.distance, this.#make(id, parts));
    this.made.set(id, { from, parts, distance });
    return distance;
  }

  #make(id: string, parts: readonly Distance[]): Distance {
    const { meet } = this.#from.races;
    const combined = this.#combined.get(id);
    if (combined !== undefined) {
      const standings = this.#from.combined.get(id)?.state.standings ?? {};
      return combinedDistance(combined, standings, parts, meet.athletes);
    }
    const fold = this.#from.events.get(id);
    return fold === undefined ? unknownDistance(id, id, meet) : distanceOf(fold, meet);
  }
}

/** By slot, the last word of the federation. */
function designatedOf(id: string, decisions: readonly MeetDecision[]): ReadonlyMap<number, string | undefined> {
  const named = new Map<number, string | undefined>();
  for (const fact of decisions) {
    if (fact.kind === 'designate' && fact.selection === id) named.set(fact.slot, fact.athlete);
  }
  return named;
}

/** What is shown of everybody: as the start lists have it, else as the document. */
function namesOf(athletes: Meet['athletes'], distances: readonly Distance[]): (person: string) => Named {
  return (person) => {
    for (const { people } of distances) {
      const named = people[person];
      if (named !== undefined && Object.hasOwn(people, person)) return named;
    }
    const athlete = athletes.find(({ id }) => id === person);
    if (athlete === undefined) return { name: person };
    const { name, nation, club } = athlete;
    return { name, ...(nation !== undefined && { nation }), ...(club !== undefined && { club }) };
  };
}

type Read = Pick<Criterion, 'doc' | 'athletes' | 'distances' | 'designated'>;

function isSame(before: Criterion, { doc, athletes, distances, designated }: Read): boolean {
  return (
    before.doc === doc &&
    before.athletes === athletes &&
    before.distances.length === distances.length &&
    before.distances.every((distance, i) => distance === distances[i]) &&
    before.designated.size === designated.size &&
    [...designated].every(([slot, athlete]) => before.designated.has(slot) && before.designated.get(slot) === athlete)
  );
}

function judge(before: Criterion | undefined, read: Read, order: number): Criterion {
  if (before?.state.order === order && isSame(before, read)) return before;
  const { doc, athletes, distances, designated } = read;
  const named = namesOf(athletes, distances);
  const given: Given = { distances: new Map(distances.map((distance) => [distance.id, distance])), designated };
  const verdict = verdictOf(doc, given, named);
  const quota = doc.quota === undefined ? {} : { quota: doc.quota };
  const earlier = withoutNewest(given);
  const moves = earlier && movesOf(selectedBy(doc, earlier), verdict.selected);
  const state: SelectionState = {
    order,
    ...stateOf({ name: doc.name, kind: doc.kind, ...quota }, verdict, named),
    ...(moves !== undefined && moves.length > 0 && { moves }),
  };
  return { ...read, outlooks: verdict.outlooks, state: reuse(before?.state, state) };
}

/** The selections of a meet after a step of its events; undefined where it has none, `before` where nothing of them changed. */
export function stepSelections(before: Selections | undefined, from: MeetEvents): Selections | undefined {
  const { meet, loose } = from.races;
  const { selections = [] } = meet;
  if (selections.length === 0) return undefined;
  const decisions = ofMeet(loose, meet.id);
  const distances = new Distances(before, from);
  const criteria = new Map<string, Criterion>();
  let isAsBefore = before !== undefined && before.meet === meet;
  for (const [i, doc] of selections.entries()) {
    const known = before?.criteria.get(doc.id);
    const read = readBy(doc).map((id) => distances.of(id));
    const designated = designatedOf(doc.id, decisions);
    const criterion = judge(known, { doc, athletes: meet.athletes, distances: read, designated }, i + 1);
    if (criterion !== known) isAsBefore = false;
    criteria.set(doc.id, criterion);
  }
  const state: SelectionsState = {
    meet: meet.id,
    selections: Object.fromEntries([...criteria].map(([id, criterion]) => [id, criterion.state])),
  };
  return {
    meet,
    decisions,
    distances: distances.made,
    criteria,
    state: isAsBefore && before !== undefined ? before.state : reuse(before?.state, state),
  };
}
