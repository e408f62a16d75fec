// A selection matrix as it stands (Q1 to Q4): the slots, who has a ticket by which, by how much, and what the others need.
import type { Outlook } from '../../../shared/board.ts';
import type { Ticket } from '../../../shared/selection-state.ts';
import { certainty, type Ending, endingsOf, placeEnough } from './certain.ts';
import type { Distance } from './distance.ts';
import type { Named } from './person.ts';
import { distancesOf, marginUs, placeForTicket, timeForTicket, toStart, type Verdict, withResult } from './verdict.ts';
import { type Given, type MatrixDoc, type Walked, walk } from './walk.ts';

export function matrixVerdict(doc: MatrixDoc, given: Given, named: (person: string) => Named): Verdict {
  const walked = walk(doc, given);
  const ids = doc.slots.flatMap((slot) => ('event' in slot ? [slot.event] : []));
  const distances = distancesOf(given, ids);
  const selected = [...walked.tickets.keys()];
  const candidates: Verdict['candidates'] = new Map(
    listed(walked, distances).map((person) => {
      const slot = walked.tickets.get(person);
      const margin = marginOf(doc, walked, distances, person);
      return [
        person,
        {
          ...(slot !== undefined && { slot }),
          ...(margin !== undefined && { marginUs: margin }),
          ...(isTied(doc, walked, distances, person) && { tied: true as const }),
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
  const others = [...withResult(distances)].filter((person) => !known.has(person));
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

/** The distance of a slot that gave its holder a ticket. */
function decidedAt({ slots }: MatrixDoc, { tickets }: Walked, person: string): string | undefined {
  const slot = slots[(tickets.get(person) ?? 0) - 1];
  return slot !== undefined && 'event' in slot ? slot.event : undefined;
}

/** T5: shares a rank with one on the other side, at the distance by which one of them is in. */
function isTied(doc: MatrixDoc, walked: Walked, distances: readonly Distance[], person: string): boolean {
  const isIn = walked.tickets.has(person);
  return distances.some(({ id, ranked }) => {
    const rank = ranked.find((placed) => placed.person === person)?.rank;
    if (rank === undefined || (isIn && decidedAt(doc, walked, person) !== id)) return false;
    return ranked.some(
      (other) =>
        other.rank === rank &&
        walked.tickets.has(other.person) !== isIn &&
        (isIn || decidedAt(doc, walked, other.person) === id),
    );
  });
}

/**
 * Of one who is in: how far the first who is out is behind him, where he got his ticket. Of one who is out: how far he is
 * behind the last who got his by a distance, at the distance where that is least.
 */
function marginOf(doc: MatrixDoc, walked: Walked, distances: readonly Distance[], person: string): number | undefined {
  const isIn = walked.tickets.has(person);
  const margins = distances.flatMap(({ id, ranked, timed }) => {
    const place = ranked.findIndex((placed) => placed.person === person);
    if (place === -1 || !timed || (isIn && decidedAt(doc, walked, person) !== id)) return [];
    const rival = isIn
      ? ranked.find((other, i) => i > place && !walked.tickets.has(other.person))
      : ranked.findLast((other, i) => i < place && decidedAt(doc, walked, other.person) === id);
    const [mine, theirs] = [ranked[place]?.timeUs, rival?.timeUs];
    return mine === undefined || theirs === undefined ? [] : [marginUs(mine, theirs)];
  });
  return margins.length === 0 ? undefined : Math.min(...margins);
}

/** Those whom no ending names are alike if they may start at the same distances: one of them is looked at for all. */
function outlooksOf(doc: MatrixDoc, given: Given, distances: readonly Distance[]): ReadonlyMap<string, Outlook> {
  const endings = endingsOf(doc, given);
  const byName = new Set(
    endings.flatMap(({ cells }) => cells.flatMap((cell) => (cell && 'person' in cell ? cell.person : []))),
  );
  const alike = new Map<string, Outlook>();
  const outlooks = new Map<string, Outlook>();
  const movers = new Map(distances.map(({ id, movers: list }) => [id, new Set(list)]));
  for (const person of new Set([...byName, ...withResult(distances), ...toStart(distances)])) {
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
