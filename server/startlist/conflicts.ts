// What two entries of one race cannot share: a bib, a transponder. Each is told where it stands in the list.
import type { EntryDoc } from '../../shared/meet.ts';
import { placeText, type Remark } from './line.ts';
import type { ListedEntry } from './merge.ts';

function wornBy({ transponders = [], members = [] }: EntryDoc): readonly string[] {
  return [...transponders, ...members.flatMap((member) => member.transponders ?? [])];
}

function otherText({ place, entry }: ListedEntry): string {
  return place === undefined ? `entry ${entry.id}, which stays` : placeText(place);
}

/** All that is given out twice within a race, told of the line that comes second. */
export function conflictsIn(listed: readonly ListedEntry[]): readonly Remark[] {
  const remarks: Remark[] = [];
  const holders = new Map<string, ListedEntry>();
  // Those that stay are there already, whatever the list says.
  const inTurn = [
    ...listed.filter(({ place }) => place === undefined),
    ...listed.filter(({ place }) => place !== undefined),
  ];
  for (const one of inTurn) {
    const { race, entry, place = {} } = one;
    const claim = (key: string, field: string, says: string) => {
      const holder = holders.get(`${race} ${key}`);
      if (holder === undefined) holders.set(`${race} ${key}`, one);
      else remarks.push({ ...place, field, says: `${says} ${otherText(holder)} too, in race ${race}` });
    };
    if (entry.bib !== undefined) claim(`bib ${entry.bib}`, 'bib', `bib ${entry.bib} is that of`);
    for (const transponder of wornBy(entry)) {
      claim(`transponder ${transponder}`, 'transponders', `transponder ${transponder} is worn on`);
    }
  }
  return remarks;
}
