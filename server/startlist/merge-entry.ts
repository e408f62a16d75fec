// One line and the entry it means to the entry as it is to be: what the line speaks of is taken over, all else stays.
import type { EntryDoc } from '../../shared/meet.ts';
import type { ListLine, MemberLine } from './line.ts';
import { freeId, type People } from './people.ts';
import { idFrom, plainName } from './plain.ts';
import type { Who } from './who.ts';

/** Fields that are the entry's alone; a name, nation or club may be the athlete's. */
const ownFields = [
  'bib',
  'lane',
  'helmet',
  'armband',
  'transponders',
  'pbUs',
  'sbUs',
  'startGroup',
  'cupMark',
] as const satisfies readonly (keyof EntryDoc)[];
export const personFields = ['name', 'nation', 'club'] as const;

type Members = NonNullable<EntryDoc['members']>;
type Member = Members[number];

function memberOf(line: MemberLine, before: Members, nation: string | undefined, people: People): Omit<Member, 'id'> {
  const { name, athlete: id, transponders } = line;
  const known = before.find((member) => member.id === line.id);
  const isSame = name !== undefined && known?.name !== undefined && plainName(known.name) === plainName(name);
  const found = id === undefined && name !== undefined && !isSame ? people.called({ name, nation }) : [];
  const athlete = id ?? (found.length === 1 ? found[0]?.id : undefined);
  const written = name === undefined || name === people.find(athlete ?? '')?.name ? undefined : name;
  return {
    ...(athlete !== undefined && { athlete }),
    // One whose athlete is known by it has the athlete's name.
    ...(written !== undefined && (athlete === undefined || id !== undefined) && { name: written }),
    ...(transponders !== undefined && { transponders: [...transponders] }),
  };
}

function membersOf(lines: readonly MemberLine[], before: Members, nation: string | undefined, people: People): Members {
  const members: Member[] = [];
  for (const line of lines) {
    const made = memberOf(line, before, nation, people);
    const same = before.find(
      (one) =>
        (made.athlete !== undefined && one.athlete === made.athlete) ||
        (made.name !== undefined && one.name === made.name),
    );
    const wishes = [line.id ?? '', same?.id ?? '', made.athlete ?? '', idFrom(made.name ?? '')];
    members.push({ id: freeId(wishes, 'm', (id) => members.some((one) => one.id === id)), ...made });
  }
  return members;
}

/** Without what was said of somebody else. */
function withoutPerson({ name, nation, club, athlete, pbUs, sbUs, ...rest }: EntryDoc): Omit<EntryDoc, 'athlete'> {
  return rest;
}

type Draft = { -readonly [K in keyof EntryDoc]?: EntryDoc[K] | undefined } & Record<string, unknown>;

/** What the entry alone has: said is said, and an empty cell takes away. */
function takeOver(entry: Draft, { said, speaksOf }: ListLine): void {
  for (const field of ownFields) {
    if (!speaksOf.has(field)) continue;
    if (said[field] === undefined) delete entry[field];
    else Object.assign(entry, { [field]: said[field] });
  }
}

/** What the line says of the person otherwise than the athlete is known stands in the entry itself. */
function tellPerson(entry: Draft, { said }: ListLine, { athlete, name }: Who): void {
  if (athlete !== undefined) entry.athlete = athlete.id;
  for (const field of personFields) {
    const shown = entry[field] ?? athlete?.[field];
    if (said[field] !== undefined && said[field] !== shown) entry[field] = said[field];
  }
  if (name !== undefined) entry.name ??= name;
}

function tellMembers(entry: Draft, { said, speaksOf }: ListLine, known: EntryDoc | undefined, people: People): void {
  if (!speaksOf.has('members')) return;
  const members = membersOf(said.members ?? [], known?.members ?? [], said.nation ?? known?.nation, people);
  if (members.length > 0) entry.members = members;
  else delete entry.members;
}

/** The entry as the line has it; `known` is what it was. */
export function mergeEntry(line: ListLine, who: Who, id: string, people: People): EntryDoc {
  const { known, isAnother } = who;
  const base = known !== undefined && isAnother ? withoutPerson(known) : known;
  const entry: Draft = { ...base, id };
  takeOver(entry, line);
  tellPerson(entry, line, who);
  tellMembers(entry, line, known, people);
  return entry as EntryDoc;
}
