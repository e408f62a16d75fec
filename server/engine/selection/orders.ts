// Every order in which a distance may still end, and the first and last place each may come to. Rulings aside.
import type { Distance } from './distance.ts';

/** Ranks by person. */
export type Order = ReadonlyMap<string, number>;

/** The places somebody may come to. */
export interface Reach {
  readonly first: number;
  readonly last: number;
}

interface Parts {
  /** Whose order among themselves is settled, equal ones together. */
  readonly tiers: readonly (readonly string[])[];
  readonly movers: readonly string[];
  /** Of each tier: the movers who stand before it now, and will. */
  readonly before: readonly (readonly string[])[];
}

function partsOf({ ranked, movers, improves }: Distance): Parts {
  const moving = new Set(movers);
  const tiers = new Map<number, string[]>();
  for (const { person, rank } of ranked) {
    if (moving.has(person)) continue;
    const tier = tiers.get(rank);
    if (tier === undefined) tiers.set(rank, [person]);
    else tier.push(person);
  }
  const rankOf = new Map(ranked.map(({ person, rank }) => [person, rank]));
  const before = [...tiers.keys()].map((rank) =>
    improves ? movers.filter((mover) => (rankOf.get(mover) ?? Infinity) < rank) : [],
  );
  return { tiers: [...tiers.values()], movers, before };
}

/** So many orders at most, where those who may only improve are counted as if they might do anything; beyond `most` unsaid. */
export function countOrders(distance: Distance, most: number): number {
  const { tiers, movers } = partsOf(distance);
  let orders = 1;
  for (let i = 1; i <= movers.length && orders <= most; i += 1) orders *= tiers.length + i;
  return orders;
}

/** Equal ones share the rank of the first of them (T5); those to come are never counted as equal to anybody. */
export function ordersOf(distance: Distance): readonly Order[] {
  const { tiers, movers, before } = partsOf(distance);
  const found: Order[] = [];
  const order = new Map<string, number>();
  const place = (people: readonly string[], next: number): void => {
    const rank = order.size + 1;
    for (const person of people) order.set(person, rank);
    go(next);
    for (const person of people) order.delete(person);
  };
  const go = (next: number): void => {
    const tier = tiers[next];
    if (tier === undefined && movers.every((mover) => order.has(mover))) {
      found.push(new Map(order));
      return;
    }
    if (tier !== undefined && before[next]?.every((mover) => order.has(mover))) place(tier, next + 1);
    for (const mover of movers) if (!order.has(mover)) place([mover], next);
  };
  go(0);
  return found;
}

/** The first and the last place of everybody who has one or may come to one. */
export function placesOf(distance: Distance): ReadonlyMap<string, Reach> {
  const { tiers, movers, before } = partsOf(distance);
  const reaches = new Map<string, Reach>();
  let settled = 0;
  for (const [t, tier] of tiers.entries()) {
    const first = settled + 1 + (before[t]?.length ?? 0);
    for (const person of tier) reaches.set(person, { first, last: settled + 1 + movers.length });
    settled += tier.length;
  }
  for (const mover of movers) {
    const behind = tiers.findIndex((_, t) => before[t]?.includes(mover));
    const ahead = (behind === -1 ? tiers : tiers.slice(0, behind)).reduce((sum, tier) => sum + tier.length, 0);
    reaches.set(mover, { first: 1, last: ahead + movers.length });
  }
  return reaches;
}
