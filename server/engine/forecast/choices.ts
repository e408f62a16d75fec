// Which riders to favour: of riders who may win at the same sprints only how many matters, the cheapest of them first.

/** Bit n: may win nothing at prize n any more. */
export type Barred = number;

/** Riders by what they are barred from; the order within each is kept. */
export function byBarred<T extends { readonly barred: Barred }>(riders: readonly T[]): readonly (readonly T[])[] {
  const types = new Map<Barred, T[]>();
  for (const rider of riders) {
    const type = types.get(rider.barred);
    if (type === undefined) types.set(rider.barred, [rider]);
    else type.push(rider);
  }
  return [...types.values()];
}

/** Whether `test` holds for some `count` riders, of each type the first ones. */
export function someChoice<T>(
  types: readonly (readonly T[])[],
  count: number,
  test: (chosen: readonly T[], others: readonly T[]) => boolean,
): boolean {
  const choose = (index: number, left: number, chosen: readonly T[], others: readonly T[]): boolean => {
    const type = types[index];
    if (type === undefined) return left === 0 && test(chosen, others);
    const later = types.slice(index + 1).reduce((sum, { length }) => sum + length, 0);
    for (let taken = Math.min(left, type.length); taken >= 0 && left - taken <= later; taken -= 1) {
      const [here, there] = [type.slice(0, taken), type.slice(taken)];
      if (choose(index + 1, left - taken, [...chosen, ...here], [...others, ...there])) return true;
    }
    return false;
  };
  return choose(0, count, [], []);
}
