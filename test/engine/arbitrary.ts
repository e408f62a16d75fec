// Meets and journals of every kind for properties: valid by schema and by the journal's own rules, plausible and absurd mixed.
import fc from 'fast-check';
import type { FactDraft } from '../../shared/facts.ts';
import { factDraftSchema, isReading } from '../../shared/facts.ts';
import type { Meet } from '../../shared/meet.ts';
import { entries, final, meets, pick } from './arbitrary-meet.ts';
import { gunUs, seconds } from './script.ts';

const lapUs = seconds(30);
const races = ['r1', 'r2', final, 'p1', 'p2'];
const worn = [...entries.flatMap((entry) => [`T${entry}a`, `T${entry}b`]), 'X1', 'X2'];
const loops = ['finish', 'back', 'elsewhere'];

const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });

/** Mostly about a crossing of some lap, sometimes anything an instant can be. */
const instant = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(fc.integer({ min: -1, max: 8 }), fc.integer({ min: -3_000, max: 3_000 }))
      .map(([lap, ms]) => gunUs + lap * lapUs + ms * 1000),
  },
  { weight: 2, arbitrary: fc.integer({ min: gunUs - seconds(100), max: gunUs + seconds(400) }) },
  { weight: 1, arbitrary: pick([0, 1, Number.MAX_SAFE_INTEGER, gunUs]) },
);
const span = fc.oneof(fc.integer({ min: -50_000, max: 50_000 }), pick([0, 3_600_000_000, -Number.MAX_SAFE_INTEGER]));
const length = fc.oneof(fc.integer({ min: 0, max: seconds(200) }), pick([0, Number.MAX_SAFE_INTEGER]));
const race = fc.oneof({ weight: 3, arbitrary: fc.constant('r1') }, { weight: 4, arbitrary: pick(races) });
const entry = fc.oneof(
  { weight: 15, arbitrary: pick(entries) },
  { weight: 1, arbitrary: pick(['nobody', 'toString', 'r1.e2', 'r2.e3', 'r1.late1']) },
);
const order = fc
  .uniqueArray(entry, { minLength: 1, maxLength: 5 })
  .chain((all) =>
    fc.integer({ min: 1, max: all.length }).map((cut) => [all.slice(0, cut), ...all.slice(cut).map((e) => [e])]),
  );

const passing = fc.record({
  kind: fc.constant('passing' as const),
  race: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: race }),
  at: instant,
  source: pick(['timing', 'timing', 'decoder']),
  loop: fc.oneof({ weight: 8, arbitrary: fc.constant('finish') }, { weight: 1, arbitrary: pick(loops) }),
  how: pick(['transponder', 'transponder', 'transponder', 'optical', 'photo', 'manual'] as const),
  who: fc.oneof(
    { weight: 8, arbitrary: pick(worn).map((transponder) => ({ transponder })) },
    { weight: 3, arbitrary: entry.map((name) => ({ entry: name })) },
    { weight: 1, arbitrary: pick(['inner', 'outer']).map((lane) => ({ lane })) },
    { weight: 1, arbitrary: fc.constant({}) },
  ),
  elapsedUs: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: length }),
});

const ruling = fc.record({
  kind: fc.constant('ruling' as const),
  race,
  entry,
  status: pick(['ok', 'DNS', 'DNF', 'DQ', 'WDR', 'PEN', 'YC', 'RC', 'ADV', 'ADA', 'ADB', 'lapped'] as const),
  code: maybe(pick(['T02', 'T25'])),
  held: maybe(fc.boolean()),
});

const entryChange = fc.record({
  kind: fc.constant('entry' as const),
  race,
  entry: fc.oneof(entry, pick(['late1', 'late2'])),
  name: maybe(pick(["N'tab", 'Somebody'])),
  athlete: maybe(pick(['a1', 'a2', 'stranger'])),
  lane: maybe(pick(['inner', 'outer', 'constructor'])),
  transponders: maybe(fc.uniqueArray(pick(worn), { maxLength: 2 })),
  startGroup: maybe(pick(['1', '2'])),
  scratched: maybe(fc.boolean()),
  added: maybe(fc.boolean()),
});

