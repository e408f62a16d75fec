// A whole meet document looked at before it is sent: its schema, and in every race what a start list may not have.
import { type Meet, meetSchema } from '../../shared/meet.ts';
import { isNation } from '../../shared/nations.ts';
import { conflictsIn } from './conflicts.ts';
import type { Remark } from './line.ts';

function unknownNations({ athletes, races, nations }: Meet): readonly Remark[] {
  const named = [
    ...athletes.map(({ id, nation }) => ({ what: `athlete ${id}`, nation })),
    ...races.flatMap(({ id, entries }) =>
      entries.map((entry) => ({ what: `entry ${entry.id} of race ${id}`, nation: entry.nation })),
    ),
  ];
  return named.flatMap(({ what, nation }) =>
    nation === undefined || isNation(nation, nations)
      ? []
      : [
          {
            field: 'nation',
            says: `${what} has the nation ${nation}, which is none of the IOC: give it a name under nations, or write another`,
          },
        ],
  );
}

/** The document, or everything that is wrong with it. */
export function checkDocument(value: unknown): Meet | readonly Remark[] {
  const result = meetSchema.safeParse(value);
  if (!result.success) {
    return result.error.issues.map(({ path, message }) => ({ field: path.join('.'), says: message }));
  }
  const meet = result.data;
  const listed = meet.races.flatMap(({ id, entries }) =>
    entries.map((entry, index) => ({ race: id, entry, place: { index: index + 1 } })),
  );
  const remarks = [...unknownNations(meet), ...conflictsIn(listed)];
  return remarks.length === 0 ? meet : remarks;
}
