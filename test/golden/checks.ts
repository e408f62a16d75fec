// Values of a published sheet beside those of our boards, column by column, and what came of each comparison.

/** What one line of a sheet holds by the name of its column; what is blank is absent. */
export type Cells = Readonly<Record<string, string | number | undefined>>;

export interface SheetLine {
  /** By what it is found again: a bib, an entry. */
  readonly key: string;
  readonly whose: string;
  readonly cells: Cells;
}

/** One published value and ours. */
export interface Check {
  readonly document: string;
  readonly whose: string;
  readonly column: string;
  readonly published: string;
  readonly ours: string;
  readonly verdict: 'equal' | 'explained' | 'unexplained';
  /** Of a difference that is explained: its reason. */
  readonly why?: string;
}

/** The reason why a column of a line is another, if there is one. */
export type Explain = (line: SheetLine, column: string) => string | undefined;

const blank = 'none';

/** A value that is blank on both sides is no value. */
function checksOfLine(document: string, line: SheetLine, ours: Cells, explain: Explain): Check[] {
  const columns = new Set([...Object.keys(line.cells), ...Object.keys(ours)]);
  return [...columns].flatMap((column): Check[] => {
    const published = String(line.cells[column] ?? blank);
    const got = String(ours[column] ?? blank);
    if (published === blank && got === blank) return [];
    const base = { document, whose: line.whose, column, published, ours: got };
    if (published === got) return [{ ...base, verdict: 'equal' }];
    const why = explain(line, column);
    return [why === undefined ? { ...base, verdict: 'unexplained' } : { ...base, verdict: 'explained', why }];
  });
}

/** Every column of every line, whichever side has it. */
export function compareLines(
  document: string,
  published: readonly SheetLine[],
  ours: readonly SheetLine[],
  explain: Explain = () => undefined,
): Check[] {
  const byKey = new Map(ours.map((line) => [line.key, line]));
  const keys = new Set(published.map(({ key }) => key));
  const more = ours.filter(({ key }) => !keys.has(key)).map((line) => ({ ...line, cells: {} }));
  return [...published, ...more].flatMap((line) =>
    checksOfLine(document, line, byKey.get(line.key)?.cells ?? {}, explain),
  );
}

export function unexplained(checks: readonly Check[]): Check[] {
  return checks.filter(({ verdict }) => verdict === 'unexplained');
}

/** How many came out so, of one column or of all. */
export function countOf(
  checks: readonly Pick<Check, 'verdict' | 'column'>[],
  verdict?: Check['verdict'],
  column?: string,
): number {
  const isCounted = (one: Pick<Check, 'verdict' | 'column'>) =>
    (verdict === undefined || one.verdict === verdict) && (column === undefined || one.column === column);
  return checks.filter(isCounted).length;
}
