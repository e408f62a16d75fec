// A list of entries as JSON: the entries of a meet document, each with the race it is of. Knows the schema, not the meet.
import { z } from 'zod';
import { entryChangesSchema } from '../../shared/meet.ts';
import { idSchema, textSchema } from '../../shared/words.ts';
import type { ListLine, RaceWords, Remark, Said } from './line.ts';

const numberSchema = z.union([z.int().nonnegative(), textSchema]).transform(String).optional();
const wordsSchema = {
  race: textSchema.optional(),
  event: textSchema.optional(),
  round: numberSchema,
  run: numberSchema,
  heat: numberSchema,
  number: numberSchema,
};
/** A change on the day is a fact, not part of a list; what an export says of it is passed over. */
const { added: _, ...fields } = entryChangesSchema.shape;
const itemSchema = z.strictObject({ ...wordsSchema, id: idSchema.optional(), ...fields });
type Item = z.infer<typeof itemSchema>;

/** One race with its entries. */
const raceSchema = z.object({ ...wordsSchema, entries: z.array(z.unknown()) });

function lineOf(item: Item, inherited: RaceWords, index: number): ListLine {
  const { race, event, round, run, heat, number, id, scratched, ...entry } = item;
  const own = Object.entries({ race, event, round, run, heat, number }).filter(([, value]) => value !== undefined);
  const said: Said = { ...entry, ...(id !== undefined && { entry: id }) };
  const speaksOf = new Set(Object.keys(said) as (keyof Said)[]);
  return { place: { index }, where: { ...inherited, ...Object.fromEntries(own) }, said, speaksOf };
}

/** Items of `value`: a list of them, or a race (or several) with `entries`. */
function itemsOf(value: unknown): readonly { readonly item: unknown; readonly inherited: RaceWords }[] {
  return (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
    const race = raceSchema.safeParse(one);
    if (!race.success) return [{ item: one, inherited: {} }];
    const { entries, ...inherited } = race.data;
    return entries.map((item) => ({ item, inherited }));
  });
}

/** The lines of a JSON list, or everything that is wrong with it. */
export function readJsonList(value: unknown): {
  readonly lines: readonly ListLine[];
  readonly faults: readonly Remark[];
} {
  const lines: ListLine[] = [];
  const faults: Remark[] = [];
  for (const [i, { item, inherited }] of itemsOf(value).entries()) {
    const index = i + 1;
    const result = itemSchema.safeParse(item);
    if (result.success) lines.push(lineOf(result.data, inherited, index));
    else {
      for (const { path, message } of result.error.issues) {
        const field = path.join('.');
        faults.push({
          index,
          ...(field !== '' && { field }),
          says: `${field === '' ? 'it' : field} is wrong: ${message}`,
        });
      }
    }
  }
  return { lines, faults };
}
