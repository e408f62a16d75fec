// A time standard: at least as fast is a ticket; of more than the quota the fastest have one. Knows no other criterion.
import type { Outlook } from '../../../shared/board.ts';
import { truncateUs } from '../../../shared/format-time.ts';
import type { SelectionDoc } from '../../../shared/selection.ts';
import type { Distance, Placed } from './distance.ts';
import {
  concerned,
  distancesOf,
  marginUs,
  standardForTicket,
  timeForTicket,
  toStart,
  type Verdict,
} from './verdict.ts';
import type { Given } from './walk.ts';

type StandardDoc = Extract<SelectionDoc, { kind: 'standard' }>;
type Timed = Placed & { readonly timeUs: number };

/** T1: as printed, so 1:10.009 keeps a standard of 1:10.00. */
function keeps({ timeUs: standardUs }: StandardDoc, timeUs: number): boolean {
  return truncateUs(timeUs) <= truncateUs(standardUs);
}

/** Who has a ticket as it stands. */
export function standardSelected(doc: StandardDoc, given: Given): readonly string[] {
  return distancesOf(given, [doc.event])
    .flatMap((distance) => fastestFirst(distance).filter(({ timeUs }) => keeps(doc, timeUs)))
    .slice(0, doc.quota)
    .map(({ person }) => person);
}

export function standardVerdict(doc: StandardDoc, given: Given): Verdict {
  const [distance] = distancesOf(given, [doc.event]);
  if (distance === undefined) return nothing;
  const timed = fastestFirst(distance);
  const qualified = timed.filter(({ timeUs }) => keeps(doc, timeUs));
  const selected = qualified.slice(0, doc.quota).map(({ person }) => person);
  const isFull = doc.quota !== undefined && qualified.length > doc.quota;
  const candidates: Verdict['candidates'] = new Map([
    ...timed.map((placed, i): [string, ReturnType<typeof candidateOf>] => [
      placed.person,
      candidateOf(doc, placed, i < selected.length, isFull ? qualified : undefined),
    ]),
    ...[...concerned([distance])]
      .filter((person) => !timed.some((placed) => placed.person === person))
      .map((person): [string, ReturnType<typeof candidateOf>] => [person, {}]),
  ]);
  const outlooks = new Map(
    [...new Set([...candidates.keys(), ...toStart([distance])])].map((person) => [
      person,
      outlookOf(doc, distance, timed, person),
    ]),
  );
  return { selected, candidates, outlooks, provisional: distance.phase !== 'filled' };
}

/** T4, T5: by thousandths, also where places follow from something else than times. */
function fastestFirst({ ranked }: Distance): readonly Timed[] {
  const timed = ranked.flatMap((placed): Timed[] =>
    placed.timeUs === undefined ? [] : [{ ...placed, timeUs: placed.timeUs }],
  );
  const thousandthsOf = ({ timeUs }: Timed) => truncateUs(timeUs, 3);
  timed.sort((a, b) => thousandthsOf(a) - thousandthsOf(b));
  return timed.map((one) => ({
    ...one,
    rank: 1 + timed.findIndex((other) => thousandthsOf(other) === thousandthsOf(one)),
  }));
}

const nothing: Verdict = { selected: [], candidates: new Map(), outlooks: new Map(), provisional: true };

/** Where more keep the standard than the quota has room for, the quota decides by how much, else the standard. */
function candidateOf(
  doc: StandardDoc,
  { rank, timeUs }: Timed,
  isIn: boolean,
  crowded: readonly Timed[] | undefined,
): { rank?: number; timeUs?: number; marginUs?: number; tied?: true } {
  const quota = doc.quota ?? 0;
  const [lastIn, firstOut] = [crowded?.[quota - 1], crowded?.[quota]];
  const rival = keeps(doc, timeUs) && crowded !== undefined ? (isIn ? firstOut : lastIn) : undefined;
  const isTied = lastIn !== undefined && firstOut?.rank === lastIn.rank && rank === lastIn.rank;
  return {
    rank,
    timeUs,
    marginUs: marginUs(timeUs, rival?.timeUs ?? doc.timeUs),
    ...(isTied && { tied: true as const }),
  };
}

function outlookOf(doc: StandardDoc, distance: Distance, timed: readonly Timed[], person: string): Outlook {
  const moving = new Set(distance.movers);
  const mine = timed.find((placed) => placed.person === person);
  const isFast = mine !== undefined && keeps(doc, mine.timeUs);
  const quota = doc.quota ?? Infinity;
  const others = distance.movers.filter((mover) => mover !== person).length;
  const settled = timed.filter(
    (placed) => !moving.has(placed.person) && placed.person !== person && keeps(doc, placed.timeUs),
  );
  const isAhead = (other: Timed) => mine !== undefined && other.rank <= mine.rank;
  // Whoever is to come may be faster; whoever is equal may be given the ticket.
  if (isFast && (distance.improves || !moving.has(person))) {
    if (settled.filter(isAhead).length + others < quota) return { state: 'in' };
  }
  if (!moving.has(person)) {
    const surelyAhead = timed.filter(
      (other) => mine !== undefined && other.rank < mine.rank && keeps(doc, other.timeUs),
    );
    const stays = surelyAhead.filter((other) => !moving.has(other.person) || distance.improves);
    return { state: isFast && stays.length < quota ? 'open' : 'out' };
  }
  const rival = Number.isFinite(quota) ? settled[quota - others - 1]?.timeUs : undefined;
  if (others >= quota) return { state: 'open' };
  const need = rival === undefined ? standardForTicket(distance, doc.timeUs) : timeForTicket(distance, rival);
  return { state: 'open', needs: [need] };
}
