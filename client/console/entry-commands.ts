// What changes on the start list on the day: lane, bib, helmet, start group, who is out, who skates instead. Pure: words to facts.
import { type Context, facts, type Outcome, wrong } from './outcome.ts';
import { athletesOf, nameOf, whoOf } from './who.ts';

type EntryFact = Extract<ReturnType<typeof facts>['facts'][number], { kind: 'entry' }>;
type Changes = Omit<EntryFact, 'kind' | 'race' | 'entry'>;

const lanes = ['inner', 'outer'];
const printed = /^\S{1,8}$/;

/** What follows each word; undefined where it means nothing. `for` is who skates instead. */
const changeOf: Readonly<Record<string, (value: string, context: Context) => Changes | undefined>> = {
  lane: (value) => {
    const lane = lanes.find((one) => value !== '' && one.startsWith(value.toLowerCase()));
    return lane === undefined ? undefined : { lane };
  },
  bib: (value) => (printed.test(value) ? { bib: value } : undefined),
  helmet: (value) => (printed.test(value) ? { helmet: value } : undefined),
  group: (value) => (/^[1-9]$/.test(value) ? { startGroup: value } : undefined),
  for: (value, { athletes = new Map() }) => {
    const [athlete, other] = athletesOf(value, athletes);
    return athlete === undefined || other !== undefined ? undefined : { athlete };
  },
  out: (value) => (value === '' ? { scratched: true } : undefined),
  in: (value) => (value === '' ? { scratched: false } : undefined),
};

/** `12 lane outer bib 14`: each word with what follows it, as far as the next one. */
export function setEntry([word = '', ...typed]: readonly string[], context: Context): Outcome {
  const { race, board } = context;
  const entry = whoOf(word, board.rows);
  if (entry === undefined) return word === '' ? wrong('setNeedsWhat') : wrong('nobody', { word });
  const said: [key: string, value: string][] = [];
  for (const part of typed) {
    const last = said.at(-1);
    if (Object.hasOwn(changeOf, part) || last === undefined) said.push([part, '']);
    else last[1] = `${last[1]} ${part}`.trim();
  }
  if (said.length === 0) return wrong('setNeedsWhat');
  let changes: Changes = {};
  for (const [key, value] of said) {
    const change = Object.hasOwn(changeOf, key) ? changeOf[key]?.(value, context) : undefined;
    if (change === undefined) return wrong('setUnknown', { word: `${key} ${value}`.trim() });
    changes = { ...changes, ...change };
  }
  const set = facts([{ kind: 'entry', race, entry, ...changes }], 'saysSet', {
    who: nameOf(entry, board.rows),
    what: typed.join(' '),
  });
  const { bib } = changes;
  const other = Object.keys(board.rows).find((one) => one !== entry && board.rows[one]?.bib === bib);
  if (bib === undefined || other === undefined) return set;
  return { ...set, doubts: { label: 'bibTaken', values: { who: nameOf(other, board.rows) } } };
}
