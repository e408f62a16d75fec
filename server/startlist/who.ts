// The entry and the athlete that a line means in its race, by all it says; or a sentence why they are not known.
import type { MeetEvent } from '../../shared/event.ts';
import type { Athlete, EntryDoc, RaceDoc } from '../../shared/meet.ts';
import { nationName } from '../../shared/nations.ts';
import type { Said } from './line.ts';
import type { People } from './people.ts';
import { plainName } from './plain.ts';

export interface Who {
  /** The entry of the race as it was, where there is one. */
  readonly known: EntryDoc | undefined;
  /** Absent of a team, and of who is only named. */
  readonly athlete: Athlete | undefined;
  /** The name of one without an athlete. */
  readonly name?: string;
  /** Somebody else than the entry had. */
  readonly isAnother: boolean;
}

/** Entries of these are teams: their names are no athletes'. */
function isOfTeams(event: MeetEvent | undefined): boolean {
  switch (event?.kind) {
    case 'teamPursuit':
    case 'teamSprint':
    case 'mixedRelay':
      return true;
    case 'shortTrack':
      return event.rules.relay;
    default:
      return false;
  }
}

/** The name a list shows. */
function shownName(entry: EntryDoc, people: People): string {
  return entry.name ?? people.find(entry.athlete ?? '')?.name ?? entry.id;
}

interface Asked {
  readonly said: Said;
  readonly race: RaceDoc;
  readonly people: People;
}

function byAthlete({ race }: Asked, athlete: Athlete): EntryDoc | undefined {
  return race.entries.find((entry) => entry.athlete === athlete.id);
}

function called({ race, people }: Asked, name: string): EntryDoc | undefined {
  const wanted = plainName(name);
  return race.entries.find((entry) => plainName(shownName(entry, people)) === wanted);
}

function byNumberOf({ said, race, people }: Asked, id: string, named: EntryDoc | undefined): Who | string {
  const found = people.find(id);
  const { name } = said;
  if (found === undefined && name === undefined) return `athlete ${id} is not known in this meet: give the name too`;
  const athlete = found ?? people.add({ ...said, name: name ?? id }, id);
  const known = named ?? byAthlete({ said, race, people }, athlete);
  return { known, athlete, isAnother: known !== undefined && known.athlete !== athlete.id };
}

function byName(asked: Asked, name: string, named: EntryDoc | undefined): Who | string {
  const { said, people } = asked;
  if (named !== undefined && plainName(shownName(named, people)) === plainName(name)) {
    const athlete = people.find(named.athlete ?? '');
    return { known: named, athlete, isAnother: false, ...(athlete === undefined && { name }) };
  }
  const person = { ...said, name };
  const found = people.called(person);
  const here = found.find((athlete) => byAthlete(asked, athlete) !== undefined);
  if (found.length > 1 && here === undefined) {
    return `there are several athletes called ${name}: ${found.map(({ id }) => id).join(', ')}; say which one in a column athlete id`;
  }
  const nameless = found.length === 0 && named === undefined ? called(asked, name) : undefined;
  if (nameless !== undefined && nameless.athlete === undefined) {
    return { known: nameless, athlete: undefined, name, isAnother: false };
  }
  const athlete = here ?? found[0] ?? people.add(person);
  const known = named ?? byAthlete(asked, athlete);
  return { known, athlete, isAnother: known !== undefined && known.athlete !== athlete.id };
}

function team(asked: Asked, named: EntryDoc | undefined): Who | string {
  const { said, people } = asked;
  const byCode = named === undefined && said.nation !== undefined ? nationName(said.nation, 'en') : undefined;
  const name = said.name ?? (named && shownName(named, people)) ?? byCode;
  if (name === undefined) return 'names no team: give its name or its nation';
  const known = named ?? called(asked, name);
  const athlete = people.find(known?.athlete ?? '');
  return { known, athlete, isAnother: false, ...(athlete === undefined && { name }) };
}

/** Who is meant; an athlete nobody knew is made. `said.bib` alone means who wears it in this race now. */
export function whoIs(asked: Asked, event: MeetEvent | undefined): Who | string {
  const { said, race, people } = asked;
  const isNameless = said.name === undefined && said.athlete === undefined;
  const named = race.entries.find((entry) =>
    said.entry === undefined ? isNameless && said.bib !== undefined && entry.bib === said.bib : entry.id === said.entry,
  );
  if (said.athlete !== undefined) return byNumberOf(asked, said.athlete, named);
  if (isOfTeams(event)) return team(asked, named);
  if (said.name !== undefined) return byName(asked, said.name, named);
  if (named === undefined) return 'names nobody: it needs a name, an athlete id, or the bib of somebody on the list';
  const athlete = people.find(named.athlete ?? '');
  return { known: named, athlete, isAnother: false, ...(athlete === undefined && { name: shownName(named, people) }) };
}
