// Which language a page speaks: the one its address names, that of its screen's settings, or the browser's; English where
// nobody has written it, sentence by sentence. Another language is one file in languages/, found by its name; where what only
// some pages say is much, it may be in folders beside it (word-set.ts).
/// <reference types="vite/client" />
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
  /** What only some pages say, by the folder that English has it in, as far as the language has no such folder. */
  readonly sets?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const files = import.meta.glob<Catalogue>(['./languages/*.ts', '!./languages/en.ts'], { import: 'catalogue' });
const loaders = Object.fromEntries(
  Object.entries(files).map(([path, load]) => [path.replace(/^.*\/|\.ts$/g, ''), load]),
);

/** What there are files of; another may be asked for all the same, and is said in English. */
export const languages: readonly string[] = ['en', ...Object.keys(loaders)];

let spoken: Catalogue | undefined;

type Learner = (language: string, catalogue: Catalogue | undefined) => Promise<void>;

const learners: Learner[] = [];

/** Whoever has words of his own is told which language is spoken, before anybody shows a word in it. */
export function alsoLearn(learn: Learner): void {
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
  await speakBy(best, await loaders[best]?.());
}

/** Speaks a language by its file; without one, English. */
export async function speakBy(name: string, loaded: Catalogue | undefined): Promise<void> {
  await Promise.all(learners.map((learn) => learn(name, loaded)));
  spoken = loaded;
  if (typeof document !== 'undefined') document.documentElement.lang = language();
}
