// What every criterion says: who is in as it stands, and what each may still hope for. Knows no kind of criterion.
import type { Outlook, Says } from '../../../shared/board.ts';
import { truncateUs } from '../../../shared/format-time.ts';
import type { Candidate, SelectionState, Ticket } from '../../../shared/selection-state.ts';
import type { Distance } from './distance.ts';
import type { Named } from './person.ts';
import type { Given } from './walk.ts';

export interface Verdict {
  /** Who has a ticket as it stands, first to last. */
  readonly selected: readonly string[];
  /** Of a matrix only. */
  readonly slots?: Readonly<Record<string, Ticket>>;
  /** By person, in the order in which they are shown. */
  readonly candidates: ReadonlyMap<string, Omit<Candidate, 'order' | 'name' | 'nation' | 'club' | 'provisional'>>;
  /** Of everybody who has a result or may start, as far as the ice decides: rulings and designations aside. */
  readonly outlooks: ReadonlyMap<string, Outlook>;
  /** Something it is made from is not official yet, or a slot waits for the federation. */
  readonly provisional: boolean;
}

/** Enough by itself: this place at a distance, or a better one. */
export function placeForTicket({ id, name }: Distance, place: number): Says {
  return { code: 'placeForTicket', values: { event: id, name, place } };
}

/** Enough by itself: a faster time than this at a distance. */
export function timeForTicket({ id, name }: Distance, timeUs: number): Says {
  return { code: 'timeForTicket', values: { event: id, name, timeUs } };
}

/** Enough by itself: this time or a faster one at a distance. */
export function standardForTicket({ id, name }: Distance, timeUs: number): Says {
  return { code: 'standardForTicket', values: { event: id, name, timeUs } };
}

/** T5: what is printed as the difference, never negative. */
export function marginUs(aUs: number, bUs: number): number {
  return Math.abs(truncateUs(aUs) - truncateUs(bUs));
}

/** Everybody with a result at one of these distances, or to come at one that is being skated. */
export function concerned(distances: readonly Distance[]): ReadonlySet<string> {
  return new Set(
    distances.flatMap(({ phase, ranked, unranked, movers }) => [
      ...ranked.map(({ person }) => person),
      ...unranked,
      ...(phase === 'provisional' ? movers : []),
    ]),
  );
}

/** Everybody who may still start at one of them. */
export function toStart(distances: readonly Distance[]): ReadonlySet<string> {
  return new Set(distances.flatMap(({ movers }) => movers));
}

/** The distances of these ids that there are. */
export function distancesOf({ distances }: Given, ids: readonly string[]): readonly Distance[] {
  return [...new Set(ids)].flatMap((id) => distances.get(id) ?? []);
}

type Head = Pick<SelectionState, 'name' | 'kind' | 'quota'>;

/** The wire's form of a verdict; `named` says who everybody is. */
export function stateOf(head: Head, verdict: Verdict, named: (person: string) => Named): Omit<SelectionState, 'order'> {
  const { selected, slots, candidates, outlooks, provisional } = verdict;
  const isIn = new Set(selected);
  const listed = [...candidates].map(([person, candidate], i): [string, Candidate] => {
    const outlook = outlooks.get(person);
    const certain = outlook?.state === (isIn.has(person) ? 'in' : 'out');
    return [
      person,
      {
        order: i + 1,
        ...named(person),
        ...candidate,
        ...(isIn.has(person) && { selected: true as const }),
        ...((provisional || !certain) && { provisional: true as const }),
        ...(outlook !== undefined && { forecast: outlook }),
      },
    ];
  });
  return {
    ...head,
    selected: selected.length,
    candidates: Object.fromEntries(listed),
    ...(slots !== undefined && { slots }),
    ...(provisional && { provisional: true as const }),
  };
}
