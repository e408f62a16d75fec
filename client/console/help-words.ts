// What the sheet of all commands and keys says, in the language spoken.
import { labels } from '../kit/languages/help/en.ts';
import { wordSet } from '../kit/word-set.ts';

export type HelpLabel = keyof typeof labels;

export const say = wordSet<HelpLabel>('help', labels, {
  nl: () => import('../kit/languages/help/nl.ts'),
  da: () => import('../kit/languages/help/da.ts'),
});
