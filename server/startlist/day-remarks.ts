// What an imported list cannot change: what was said on the day goes over the document, and is told line by line.
import type { EntryDoc, Meet, Starter } from '../../shared/meet.ts';
import { same } from '../../shared/patch.ts';
import type { Remark } from './line.ts';
import type { ListedEntry } from './merge.ts';

/** Fields that a fact of the day may have changed. */
const fields = [
  'bib',
  'lane',
  'helmet',
  'armband',
  'transponders',
  'startGroup',
  'pbUs',
  'sbUs',
] as const satisfies readonly (keyof EntryDoc)[];

export type DayList = (race: string) => readonly Starter[] | undefined;

function valueText(value: unknown): string {
  return Array.isArray(value) ? value.join(' ') : String(value ?? 'nothing');
}

function ofEntry(
  { entry, place }: ListedEntry,
  before: EntryDoc | undefined,
  today: Starter | undefined,
): readonly Remark[] {
  if (today === undefined) return [];
  const scratched = today.scratched === true ? ['is scratched on the day and stays so'] : [];
  const overruled = fields.flatMap((field) => {
    const isOfDay = !same(today[field], before?.[field]);
    if (!isOfDay || same(today[field], entry[field])) return [];
    return [`${field} was changed on the day to ${valueText(today[field])} and stays so: change it by an entry fact`];
  });
  return [...scratched, ...overruled].map((says) => ({ ...place, says: `${today.id} ${says}` }));
}

/** Entries that the list leaves out and that stay all the same. */
export function stayingRemarks(listed: readonly ListedEntry[]): readonly Remark[] {
  return listed
    .filter(({ place }) => place === undefined)
    .map(({ race, entry: { id } }) => ({
      says: `${id} is not on the list and stays in race ${race}: something has happened to it, so scratch it by an entry fact`,
    }));
}

/** `meet` is as it was before the list; `dayList` as the day has it. */
export function dayRemarks(listed: readonly ListedEntry[], meet: Meet, dayList: DayList): readonly Remark[] {
  const documents = new Map(meet.races.map(({ id, entries }) => [id, entries]));
  return listed.flatMap((one) => {
    const isSame = ({ id }: EntryDoc) => id === one.entry.id;
    return ofEntry(one, documents.get(one.race)?.find(isSame), dayList(one.race)?.find(isSame));
  });
}
