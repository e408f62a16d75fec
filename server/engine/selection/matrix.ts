// A selection matrix as it stands (Q1 to Q4): the slots, who has a ticket by which, by how much, and what the others need.
import type { Outlook } from '../../../shared/board.ts';
import type { Ticket } from '../../../shared/selection-state.ts';
import { certainty, endingsOf, placeEnough } from './certain.ts';
import type { Distance } from './distance.ts';
import type { Ending } from './ending.ts';
import { Field } from './field.ts';
import type { Named } from './person.ts';
import { concerned, distancesOf, placeForTicket, timeForTicket, toStart, type Verdict } from './verdict.ts';
import { type Given, type MatrixDoc, type Walked, walk } from './walk.ts';

export function matrixVerdict(doc: MatrixDoc, given: Given, named: (person: string) => Named): Verdict {
  const walked = walk(doc, given);
  const ids = doc.slots.flatMap((slot) => ('event' in slot ? [slot.event] : []));
  const distances = distancesOf(given, ids);
  const selected = [...walked.tickets.keys()];
  const field = new Field(doc, walked, distances);
  const candidates: Verdict['candidates'] = new Map(
    listed(walked, distances).map((person) => {
      const slot = walked.tickets.get(person);
      const margin = field.marginOf(person);
      return [
        person,
        {
          ...(slot !== undefined && { slot }),
          ...(margin !== undefined && { marginUs: margin }),
          ...(field.isTied(person) && { tied: true as const }),
        },
      ];
    }),
  );
  const slots = Object.fromEntries(
    walked.steps.map((_, i) => [String(i + 1), ticketOf(doc, walked, i, candidates, named)]),
  );
  return {
    selected,
    slots,
    candidates,
    outlooks: outlooksOf(doc, given, distances),
    provisional:
      distances.some(({ phase }) => phase !== 'filled') ||
      walked.steps.some(({ state }, i) => state === 'open' && 'designated' in (doc.slots[i] ?? {})),
  };
}

/** Those with a ticket, then those who would be next, then the others by their best place at any distance. */
function listed({ steps, tickets, reserves }: Walked, distances: readonly Distance[]): readonly string[] {
  const first = [...tickets.keys(), ...reserves, ...steps.flatMap(({ person }) => person ?? [])];
  const known = new Set(first);
  const best = new Map<string, number>();
  for (const { ranked } of distances) {
    for (const { person, rank } of ranked) best.set(person, Math.min(rank, best.get(person) ?? rank));
  }
  const others = [...concerned(distances)].filter((person) => !known.has(person));
  others.sort((a, b) => (best.get(a) ?? Infinity) - (best.get(b) ?? Infinity) || (a < b ? -1 : 1));
  return [...known, ...others];
}

function ticketOf(
  { slots }: MatrixDoc,
  { steps }: Walked,
  index: number,
  candidates: Verdict['candidates'],
  named: (person: string) => Named,
): Ticket {
  const slot = slots[index];
  const step = steps[index];
  if (slot === undefined || step === undefined) throw new Error(`no slot ${index + 1}`);
  const { state, person, counts, distinct } = step;
  return {
    order: index + 1,
    state,
    distinct,
    ...('event' in slot ? { event: slot.event, place: slot.place } : { designated: true as const }),
    ...('name' in slot && slot.name !== undefined && { name: slot.name }),
    ...(person !== undefined && { athlete: person, athleteName: named(person).name }),
    ...(counts && { counts: true as const }),
    ...(counts && person !== undefined && candidates.get(person)?.tied && { tied: true as const }),
  };
}

/** Those whom no ending names are alike if they may start at the same distances: one of them is looked at for all. */
function outlooksOf(doc: MatrixDoc, given: Given, distances: readonly Distance[]): ReadonlyMap<string, Outlook> {
  const endings = endingsOf(doc, given);
  const byName = new Set(endings.flatMap(({ named }) => [...named]));
  const alike = new Map<string, Outlook>();
  const outlooks = new Map<string, Outlook>();
  const movers = new Map(distances.map(({ id, movers: list }) => [id, new Set(list)]));
  for (const person of new Set([...byName, ...concerned(distances), ...toStart(distances)])) {
    const starts = distances.filter(({ id }) => movers.get(id)?.has(person));
    const key = byName.has(person) ? `person ${person}` : starts.map(({ id }) => id).join();
    const outlook = alike.get(key) ?? outlookOf(doc, endings, person, starts);
    alike.set(key, outlook);
    outlooks.set(person, outlook);
  }
  return outlooks;
}

function outlookOf(doc: MatrixDoc, endings: readonly Ending[], person: string, starts: readonly Distance[]): Outlook {
  const state = certainty(endings, person, doc.quota);
  if (state !== 'open') return { state };
  const needs = starts.flatMap((distance) => {
    const place = placeEnough(doc, endings, person, distance.id);
    if (place === undefined) return [];
    const timeUs = timeEnough(distance, person, place);
    return [placeForTicket(distance, place), ...(timeUs === undefined ? [] : [timeForTicket(distance, timeUs)])];
  });
  return needs.length === 0 ? { state } : { state, needs };
}

/** The time to be faster than for this place, should everybody else to come be faster still. */
function timeEnough({ ranked, movers, timed }: Distance, person: string, place: number): number | undefined {
  if (!timed) return undefined;
  const moving = new Set(movers);
  const others = movers.filter((mover) => mover !== person).length;
  return ranked.filter((placed) => !moving.has(placed.person))[place - others - 1]?.timeUs;
}
