// What the codes say that a sheet prints for the rule that was broken (L7, M10), in the language spoken.
import { labels } from './languages/codes/en.ts';
import { wordSet } from './word-set.ts';

export type Code = keyof typeof labels;

const words = wordSet<Code>('codes', labels, {
  nl: () => import('./languages/codes/nl.ts'),
  da: () => import('./languages/codes/da.ts'),
});

/** In few words; undefined for a code we do not know. */
export function codeMeaning(code: string): string | undefined {
  return Object.hasOwn(labels, code) ? words(code as Code) : undefined;
}

/** The code, and what it says where that is known. */
export function codeText(code: string): string {
  return [code, codeMeaning(code)].filter((part) => part !== undefined).join(' ');
}
