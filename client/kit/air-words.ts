// What pages say of what is on air, and of the token that taking it needs, besides what all pages say.
import type { Label } from './language.ts';
import { labels } from './languages/air/en.ts';
import { wordSet } from './word-set.ts';

/** Words of these pages alone. */
export type OwnLabel = keyof typeof labels;
export type AirLabel = OwnLabel | Label;

export const words = wordSet<OwnLabel>('air', labels, {
  nl: () => import('./languages/air/nl.ts'),
  da: () => import('./languages/air/da.ts'),
});