const decision = fc.oneof(
  fc.record({ kind: fc.constant('arm' as const), race, fromUs: maybe(instant) }),
  fc.record({ kind: fc.constant('close' as const), race, toUs: maybe(instant) }),
  fc.record({
    kind: fc.constant('clear' as const),
    race,
    upTo: maybe(instant),
    reason: pick(['falseStart', 'fall', 'stopped', 'test'] as const),
  }),
  fc.record({ kind: fc.constant('falseStart' as const), race, entry }),
  fc.record({ kind: fc.constant('reaction' as const), race, entry, reactionUs: span }),
  fc.record({ kind: fc.constant('sync' as const), race: maybe(race), of: pick(['decoder', 'timing']), offsetUs: span }),
  fc.record({ kind: fc.constant('assign' as const), race: maybe(race), transponder: pick(worn), entry }),
  entryChange,
  fc.record({ kind: fc.constant('sprint' as const), race, sprint: fc.integer({ min: 1, max: 5 }), order }),
  fc.record({ kind: fc.constant('finish' as const), race, order }),
  fc.record({
    kind: fc.constant('handtime' as const),
    race,
    entry,
    watches: fc.array(length, { minLength: 1, maxLength: 3 }),
  }),
  ...[ruling, ruling, ruling, ruling, ruling],
  fc.record({
    kind: fc.constant('length' as const),
    race,
    laps: fc.integer({ min: 1, max: 9 }),
    timesValid: maybe(fc.boolean()),
  }),
  fc.record({ kind: fc.constant('bell' as const), race, lap: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('official' as const), race, signer: fc.constant('R') }),
  fc.record({ kind: fc.constant('reopen' as const), race }),
  fc.record({
    kind: fc.constant('conditions' as const),
    race,
    when: pick(['start', 'end'] as const),
    iceDeciC: maybe(fc.integer({ min: -100, max: 0 })),
  }),
  fc.record({ kind: fc.constant('officials' as const), race, referee: maybe(fc.constant('R')) }),
  fc.record({
    kind: fc.constant('programme' as const),
    meet: pick(['m1', 'm1', 'm2']),
    show: maybe(pick([...races, 'elsewhere'])),
    auto: maybe(fc.constant(true as const)),
    delayUs: maybe(span),
  }),
  fc.record({
    kind: fc.constant('protest' as const),
    race,
    by: pick(['NED', 'NOR']),
    about: fc.constant('x'),
    state: maybe(pick(['open', 'upheld', 'rejected', 'withdrawn'] as const)),
  }),
  fc.record({
    kind: fc.constant('designate' as const),
    meet: pick(['m1', 'm1', 'm2']),
    selection: pick(['mx', 'mx', 'std', 'constructor']),
    slot: fc.integer({ min: 1, max: 6 }),
    athlete: maybe(pick(['a1', 'a2', 'stranger', 'toString'])),
  }),
);

/** What is decided about an earlier fact, told by its place among those before. */
const aimed = fc.record({
  kind: pick(['retract', 'retract', 'restore', 'amend', 'amend', 'present', 'announce'] as const),
  aim: fc.nat(1000),
  race: maybe(race),
  toAt: maybe(instant),
  toEntry: maybe(entry),
});

const start = fc.record({
  kind: fc.constant('start' as const),
  race: maybe(race),
  at: fc.oneof({ weight: 5, arbitrary: fc.constant(gunUs) }, { weight: 1, arbitrary: instant }),
  source: pick(['timing', 'gun']),
  group: maybe(pick(['1', '2'])),
});

type Said = Record<string, unknown> & { kind: FactDraft['kind'] };

