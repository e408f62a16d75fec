// The Dutch trials of 2021 as far as they lie beside the checkout, as places at each distance. They are not part of the project.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../../../shared/data/other/web-extracts.json', import.meta.url));

export interface MatrixRow {
  readonly slot: number;
  /** Absent where the federation designates. */
  readonly distance?: string;
  readonly place?: number;
  readonly name: string;
  /** So many different names down to here, where this one is new. */
  readonly distinct?: number;
}

type Row = [number, string, number | null, string, number | null];

/** The women's matrix as it was filled, from the top; undefined without the data. */
export function womenMatrix(): { readonly quota: number; readonly rows: readonly MatrixRow[] } | undefined {
  if (!existsSync(file)) return undefined;
  const { okt_2021_matrix_women_filled: found } = JSON.parse(readFileSync(file, 'utf8')) as {
    okt_2021_matrix_women_filled: { max_skaters: number; rows: Row[] };
  };
  const rows = found.rows.map(
    ([slot, distance, place, name, distinct]): MatrixRow => ({
      slot,
      name,
      ...(place !== null && { distance, place }),
      ...(distinct !== null && { distinct }),
    }),
  );
  return { quota: found.max_skaters, rows };
}

/** The first letters of a name as an id. */
export function idOf(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
}
