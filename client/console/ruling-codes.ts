// The codes a sheet prints for the rule that was broken, by how a race is skated, as docs/rules.md has them (L7, M10). Pure.
import type { Board } from '../../shared/board.ts';
import type { Code } from '../kit/code-words.ts';

type Kind = Board['race']['kind'];

const team = ['T02', 'T04', 'T10'] as const;

/** Of short track no code is known to us: whatever is typed there is asked about. */
const codesOf = {
  massStart: ['T02', 'T04', 'T25'],
  pairs: ['T02', 'T04', 'T06', 'T07', 'T08', 'T09', 'T10'],
  teamPursuit: team,
  teamSprint: team,
  mixedRelay: team,
  shortTrack: [],
} as const satisfies Readonly<Record<Kind, readonly Code[]>>;

/** What is typed for a code, whether or not there is such a one: `T25`, `TO2`, `s`. */
const codeLike = /^[a-z]{1,4}\d{1,3}[a-z]?$|^[ts]$/i;

export function isCodeLike(word: string): boolean {
  return codeLike.test(word);
}

export function isKnownCode(code: string, kind: Kind): boolean {
  return (codesOf[kind] as readonly string[]).includes(code);
}

/** The codes that begin with what is typed so far; where none does, all there are. */
export function codesLike(typed: string, kind: Kind): readonly string[] {
  const known: readonly string[] = codesOf[kind];
  const begun = known.filter((code) => code.startsWith(typed.toUpperCase()));
  return begun.length === 0 ? known : begun;
}
