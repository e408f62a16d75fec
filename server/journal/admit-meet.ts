// Decides whether a new version of a meet may replace the one before it. Pure: it asks the ledger and stores nothing.
import type { Meet, RaceDoc } from '../../shared/meet.ts';
import { bindings } from './bindings.ts';
import type { Refusal } from './journal.ts';
import type { Ledger } from './ledger.ts';
import { refuse } from './refusal.ts';
import { isFilledIn, startListOf } from './start-lists.ts';

/** The first race or entry that `next` leaves out (or gives another id) although the journal has facts about it. */
function lostFacts(
  race: RaceDoc,
  before: Meet,
  next: RaceDoc | undefined,
  meet: Meet,
  ledger: Ledger,
): Refusal | undefined {
  const staying = new Set((next === undefined ? [] : startListOf(meet, next)).map(({ id }) => id));
  const leaving = startListOf(before, race).filter(({ id }) => !staying.has(id));
  if (next !== undefined && leaving.length === 0) return undefined;
  const bound = bindings(race.id, ledger, { filled: isFilledIn(before, race) });
  if (next === undefined && bound.ofRace !== undefined) {
    const says = `race ${race.id} has a ${bound.ofRace.kind} (fact ${bound.ofRace.id}): keep it, and set cancelled if it is off`;
    return refuse('entry-has-crossings', says, { field: 'races' });
  }
  for (const entry of leaving) {
    const fact = bound.ofEntry(entry);
    if (fact !== undefined) {
      const says = `entry ${entry.id} of race ${race.id} has a ${fact.kind} (fact ${fact.id}): keep its id, and scratch it with an entry fact or rule DNS if it is out`;
      return refuse('entry-has-crossings', says, { field: 'races' });
    }
  }
  return undefined;
}

/** Why `meet` may not be stored as the version after `expected` (0: a new meet), or undefined where it may. */
export function checkMeet(meet: Meet, expected: number, ledger: Ledger): Refusal | undefined {
  const newest = ledger.meet(meet.id);
  const version = newest?.version ?? 0;
  if (version !== expected) {
    const says =
      version === 0
        ? `there is no meet ${meet.id} yet: create it with expected version 0`
        : `meet ${meet.id} is at version ${version}, not ${expected}: read it again, then repeat the change`;
    return refuse('version-mismatch', says);
  }
  for (const [index, race] of meet.races.entries()) {
    const other = ledger.meetOf(race.id);
    if (other !== undefined && other !== meet.id) {
      const says = `race ${race.id} is in meet ${other}: ids of races are unique over all meets, give this one another`;
      return refuse('race-elsewhere', says, { field: `races.${index}.id` });
    }
  }
  if (newest === undefined) return undefined;
  const next = new Map(meet.races.map((race) => [race.id, race]));
  for (const race of newest.meet.races) {
    const lost = lostFacts(race, newest.meet, next.get(race.id), meet, ledger);
    if (lost !== undefined) return lost;
  }
  return undefined;
}
