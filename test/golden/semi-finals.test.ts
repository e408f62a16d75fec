import { describe, expect, it } from 'vitest';
import { summaryLine } from '../proof/sources.ts';
import { readText } from '../tree.ts';
import { countOf, unexplained } from './checks.ts';
import { areExtractsThere, compareSemi, semis, skatedSemi, whyNoExtracts } from './semi-finals.ts';

if (!areExtractsThere) it.skip(`[M13] ${whyNoExtracts}`, () => {});

describe.each(semis)('semi-final 1 of %s', (title, semi) => {
  const board = skatedSemi(semi);

  it('[M13][M2][M4][M8] has what is printed of everybody, and brings on the eight who are printed so', () => {
    const checks = compareSemi([title, semi]);
    expect(unexplained(checks)).toEqual([]);
    for (const column of ['Q', 'in the final']) expect(countOf(checks, 'equal', column), column).toBe(8);
    expect(countOf(checks, 'equal', 'rank')).toBe(semi.lines.length);
  });

  it('[M8] fills the odd helmets of the final in the order of its ranks', () => {
    const finalists = Object.values(board('final').rows).sort((a, b) => a.order - b.order);
    expect(finalists.map(({ helmet }) => Number(helmet))).toEqual(Array.from({ length: 16 }, (_one, i) => i + 1));
    const odd = finalists.filter(({ helmet }) => Number(helmet) % 2 === 1).map(({ name }) => name);
    expect(odd).toEqual(semi.lines.slice(0, 8).map(({ name }) => name));
  });
});

it.runIf(areExtractsThere)(
  '[M13] Kramer crossed the line ninth and is seventh by one sprint: his helmet in the final is 13',
  () => {
    const [, semi] = semis.find(([title]) => title === 'Beijing 2022')!;
    const board = skatedSemi(semi);
    const kramer = Object.values(board('semi-1').rows).find(({ name }) => name === 'Sven Kramer')!;
    expect(kramer).toMatchObject({ position: 9, rank: 7, marks: { Q: true } });
    expect(Object.values(board('final').rows).find(({ name }) => name === 'Sven Kramer')?.helmet).toBe('13');
  },
);

it.runIf(areExtractsThere)('[M13] the page with the proof says what was found', () => {
  expect(readText('docs/proof.md')).toContain(summaryLine('semiFinals', semis.length, semis.flatMap(compareSemi)));
});
