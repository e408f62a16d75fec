// Which language a page speaks: the one its address names, that of its screen's settings, or the browser's; English where
// nobody has written it, sentence by sentence. Another language is one file in languages/ and one line here; what only some
// pages say is in folders beside it (word-set.ts).
import type { labels } from './languages/en.ts';

export type Label = keyof typeof labels;

/** What a language has; what it lacks is said in English. */
export interface Catalogue {
  /** As BCP 47 has it: what dates and numbers are written in. */
  readonly tag: string;
  readonly labels: Readonly<Partial<Record<Label, string>>>;
  /** Sentences of the story, by code. */
  readonly moments: Readonly<Record<string, string>>;
  /** What is enough, by code. */
  readonly needs: Readonly<Record<string, string>>;
  /** Between alternatives. */
  readonly or: string;
  /** "8th" */
  ordinal(place: number): string;
}

const loaders: Readonly<Record<string, () => Promise<{ readonly catalogue: Catalogue }>>> = {
  nl: () => import('./languages/nl.ts'),
  da: () => import('./languages/da.ts'),
};

/** What there are files of; another may be asked for all the same, and is said in English. */
export const languages: readonly string[] = ['en', ...Object.keys(loaders)];

let spoken: Catalogue | undefined;

const learners: ((language: string) => Promise<void>)[] = [];

/** Whoever has words of his own is told which language is spoken, before anybody shows a word in it. */
export function alsoLearn(learn: (language: string) => Promise<void>): void {
  learners.push(learn);
}

/** The catalogue of the language spoken, where it is not English. */
export function catalogue(): Catalogue | undefined {
  return spoken;
}

/** What dates and numbers are written in. */
export function language(): string {
  return spoken?.tag ?? 'en-GB';
}

/** The first of the wanted languages that there is, by its first part: `nl` for nl-BE; English where there is none. */
export function bestOf(wanted: readonly (string | null | undefined)[]): string {
  for (const tag of wanted) {
    const [main = ''] = (tag ?? '').toLowerCase().split('-');
    if (main === 'en' || Object.hasOwn(loaders, main)) return main;
  }
  return 'en';
}

/** Speaks the best of the wanted languages from now on; whoever shows words has to show them anew. */
export async function speak(wanted: readonly (string | null | undefined)[]): Promise<void> {
  const best = bestOf(wanted);
  const [loaded] = await Promise.all([loaders[best]?.(), ...learners.map((learn) => learn(best))]);
  spoken = loaded?.catalogue;
  if (typeof document !== 'undefined') document.documentElement.lang = language();
}
