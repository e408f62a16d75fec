import { describe, expect, it } from 'vitest';
import { type CommandName, commands, read } from '../../../client/console/commands.ts';
import { helpLines } from '../../../client/console/help-lines.ts';
import { readText } from '../../tree.ts';
import { context } from './context.ts';

describe('help', () => {
  const names = Object.keys(commands) as CommandName[];
  const lines = helpLines.flatMap(([, of]) => of);

  it('[K31] lists every command there is, by a line that is one', () => {
    expect(new Set(lines.flatMap(({ of }) => of))).toEqual(new Set(names));
    for (const { line, of } of lines) {
      const outcome = read(line.split(/[ |[]/)[0] ?? '', context);
      expect([line, outcome.does === 'wrong' && outcome.says.label === 'noSuchCommand']).toEqual([line, false]);
      if (of.length > 0) expect(of.some((name) => line.includes(name) || name === 'sprint')).toBe(true);
    }
  });

  it('[K31] and so does the handbook', () => {
    const text = readText('docs/console.md');
    const typed = new Set([...text.matchAll(/`([^`]*)`/g)].flatMap(([, mark = '']) => mark.split(/[^a-z0-9]+/)));
    expect(names.filter((name) => !typed.has(name))).toEqual([]);
  });
});
