// Binds again only what may belong elsewhere now: of a day's readings those that are new, those something was decided
// about, and those that fall into a window that moved.
import { type Fact, isReading } from '../../../shared/facts.ts';
import type { Loose } from '../loose.ts';
import { type Binding, bind } from './bind.ts';
import { type Door, merged } from './door.ts';

export interface Bound {
  readonly loose: Loose;
  readonly doors: readonly Door[];
  readonly binding: Binding;
}

/** The doors that moved, as they were and as they are; undefined where the races themselves changed. */
function movedDoors(before: readonly Door[], after: readonly Door[]): readonly Door[] | undefined {
  if (before === after) return [];
  if (before.length !== after.length || before.some(({ race }, i) => race !== after[i]?.race)) return undefined;
  return before.flatMap((door, i) => (door === after[i] ? [] : [door, after[i] as Door]));
}

/** The readings made while one of these doors was open, by the clock of their source. */
function madeDuring({ readings }: Loose, doors: readonly Door[]): ReadonlySet<Fact> {
  const made = new Set<Fact>();
  for (const { windows, offsets } of doors) {
    const shifts = [0, ...offsets.values()];
    for (const { fromUs, toUs } of windows) {
      for (const fact of readings.around(fromUs + Math.min(...shifts), toUs + Math.max(...shifts))) {
        const shift = offsets.get(fact.source ?? '') ?? 0;
        if (fact.at >= fromUs + shift && fact.at < toUs + shift) made.add(fact);
      }
    }
  }
  return made;
}

/** The ids these decisions are about: their targets, and what those are about in turn. */
function subjectsOf(decisions: readonly Fact[], all: readonly Fact[]): Set<string> {
  const targets = new Map(all.flatMap((fact) => ('target' in fact ? [[fact.id, fact.target] as const] : [])));
  const subjects = new Set<string>();
  for (const { id } of decisions) {
    for (let target = targets.get(id); target !== undefined; target = targets.get(target)) subjects.add(target);
  }
  return subjects;
}

/** The readings these ids name: looked for from the newest, or where they are many in one walk. */
function readingsNamed(ids: ReadonlySet<string>, { all }: Loose): readonly Fact[] {
  const found =
    ids.size > fewIds
      ? all.filter(({ id }) => ids.has(id))
      : [...ids].flatMap((id) => all.findLast((fact) => fact.id === id) ?? []);
  return found.filter(isReading);
}

const fewIds = 3;

/** Readings that may belong elsewhere though they are not new: some decision is about them, or a window moved over them. */
function suspects(loose: Loose, decided: readonly Fact[], moved: readonly Door[]): readonly Fact[] {
  const subjects = subjectsOf(decided, loose.decisions);
  // Amended readings did not happen when they say: where a window moved each is looked at again.
  if (moved.length > 0) for (const fact of loose.decisions) if (fact.kind === 'amend') subjects.add(fact.target);
  const found = new Set([...madeDuring(loose, moved), ...readingsNamed(subjects, loose)]);
  return [...found].sort((a, b) => a.seq - b.seq);
}

/** `list` without those that are bound again, and with them where they belong now. */
function replaced(list: readonly Fact[], again: ReadonlySet<string> | undefined, now: readonly Fact[]) {
  return merged(again === undefined ? list : list.filter(({ id }) => !again.has(id)), now);
}

/** The binding of `loose` to `doors`; the same as binding everything, and as cheap as what has changed. */
export function rebind(before: Bound | undefined, loose: Loose, doors: readonly Door[]): Binding {
  if (before?.doors === doors && before.loose === loose) return before.binding;
  const moved = before && movedDoors(before.doors, doors);
  if (before === undefined || moved === undefined) return bind(loose.all.from(0), doors);
  const news = loose.all.from(before.loose.all.length);
  const decided = loose.decisions.slice(before.loose.decisions.length);
  const firstNewSeq = news[0]?.seq ?? Number.POSITIVE_INFINITY;
  const old = suspects(loose, decided, moved).filter(({ seq }) => seq < firstNewSeq);
  const again = new Set([...old, ...news].map(({ id }) => id));
  for (const fact of loose.decisions) if ('target' in fact && again.has(fact.target)) again.add(fact.id);
  const about = loose.decisions.filter(({ id, seq }) => seq < firstNewSeq && again.has(id));
  const then = bind(merged(old, about), before.doors);
  const gone = old.length === 0 ? undefined : again;
  const now = bind(merged(old, about, news), doors);
  const facts = new Map(before.binding.facts);
  for (const race of new Set([...then.facts.keys(), ...now.facts.keys()])) {
    const list = replaced(facts.get(race) ?? [], gone, now.facts.get(race) ?? []);
    if (list.length === 0) facts.delete(race);
    else facts.set(race, list);
  }
  const unbound =
    now.unbound.length === 0 && then.unbound.length === 0
      ? before.binding.unbound
      : replaced(before.binding.unbound, gone, now.unbound);
  return { facts, unbound };
}
