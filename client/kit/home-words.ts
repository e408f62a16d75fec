// What the first page says of the others, besides what all pages say.
import { labels } from './languages/home/en.ts';
import { wordSet } from './word-set.ts';

export const words = wordSet<keyof typeof labels>('home', labels, {
  nl: () => import('./languages/home/nl.ts'),
  da: () => import('./languages/home/da.ts'),
});
