// Reads ids of rules out of docs/rules.md and out of test files, so that a test can compare the two.

const id = String.raw`[A-Z]\d+[a-z]?`;

/** The ids of the rules document in its order; each line `- M4 One sentence.` stands under the heading of its letter. */
export function listedIds(document: string): { readonly id: string; readonly section: string }[] {
  let section = '';
  return document.split('\n').flatMap((line) => {
    section = /^## ([A-Z])\. /.exec(line)?.[1] ?? section;
    const found = new RegExp(`^- (${id}) \\S`).exec(line)?.[1];
    return found === undefined ? [] : [{ id: found, section }];
  });
}

/** Every title of a test as written, those of `it.each(…)(…)` included, groups of tests left out. */
export function titlesIn(source: string): string[] {
  const direct = [...source.matchAll(/\b(?:it|test)\(\s*(['"`])(.*?)(?<!\\)\1/gs)].map((match) => match[2] ?? '');
  const applied = [...source.matchAll(/\)\(\s*(['"`])(.*?)(?<!\\)\1/gs)].filter((match) => {
    const before = [...source.slice(0, match.index).matchAll(/\b(it|test|describe)\.\w+/g)].at(-1);
    return before !== undefined && before[1] !== 'describe';
  });
  return [...direct, ...applied.map((match) => match[2] ?? '')];
}

/** The ids a title starts with: `[M4][T4] equal points …` proves two rules. */
export function idsOf(title: string): string[] {
  const head = new RegExp(`^(?:\\[${id}\\])+(?= )`).exec(title)?.[0] ?? '';
  return head.match(new RegExp(id, 'g')) ?? [];
}
