// The women's matrix of 2021 walked by the engine: distances are skated so that the places are those of the matrix.
import { Script } from '../engine/script.ts';
import { type DistanceWords, makeOfficial, selectionOf, skateAll, trialsMeet } from '../engine/selection/trials.ts';
import { type Check, compareLines, type SheetLine } from './checks.ts';
import { idOf, womenMatrix } from './trials.ts';

export const women = womenMatrix();
export const filledSlots = women?.rows.filter(({ distance }) => distance !== undefined) ?? [];
const distances = [...new Set(filledSlots.map(({ distance }) => distance ?? ''))];

/** Who had the first places of a distance, and some who had none. */
function orderOf(distance: string): string[] {
  const placed = filledSlots.filter((row) => row.distance === distance).sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
  return [...placed.map(({ name }) => idOf(name)), `${distance}-x`, `${distance}-y`].slice(0, 6);
}

export function trialsOfWomen(): Script {
  const slots = women?.rows.map(({ distance, place, name }) =>
    distance === undefined ? { designated: true, name } : { event: `d${distance}`, place },
  );
  const words = distances.map((distance): DistanceWords => {
    const who = orderOf(distance).toReversed();
    return { id: `d${distance}`, metres: Number(distance), who };
  });
  const athletes = filledSlots.map(({ name }) => ({ id: idOf(name), name }));
  const unique = [...new Map(athletes.map((athlete) => [athlete.id, athlete])).values()];
  return new Script(
    trialsMeet(
      words,
      [{ id: 'women', name: 'Women', kind: 'matrix', quota: women?.quota, designated: 3, slots }],
      unique,
    ),
  );
}

export function skateEverything(script: Script): void {
  for (const distance of distances) {
    skateAll(script, `d${distance}`, orderOf(distance));
    makeOfficial(script, `d${distance}`);
  }
}

/** Slot 2 is the federation's: it went to one who had a ticket already. */
const designated = 'Irene Schouten';

export function designatedScript(): Script {
  const script = trialsOfWomen();
  skateEverything(script);
  script.say({ kind: 'designate', meet: 'm1', selection: 'women', slot: 2, athlete: idOf(designated) });
  return script;
}

/** Who is in each slot, and how many different ones there are down to it. */
export function compareMatrix(): Check[] {
  if (women === undefined) return [];
  const line = (slot: number, name: string | undefined, distinct: number | undefined): SheetLine => {
    return { key: String(slot), whose: `slot ${slot}`, cells: { name, 'different names so far': distinct } };
  };
  const { slots = {} } = selectionOf(designatedScript(), 'women');
  const published = women.rows.map(({ slot, name, distance, distinct }) =>
    line(slot, distance === undefined ? designated : name, distinct),
  );
  const ours = Object.values(slots).map(({ order, athleteName, counts, distinct }) =>
    line(order, athleteName, counts === true ? distinct : undefined),
  );
  return compareLines('women, 2021', published, ours);
}
