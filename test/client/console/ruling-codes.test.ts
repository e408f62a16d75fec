import { afterEach, describe, expect, it } from 'vitest';
import { read } from '../../../client/console/commands.ts';
import { codeMeaning } from '../../../client/kit/code-words.ts';
import { speak } from '../../../client/kit/language.ts';
import { board, context } from './context.ts';

describe('codes of rulings', () => {
  afterEach(() => speak(['en']));

  it('[K29] those of the event that fit what is typed are offered', () => {
    const pairs = { ...context, board: { ...board, race: { ...board.race, kind: 'pairs' as const } } };
    const offers = (text: string, upon = context) => (read(text, upon) as { offers?: readonly string[] }).offers;
    expect(offers('dq 12')).toEqual(['T02', 'T04', 'T25']);
    expect(offers('dq 12 t0')).toEqual(['T02', 'T04']);
    expect(offers('dq 12 T25')).toEqual(['T25']);
    expect(offers('dns 12')).toBeUndefined();
    expect(offers('dq 12 T1', pairs)).toEqual(['T10']);
  });

  it.each(['dq 12 T99', 'dq 12 TO2', 'dq 12 t', 'hold pen 12 S3'])('[K29] the code of "%s" is asked about', (text) => {
    expect(read(text, context)).toMatchObject({ does: 'facts', doubts: { label: 'unknownCode' } });
  });

  it('[K29] what a code means is said in the language spoken', async () => {
    const said = new Set<string | undefined>();
    for (const language of ['en', 'nl', 'da']) {
      await speak([language]);
      said.add(codeMeaning('T04'));
    }
    expect([...said]).toEqual(['false start', 'valse start', 'tyvstart']);
  });
});
