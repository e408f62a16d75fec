// Finds skaters of a meet by what somebody types: the beginning of any word of a name, a bib, a nation. Pure.
import type { Meet } from '../../shared/meet.ts';

export interface Found {
  readonly name: string;
  readonly nation: string | undefined;
  readonly bib: string | undefined;
  readonly races: readonly { readonly id: string; readonly name: string }[];
}

/** Rows shown at most: who types one more letter sees the others. */
export const foundMost = 20;

/** Letters without their accents, so that a keyboard without them finds everybody (D1). */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

type Entry = Meet['races'][number]['entries'][number];

function matches(words: readonly string[], name: string, entry: Entry, nation: string | undefined): boolean {
  const parts = plain(name).split(/[\s'-]+/);
  const others = [entry.bib, nation, entry.club].map((text) => plain(text ?? ''));
  return words.every((word) => parts.some((part) => part.startsWith(word)) || others.includes(word));
}

/** Skaters for whom every word fits, in the order of the start lists, each with his races. */
export function findSkaters(meet: Meet, typed: string): readonly Found[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  const athletes = new Map(meet.athletes.map((athlete) => [athlete.id, athlete]));
  const events = new Map(meet.events.map(({ id, name }) => [id, name]));
  const found = new Map<
    string,
    { name: string; nation?: string; bib?: string; races: { id: string; name: string }[] }
  >();
  for (const race of meet.races) {
    for (const entry of race.entries) {
      const athlete = athletes.get(entry.athlete ?? '');
      const name = entry.name ?? athlete?.name ?? entry.id;
      const nation = entry.nation ?? athlete?.nation;
      if (!matches(words, name, entry, nation)) continue;
      const key = entry.athlete ?? `${name} ${nation}`;
      const known = found.get(key) ?? {
        name,
        ...(nation !== undefined && { nation }),
        ...(entry.bib !== undefined && { bib: entry.bib }),
        races: [],
      };
      known.races.push({ id: race.id, name: `${events.get(race.event) ?? race.event} · ${race.name}` });
      found.set(key, known);
    }
  }
  return [...found.values()].slice(0, foundMost).map((one) => ({ nation: undefined, bib: undefined, ...one }));
}
