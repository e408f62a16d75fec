// What is read at leisure besides what all pages say: the commentator's page, the results, and the halls between two races.
import type { Label } from './language.ts';
import { labels } from './languages/desk/en.ts';
import { wordSet } from './word-set.ts';

/** Words of these pages alone. */
export type OwnLabel = keyof typeof labels;
export type DeskLabel = OwnLabel | Label;

/** A label of the page itself. */
export const words = wordSet<OwnLabel>('desk', labels, {
  nl: () => import('./languages/desk/nl.ts'),
  da: () => import('./languages/desk/da.ts'),
});

/** A round of an event, by what meets usually call it; another is what the meet calls it. */
export function roundWord(round: string): string {
  const label = `round.${round}`;
  return Object.hasOwn(labels, label) ? words(label as OwnLabel) : round;
}
