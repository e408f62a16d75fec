// Who is in a race and wears what: the start list, the changes on the day, and the transponders assigned.
import type { Fact } from '../../../shared/facts.ts';
import type { Athlete, EntryDoc } from '../../../shared/meet.ts';
import { sameMap } from '../reuse.ts';

/** One competitor of a race as of now. */
export interface Competitor {
  readonly entry: string;
  /** Place on the start list, from 1. */
  readonly order: number;
  /** The same in every event. */
  readonly athlete?: string;
  readonly name: string;
  readonly bib?: string;
  readonly nation?: string;
  readonly club?: string;
  readonly lane?: string;
  readonly helmet?: string;
  readonly armband?: string;
  readonly scratched: boolean;
  readonly pbUs?: number;
  readonly sbUs?: number;
  /** T6: may set junior records. */
  readonly junior: boolean;
  /** M10: printed in brackets behind the World Cup points. */
  readonly cupMark?: string;
  /** L8: of a quartet, whose gun is his. */
  readonly startGroup?: string;
  /** Of a team, in the order of its list. */
  readonly members?: Readonly<Record<string, { readonly order: number; readonly name: string }>>;
}

export interface Roster {
  readonly competitors: ReadonlyMap<string, Competitor>;
  /** Transponder to entry. */
  readonly wearers: ReadonlyMap<string, string>;
  /** Transponder to member, where a team's skaters are known one by one. */
  readonly members: ReadonlyMap<string, string>;
}

type Listed = EntryDoc & { scratched?: boolean };

/** The start list after the `entry` facts, which may also add a competitor. */
function listed(documented: readonly EntryDoc[], facts: readonly Fact[]): Map<string, Listed> {
  const entries = new Map<string, Listed>(documented.map((entry) => [entry.id, entry]));
  for (const fact of facts) {
    if (fact.kind !== 'entry') continue;
    const known = entries.get(fact.entry);
    if (known === undefined && fact.added !== true) continue;
    const { athlete, name, nation, club, bib, lane, helmet, armband, transponders, pbUs, sbUs, cupMark, scratched } =
      fact;
    const { startGroup, members } = fact;
    const person = { athlete, name, nation, club, pbUs, sbUs, cupMark };
    const changes = { ...person, bib, lane, helmet, armband, transponders, members, startGroup, scratched };
    const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    // Another athlete is another person: what the document says of the one replaced must not stay.
    const kept = athlete === undefined ? known : withoutPerson(known);
    entries.set(fact.entry, { ...kept, ...said, id: fact.entry });
  }
  return entries;
}

function withoutPerson(entry: Listed | undefined): Partial<Listed> {
  if (entry === undefined) return {};
  const { name, nation, club, pbUs, sbUs, cupMark, ...rest } = entry;
  return rest;
}

type Athletes = ReadonlyMap<string, Athlete>;

function membersOf({ members }: Listed, athletes: Athletes): Pick<Competitor, 'members'> {
  if (members === undefined || members.length === 0) return {};
  const named = members.map(({ id, athlete, name }, index) => {
    return [id, { order: index + 1, name: name ?? athletes.get(athlete ?? '')?.name ?? id }] as const;
  });
  return { members: Object.fromEntries(named) };
}

function competitor(entry: Listed, order: number, athletes: Athletes): Competitor {
  const athlete = athletes.get(entry.athlete ?? '');
  const nation = entry.nation ?? athlete?.nation;
  const club = entry.club ?? athlete?.club;
  const { bib, lane, helmet, armband, pbUs, sbUs, cupMark, startGroup } = entry;
  return {
    entry: entry.id,
    order,
    name: entry.name ?? athlete?.name ?? entry.id,
    scratched: entry.scratched === true,
    junior: athlete?.junior === true,
    ...(entry.athlete !== undefined && { athlete: entry.athlete }),
    ...(bib !== undefined && { bib }),
    ...(nation !== undefined && { nation }),
    ...(club !== undefined && { club }),
    ...(lane !== undefined && { lane }),
    ...(helmet !== undefined && { helmet }),
    ...(armband !== undefined && { armband }),
    ...(pbUs !== undefined && { pbUs }),
    ...(sbUs !== undefined && { sbUs }),
    ...(cupMark !== undefined && { cupMark }),
    ...(startGroup !== undefined && { startGroup }),
    ...membersOf(entry, athletes),
  };
}

/** Who wears what: the start list's word, then every later one, about an entry or a transponder, in its turn. */
class Worn {
  readonly wearers = new Map<string, string>();
  readonly members = new Map<string, string>();

  wear(transponder: string, entry: string, member: string | undefined): void {
    this.wearers.set(transponder, entry);
    if (member === undefined) this.members.delete(transponder);
    else this.members.set(transponder, member);
  }

  /** All that an entry wears, in place of what it wore. */
  dress(entry: string, { transponders, members }: Pick<Listed, 'transponders' | 'members'>): void {
    if (transponders === undefined && members === undefined) return;
    for (const [transponder, wearer] of this.wearers) if (wearer === entry) this.wearers.delete(transponder);
    for (const transponder of transponders ?? []) this.wear(transponder, entry, undefined);
    for (const member of members ?? []) {
      for (const transponder of member.transponders ?? []) this.wear(transponder, entry, member.id);
    }
  }
}

/** The roster of a race with these entries; `decisions` are its own and the assignments made for no race in particular, in order. */
export function rosterOf(entries: readonly EntryDoc[], athletes: Athletes, decisions: readonly Fact[]): Roster {
  const competitors = new Map<string, Competitor>();
  for (const entry of listed(entries, decisions).values()) {
    competitors.set(entry.id, competitor(entry, competitors.size + 1, athletes));
  }
  const worn = new Worn();
  for (const entry of entries) worn.dress(entry.id, entry);
  for (const fact of decisions) {
    if (fact.kind !== 'assign' && fact.kind !== 'entry') continue;
    if (!competitors.has(fact.entry)) continue;
    if (fact.kind === 'assign') worn.wear(fact.transponder, fact.entry, fact.member);
    else worn.dress(fact.entry, fact);
  }
  return { competitors, wearers: worn.wearers, members: worn.members };
}

export function sameRoster(a: Roster, b: Roster): boolean {
  return sameMap(a.competitors, b.competitors) && sameMap(a.wearers, b.wearers) && sameMap(a.members, b.members);
}
