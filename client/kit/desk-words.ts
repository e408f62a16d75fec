// What the pages say that somebody reads for himself, the commentator's and the results, besides what all say.
import type { Label } from './language.ts';
import { labels } from './languages/desk/en.ts';
import { wordSet } from './word-set.ts';

/** Words of these pages alone. */
export type OwnLabel = keyof typeof labels;
export type DeskLabel = OwnLabel | Label;

/** A label of the page itself. */
export const words = wordSet<OwnLabel>(labels, {
  nl: () => import('./languages/desk/nl.ts'),
  da: () => import('./languages/desk/da.ts'),
});
