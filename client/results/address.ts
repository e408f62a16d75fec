// What of a meet the address of the results page names, and the addresses of its other parts. Pure.

/** One thing to look at; without any the page shows the programme of the meet. */
export interface Place {
  readonly meet?: string;
  readonly race?: string;
  readonly event?: string;
  readonly selection?: string;
}

const names = ['meet', 'race', 'event', 'selection'] as const;

/** Those parts of an address that say how, not what: they stay from page to page. */
const kept = ['theme', 'lang', 'delay', 'at'] as const;

export function placeOf(search: string): Place {
  const asked = new URLSearchParams(search);
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = asked.get(name);
      return value === null || value === '' ? [] : [[name, value] as const];
    }),
  );
}

/** Whether the page shows a late picture. */
export function isLate(search: string): boolean {
  return new URLSearchParams(search).has('delay');
}

/** The address of a place, seen from one with this `search`. */
export function linkTo(place: Place, search: string): string {
  const asked = new URLSearchParams();
  for (const name of names) if (place[name] !== undefined) asked.set(name, place[name]);
  const before = new URLSearchParams(search);
  for (const name of kept) {
    const value = before.get(name);
    if (value !== null) asked.set(name, value);
  }
  const text = asked.toString();
  return text === '' ? '/results' : `/results?${text}`;
}
