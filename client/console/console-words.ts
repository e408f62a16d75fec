// What the console says, besides what all pages say, in the language spoken. Commands are typed in English in every one.
import type { RaceStatus } from '../../shared/board.ts';
import type { Label } from '../kit/language.ts';
import { labels } from '../kit/languages/console/en.ts';
import { words } from '../kit/messages.ts';
import { wordSet } from '../kit/word-set.ts';

/** Words of this page alone; where one of them is one of all pages too, it is this one. */
export type OwnLabel = keyof typeof labels;
export type ConsoleLabel = OwnLabel | Label;

export const say = wordSet<OwnLabel>('console', labels, {
  nl: () => import('../kit/languages/console/nl.ts'),
  da: () => import('../kit/languages/console/da.ts'),
});

/** A word of the wire, as the page says it; one this page is too old to know, as it is. */
export function wireWord(of: 'kind' | 'how' | 'reason' | 'view' | 'theme', word: string): string {
  const label = `${of}.${word}`;
  return Object.hasOwn(labels, label) ? say(label as OwnLabel) : word;
}

/** The state of a race; a hall is told that it is live, a desk that it runs. */
export function statusWord(status: RaceStatus): string {
  return status === 'running' ? say('running') : words(status);
}
