// Who goes on from a round (S3, S4, M8): by place, by time over the round, or by the referee; as it stands while it is
// skated. Whether that is certain yet is not said here.
import type { MeetEvent, Round } from '../../../shared/event.ts';
import { truncateUs } from '../../../shared/format-time.ts';
import { isTimed } from '../disciplines/registry.ts';
import { memo } from '../memo.ts';
import type { Entrant, Race } from '../race/race-state.ts';
import { isIn, isThrough } from '../race/racers.ts';
import type { Ruling } from '../race/rulings.ts';
import { isOver } from '../race/status.ts';

/** By place, by time, or by the referee. */
export type AdvanceMark =
  | Round['advance'][number]['mark']
  | NonNullable<Round['fastest']>['mark']
  | NonNullable<Ruling['advanced']>;

/** One who goes on. */
export interface Advance {
  readonly race: Race;
  readonly entrant: Entrant;
  /** The round he goes on to; undefined where the event has no rounds. */
  readonly to: string | undefined;
  readonly mark: AdvanceMark;
  /** S4: the referee moved him on beyond the number. */
  readonly beyond: boolean;
}

export interface Placed {
  readonly race: Race;
  readonly entrant: Entrant;
}

/** Place in its race; where only times count, by time to the thousandth (T5). */
export function placeOf({ race, entrant }: Placed): number | undefined {
  const { rank, result } = entrant;
  if (rank !== undefined || result === undefined || !isTimed(race.event)) return rank;
  const faster = [...race.entrants.values()].filter(
    (other) => other.result !== undefined && truncateUs(other.result.timeUs, 3) < truncateUs(result.timeUs, 3),
  );
  return faster.length + 1;
}

function hasCard({ cards }: Ruling): boolean {
  return cards.YC > 0 || cards.RC > 0;
}

/** S5: whom a ruling or a card takes out goes nowhere. M5: who rode to the end of a mass start without finishing is no finisher. */
function isPlaced({ race, entrant }: Placed): boolean {
  const { racer } = entrant;
  if (placeOf({ race, entrant }) === undefined || !isIn(racer) || hasCard(racer.ruling)) return false;
  return race.event.kind !== 'massStart' || isThrough(racer) || !isOver(race);
}

/** The time by which one may go on, in thousandths that were skated (S3); none where the laps were miscounted (S10). */
function timeOf({ race, entrant }: Placed): number | undefined {
  return entrant.result === undefined || !race.timesValid ? undefined : truncateUs(entrant.result.timeUs, 3);
}

/** S3: which of the round's advances holds for a place: each takes its number of places in turn. */
function advanceOfPlace({ advance }: Round, rank: number): Round['advance'][number] | undefined {
  let upTo = 0;
  return advance.find(({ places }) => {
    upTo += places;
    return rank <= upTo;
  });
}

/** S4: the referee moves one up who is not ruled out for more than not finishing; who goes there by his place needs it not. */
function byReferee(placed: Placed, round: Round, next: string | undefined): Advance | undefined {
  const { ruling } = placed.entrant.racer;
  const { advanced, status } = ruling;
  if (advanced === undefined || hasCard(ruling) || (status !== undefined && status !== 'DNF')) return undefined;
  const first = round.advance[0];
  const wanted = { ADV: first, ADA: round.advance.find(({ mark }) => mark === 'QA') ?? first };
  const last = round.advance.findLast(({ mark }) => mark === 'QB') ?? round.advance.at(-1);
  const goal = advanced === 'ADB' ? last : wanted[advanced];
  return { ...placed, to: goal?.to ?? round.fastest?.to ?? next, mark: advanced, beyond: true };
}

function byPlace(placed: Placed, round: Round, next: string | undefined): Advance | undefined {
  const rank = placeOf(placed);
  const advance = rank === undefined || !isPlaced(placed) ? undefined : advanceOfPlace(round, rank);
  return advance && { ...placed, to: advance.to ?? next, mark: advance.mark, beyond: false };
}

/** S3: the fastest of those left, over all races; where the last of them share a time to the thousandth, all of these. */
function byTime(left: readonly Placed[], round: Round, next: string | undefined): readonly Advance[] {
  const { fastest } = round;
  if (fastest === undefined) return [];
  const timed = left.flatMap((placed) => {
    const time = timeOf(placed);
    const fights = fastest.place === undefined || placeOf(placed) === fastest.place;
    return time === undefined || !fights || !isPlaced(placed) ? [] : [{ placed, time }];
  });
  timed.sort((a, b) => a.time - b.time);
  const slowest = timed[Math.min(fastest.count, timed.length) - 1]?.time;
  return timed
    .filter(({ time }) => slowest !== undefined && time <= slowest)
    .map(({ placed }) => ({ ...placed, to: fastest.to ?? next, mark: fastest.mark, beyond: false }));
}

/** Who goes on from the races of a round, which are in the order of the programme; `next` is the round after it. */
export function advancesOf(round: Round, next: string | undefined, races: readonly Race[]): readonly Advance[] {
  const all = races.flatMap((race) => [...race.entrants.values()].map((entrant): Placed => ({ race, entrant })));
  const through: Advance[] = [];
  const left: Placed[] = [];
  for (const placed of all) {
    const place = byPlace(placed, round, next);
    const referee = byReferee(placed, round, next);
    const advance = place?.to === referee?.to ? (place ?? referee) : (referee ?? place);
    if (advance === undefined) left.push(placed);
    else through.push(advance);
  }
  return [...through, ...byTime(left, round, next)];
}

/** M8: a mass start without rounds may say how many of a race qualify. */
const onlyRound = memo((event: MeetEvent): Round => {
  const places = event.kind === 'massStart' ? event.rules.qualify : 0;
  return { id: '', advance: places > 0 ? [{ places, mark: 'Q' }] : [] };
});

/** Of an event without rounds each race is one by itself. Remembered: mostly one race of a round changes, or none. */
const fromAlone = memo((race: Race, round: Round): readonly Advance[] =>
  advancesOf(round, undefined, [race]).map((one): Advance => ({ ...one, mark: one.beyond ? 'Q' : one.mark })),
);

const fromRound = memo((round: Round, next: string | undefined, ...races: readonly Race[]): readonly Advance[] =>
  advancesOf(round, next, races).filter(({ to }) => to !== undefined),
);

/** Everybody of an event who goes on, by its races in the order of the programme. */
export function advancesIn(event: MeetEvent, races: readonly Race[]): readonly Advance[] {
  const { rounds } = event;
  if (rounds === undefined) return races.flatMap((race) => fromAlone(race, onlyRound(event)));
  return rounds.flatMap((round, index) =>
    fromRound(round, rounds[index + 1]?.id, ...races.filter(({ doc }) => doc.round === round.id)),
  );
}
