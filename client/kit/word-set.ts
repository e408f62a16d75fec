// Words that some pages have besides those of all, in the language spoken: what no screen in the hall has to load.
import { alsoLearn, type Label } from './language.ts';
import { filled, type Values, words } from './messages.ts';

type Labels<L extends string> = Readonly<{ [label in L]?: string }>;

/**
 * Says labels of a set, and those of all; what a language lacks is said in English. A set is loaded with its language: from a
 * file of its own where `languages` has one, or else out of the language's own file.
 */
export function wordSet<L extends string>(
  name: string,
  english: Readonly<Record<L, string>>,
  languages: Readonly<Record<string, () => Promise<{ readonly labels: Labels<L> }>>>,
): (label: L | Label, values?: Values) => string {
  let own: Labels<L> | undefined;
  alsoLearn(async (language, catalogue) => {
    own = (await languages[language]?.())?.labels ?? (catalogue?.sets?.[name] as Labels<L> | undefined);
  });
  const isOurs = (label: L | Label): label is L => Object.hasOwn(english, label);
  return (label, values = {}) =>
    isOurs(label) ? filled(own?.[label] ?? english[label], values) : words(label, values);
}
