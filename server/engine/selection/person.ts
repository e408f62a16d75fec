// Who is who across the distances of a meet: the athlete, or where an entry names none, whoever has his name.
import type { Athlete } from '../../../shared/meet.ts';
import { memo } from '../memo.ts';

/** What is shown of somebody. */
export interface Named {
  readonly name: string;
  readonly nation?: string;
  readonly club?: string;
}

/** The longest id there is. */
const longestId = 64;

/** Athletes by name; of namesakes none, since nobody knows which of them is meant. */
const byName = memo((athletes: readonly Athlete[]): ReadonlyMap<string, string | undefined> => {
  const known = new Map<string, string | undefined>();
  for (const { id, name } of athletes) known.set(name, known.has(name) ? undefined : id);
  return known;
});

/** A name in the letters of an id, the same for the same name. */
function idOfName(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '');
  const plain = [...letters].map((letter) => (/[A-Za-z0-9]/.test(letter) ? letter : codeOf(letter))).join('');
  return `name:${plain}`.slice(0, longestId);
}

function codeOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  return code < 128 ? '-' : `.${code.toString(36)}`;
}

/** The id of a person, the same in every distance; `who` is what tells people without one apart. */
export function personOf(
  { athlete, name }: { readonly athlete?: string | undefined; readonly name: string },
  who: string,
  athletes: readonly Athlete[],
): string {
  return athlete ?? byName(athletes).get(name) ?? idOfName(who.trim());
}
