import { describe, expect, it } from 'vitest';
import { idsOf, listedIds, titlesIn } from './rule-ids.ts';
import { readText, tests } from './tree.ts';

const listed = listedIds(readText('docs/rules.md'));
const titles = tests()
  .filter(({ path }) => !path.startsWith('test/bench/'))
  .flatMap(({ path, text }) => titlesIn(text).map((title) => ({ path, title })));
const proved = new Set(titles.flatMap(({ title }) => idsOf(title)));

describe('the rules and their tests', () => {
  it('[X12] every rule has a test whose title starts with its id', () => {
    expect(listed.map(({ id }) => id).filter((id) => !proved.has(id))).toEqual([]);
  });

  it('[X12] every id in a title is the id of a rule', () => {
    const known = new Set(listed.map(({ id }) => id));
    expect([...proved].filter((id) => !known.has(id))).toEqual([]);
  });

  it('[X12] every title starts with an id', () => {
    expect(titles.filter(({ title }) => idsOf(title).length === 0)).toEqual([]);
  });

  it('[X12] no id is listed twice, and each stands under its own letter', () => {
    const ids = listed.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(listed.filter(({ id, section }) => !id.startsWith(section))).toEqual([]);
  });
});

describe('how ids are read', () => {
  it('[X12] a rule is a line of the list under its heading', () => {
    const document =
      '# Rules\n- Z1 is above any heading\n## M. Mass start\n- M4 Points.\n- M4a Time.\nM5 no list\n- M6\n';
    expect(listedIds(document)).toEqual([
      { id: 'Z1', section: '' },
      { id: 'M4', section: 'M' },
      { id: 'M4a', section: 'M' },
    ]);
  });

  it('[X12] titles are found in every way of writing a test', () => {
    const source = [
      'i' + "t('one', () => {});",
      'i' + 't(\n  `two`,\n);',
      'tes' + "t('it\\'s three', f);",
      'i' + "t.each([['a', f(1)]])('four %s', f);",
      'i' + "t.each`a | b`('five', f);",
      "describe.each([1])('a group', f);",
      'i' + "t.skipIf(none)('six', f);",
    ].join('\n');
    expect(titlesIn(source).sort()).toEqual(['one', 'two', "it\\'s three", 'four %s', 'six'].sort());
  });

  it.each([
    ['[M4] equal points', ['M4']],
    ['[M4][T4a] equal points', ['M4', 'T4a']],
    ['[M4]equal points', []],
    ['M4 equal points', []],
    ['equal [M4] points', []],
    ['[m4] equal points', []],
  ])('[X12] "%s" proves %j', (title, ids) => {
    expect(idsOf(title)).toEqual(ids);
  });
});
