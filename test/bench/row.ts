// One line of the table that `npm run bench` prints.

export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What design asks for, in words. */
  readonly bar?: string;
  readonly met?: boolean;
}

/** The value below which this share of `values` lies; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
