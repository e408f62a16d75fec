// The start list of a race as it stands on the day: the document, the changes of the day, and who wears what by now.
import type { Athlete, EntryDoc, Starter } from '../../shared/meet.ts';
import type { Boards } from './boards.ts';
import type { RaceInput } from './race/race.ts';
import type { Competitor, Roster } from './race/roster.ts';

/** Transponders of an entry, or of one of its members. */
function wornBy({ wearers, members }: Roster, entry: string, member?: string): string[] {
  return [...wearers]
    .filter(([transponder, wearer]) => wearer === entry && members.get(transponder) === member)
    .map(([transponder]) => transponder);
}

/** What of the person is not the athlete's own. */
function ownPerson(
  { name, nation, club }: Competitor,
  athlete: Athlete | undefined,
): Pick<EntryDoc, 'name' | 'nation' | 'club'> {
  return {
    ...(name !== athlete?.name && { name }),
    ...(nation !== undefined && nation !== athlete?.nation && { nation }),
    ...(club !== undefined && club !== athlete?.club && { club }),
  };
}

function membersOf({ entry, members }: Competitor, { doc, roster, athletes }: RaceInput): Pick<EntryDoc, 'members'> {
  if (members === undefined) return {};
  const listed = new Map(doc.entries.find(({ id }) => id === entry)?.members?.map((member) => [member.id, member]));
  const inOrder = Object.entries(members).sort(([, a], [, b]) => a.order - b.order);
  return {
    members: inOrder.map(([id, { name }]) => {
      const { athlete } = listed.get(id) ?? {};
      const isAthlete = athlete !== undefined && athletes.get(athlete)?.name === name;
      const transponders = wornBy(roster, entry, id);
      return { id, ...(isAthlete ? { athlete } : { name }), ...(transponders.length > 0 && { transponders }) };
    }),
  };
}

function starterOf(competitor: Competitor, input: RaceInput): Starter {
  const { entry, athlete, bib, lane, helmet, armband, pbUs, sbUs, startGroup, cupMark, scratched } = competitor;
  const transponders = wornBy(input.roster, entry);
  const said = { bib, lane, helmet, armband, pbUs, sbUs, startGroup, cupMark };
  return {
    id: entry,
    ...(athlete !== undefined && { athlete }),
    ...ownPerson(competitor, input.athletes.get(athlete ?? '')),
    ...(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<EntryDoc>),
    ...(transponders.length > 0 && { transponders }),
    ...membersOf(competitor, input),
    ...(scratched && { scratched }),
  };
}

/** In the order of the list; undefined where there is no such race. */
export function startListOf({ events }: Boards, race: string): readonly Starter[] | undefined {
  for (const { races } of events.races.byMeet.values()) {
    const input = races.get(race)?.input;
    if (input === undefined) continue;
    const competitors = [...input.roster.competitors.values()].sort((a, b) => a.order - b.order);
    return competitors.map((competitor) => starterOf(competitor, input));
  }
  return undefined;
}
