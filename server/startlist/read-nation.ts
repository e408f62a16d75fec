// A nation as lists write it, to its code: NED, ned, NL, Netherlands, Nederland. What is none of these is for the list's author to say.
import { flagOf, nationCodes, nationName } from '../../shared/nations.ts';
import { plain } from './plain.ts';

/** The languages of our column names. */
const languages = ['en', 'nl', 'da', 'nb', 'sv', 'de'];

let words: ReadonlyMap<string, string> | undefined;

/** By name or two letters of ISO 3166, written plainly. */
function codesByWord(): ReadonlyMap<string, string> {
  if (words !== undefined) return words;
  const made = new Map<string, string>();
  for (const code of nationCodes) {
    const iso = flagOf(code);
    const names = languages.map((language) => nationName(code, language));
    for (const word of [...names, ...(iso === undefined ? [] : [iso])]) made.set(plain(word), code);
  }
  words = made;
  return made;
}

/** The code, or undefined; `isKnown` says which three letters are one. */
export function readNation(cell: string, isKnown: (code: string) => boolean): string | undefined {
  const code = cell.toUpperCase();
  if (/^[A-Z]{3}$/.test(code) && isKnown(code)) return code;
  return codesByWord().get(plain(cell));
}