const said: fc.Arbitrary<Said & { aim?: number }> = fc.oneof(
  { weight: 14, arbitrary: passing.map(({ who, ...rest }) => ({ ...rest, ...who }) as Said) },
  { weight: 1, arbitrary: start as fc.Arbitrary<Said> },
  { weight: 4, arbitrary: decision as fc.Arbitrary<Said> },
  { weight: 2, arbitrary: aimed as fc.Arbitrary<Said & { aim: number }> },
);

function fits(kind: string, target: FactDraft): boolean {
  if (kind === 'retract' || kind === 'restore') return target.kind !== 'retract' && target.kind !== 'restore';
  if (kind === 'announce') return target.kind === 'ruling' && target.held === true;
  return isReading(target);
}

/** The race a journal would give a decision about `target`, or the reason why it would refuse it. */
function raceFor(named: unknown, target: FactDraft): string | undefined {
  return target.race ?? (named as string | undefined);
}

/** Drafts a journal would accept, in this order. */
function accepted(all: readonly (Said & { aim?: number })[]): FactDraft[] {
  const drafts: FactDraft[] = [];
  for (const [index, { aim, ...fields }] of all.entries()) {
    let draft: Record<string, unknown> = { ...fields, id: `f${index}` };
    if (aim !== undefined) {
      const targets = drafts.filter((target) => fits(fields.kind, target));
      const target = targets[aim % Math.max(1, targets.length)];
      if (target === undefined) continue;
      const { toAt, toEntry, ...rest } = draft;
      draft = { ...rest, ...(fields.kind === 'amend' && { toAt, toEntry }), target: target.id };
      draft.race = raceFor(fields.race, target);
    }
    const known = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));
    drafts.push(factDraftSchema.parse(known));
  }
  return drafts;
}

/** A line of the journal before it is numbered. */
export type Line = { readonly meet: Meet } | { readonly draft: FactDraft; readonly at: number };

/** Everybody round and round in a bunch that stretches, as a decoder of no race sees it. */
const grid = [1, 2, 3, 4, 5].flatMap((lap) =>
  entries.slice(0, 7).map((id, place): Said => {
    const at = gunUs + lap * lapUs + ((place * 5 + lap * 3) % 7) * 40_000 * lap;
    return { kind: 'passing', at, source: 'timing', loop: 'finish', how: 'transponder', transponder: `T${id}a` };
  }),
);

/** A race most of which was read, or none. */
const skeleton = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Said[]>([]) },
  { weight: 1, arbitrary: fc.subarray(grid, { minLength: 20 }) },
);

/** The one list dealt into the other. */
function dealt<T>(deck: readonly T[], others: readonly T[], places: readonly number[]): T[] {
  const all = [...deck];
  for (const [index, other] of others.entries()) {
    all.splice(Math.floor((places[index % places.length] ?? 0) * (all.length + 1)), 0, other);
  }
  return all;
}

const share = fc.double({ min: 0, max: 0.999, noNaN: true });

/** Two versions of a meet, and facts before and after the second. */
export const journals: fc.Arbitrary<readonly Line[]> = fc
  .tuple(
    meets,
    meets,
    skeleton,
    fc.array(said, { minLength: 1, maxLength: 40, size: 'max' }),
    fc.array(share, { minLength: 40, maxLength: 40 }),
    fc.nat(100),
  )
  .map(([first, second, bones, others, places, cut]) => {
    const gun: Said = { kind: 'start', race: 'r1', at: gunUs, source: 'timing' };
    const drafts = accepted([gun, ...dealt<Said & { aim?: number }>(bones, others, places)]);
    const lines: Line[] = drafts.map((draft, i) => {
      const at = isReading(draft) ? draft.at : gunUs - seconds(60) + i * seconds(6);
      return { draft, at };
    });
    const middle = Math.min(cut, lines.length);
    // Most journals have one version only: a programme rarely changes in mid-race.
    const again = cut % 3 === 0 ? [{ meet: second }] : [];
    return [{ meet: first }, ...lines.slice(0, middle), ...again, ...lines.slice(middle)];
  });
