// What a schema alone cannot say of a meet document: ids are used once, and what is named is there. Each fault with where it stands.
import type { Round } from './event.ts';
import type { Meet, RaceDoc } from './meet.ts';
import type { SelectionDoc } from './selection.ts';

type Path = (string | number)[];
type Say = (path: Path, message: string) => void;

/** `path` of the first item whose id an earlier item has, or undefined. */
function firstRepeated(items: readonly { id: string }[]): number | undefined {
  const seen = new Set<string>();
  const index = items.findIndex(({ id }) => seen.size === seen.add(id).size);
  return index === -1 ? undefined : index;
}

function idsOf(items: readonly { id: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ id }) => id));
}

function checkEntries({ entries }: RaceDoc, athletes: ReadonlySet<string>, path: Path, say: Say): void {
  const index = firstRepeated(entries);
  if (index !== undefined) say([...path, index, 'id'], 'is used twice');
  for (const [e, { athlete, members = [] }] of entries.entries()) {
    for (const { athlete: named } of [{ athlete }, ...members]) {
      if (named !== undefined && !athletes.has(named)) {
        say([...path, e, 'athlete'], `names no athlete of this meet: ${named}`);
      }
    }
  }
}

function checkRaces({ races, events, athletes }: Meet, say: Say): void {
  const known = idsOf(athletes);
  const eventOf = new Map(events.map((event) => [event.id, event]));
  for (const [r, race] of races.entries()) {
    const event = eventOf.get(race.event);
    if (event === undefined) say(['races', r, 'event'], `names no event of this meet: ${race.event}`);
    checkEntries(race, known, ['races', r, 'entries'], say);
    if (event === undefined) continue;
    const rounds = event.rounds?.map(({ id }) => id);
    if (rounds !== undefined && !rounds.includes(race.round ?? '')) {
      say(['races', r, 'round'], `must be a round of event ${event.id}: ${rounds.join(', ')}`);
    }
    const runs = event.kind === 'pairs' ? event.rules.runs : 1;
    if (race.run !== undefined && race.run > runs) {
      say(['races', r, 'run'], `is more than the runs of event ${event.id}: ${runs}`);
    }
  }
}

/** A round leads on to a later one, so that none waits for itself. */
function checkRounds(rounds: readonly Round[], path: Path, say: Say): void {
  const repeated = firstRepeated(rounds);
  if (repeated !== undefined) say([...path, repeated, 'id'], 'is used twice');
  for (const [r, { advance, fastest }] of rounds.entries()) {
    const later = rounds.slice(r + 1).map(({ id }) => id);
    for (const { to } of fastest === undefined ? advance : [...advance, fastest]) {
      if (to === undefined && later.length === 0) say([...path, r], 'is the last round: nobody advances from it');
      if (to !== undefined && !later.includes(to)) say([...path, r, 'to'], `names no later round of this event: ${to}`);
    }
  }
}

/** What a selection names: events, and athletes of its designated slots. */
function namedBy(
  selection: SelectionDoc,
): { readonly path: Path; readonly event?: string; readonly athlete?: string }[] {
  switch (selection.kind) {
    case 'standard':
      return [{ path: ['event'], event: selection.event }];
    case 'bestOf':
      return selection.events.map((event, e) => ({ path: ['events', e], event }));
    case 'matrix':
      return selection.slots.map((slot, i) => {
        if ('event' in slot) return { path: ['slots', i, 'event'], event: slot.event };
        return { path: ['slots', i, 'athlete'], ...(slot.athlete !== undefined && { athlete: slot.athlete }) };
      });
  }
}

function checkSelections({ selections = [], events, combined = [], athletes }: Meet, say: Say): void {
  const skated = idsOf([...events, ...combined]);
  const known = idsOf(athletes);
  for (const [s, selection] of selections.entries()) {
    for (const { path, event, athlete } of namedBy(selection)) {
      const at = ['selections', s, ...path];
      if (event !== undefined && !skated.has(event)) say(at, `names no event of this meet: ${event}`);
      if (athlete !== undefined && !known.has(athlete)) say(at, `names no athlete of this meet: ${athlete}`);
    }
  }
}

function checkCombined({ combined = [], events }: Meet, say: Say): void {
  const timed = idsOf(events.filter(({ kind }) => kind === 'pairs'));
  for (const [c, { id, of }] of combined.entries()) {
    if (events.some((event) => event.id === id)) say(['combined', c, 'id'], 'is the id of an event');
    for (const [i, event] of of.entries()) {
      if (!timed.has(event)) say(['combined', c, 'of', i], `names no distance skated in pairs: ${event}`);
    }
  }
}

/** Tells `say` every fault of a document that has the right shape. */
export function checkReferences(meet: Meet, say: Say): void {
  for (const list of ['athletes', 'events', 'combined', 'races', 'selections', 'timetable'] as const) {
    const index = firstRepeated(meet[list] ?? []);
    if (index !== undefined) say([list, index, 'id'], 'is used twice');
  }
  checkRaces(meet, say);
  for (const [e, { rounds = [] }] of meet.events.entries()) checkRounds(rounds, ['events', e, 'rounds'], say);
  checkCombined(meet, say);
  checkSelections(meet, say);
}
