// Names at the ends of lines, none on top of another. Pure.

/** Places moved apart to `apart` at least, in their order, and brought back above `bottom`. */
export function spread(places: readonly number[], apart: number, bottom: number): number[] {
  const down: number[] = [];
  for (const place of places) down.push(Math.max(place, (down.at(-1) ?? Number.NEGATIVE_INFINITY) + apart));
  let limit = bottom;
  for (let i = down.length - 1; i >= 0; i -= 1) {
    down[i] = Math.min(down[i] ?? 0, limit);
    limit = (down[i] ?? 0) - apart;
  }
  return down;
}
