// What the others of a round mean for who goes on by his time (S3, N6): the times that fight for it elsewhere, and how
// many more may come.
import type { Outlook } from '../../../shared/board.ts';
import type { MeetEvent, Round } from '../../../shared/event.ts';
import { truncateUs } from '../../../shared/format-time.ts';
import type { RaceDoc } from '../../../shared/meet.ts';
import type { EventView } from '../event/view.ts';
import { memo } from '../memo.ts';
import type { Entrant, Race } from '../race/race-state.ts';
import { isIn } from '../race/racers.ts';
import { isOver } from '../race/status.ts';
import { amongBest, type Bounds, boundsOf, type Range } from './range.ts';

export interface RoundTimes {
  /** So many go on by time. */
  readonly places: number;
  /** Of the other races of the round. */
  readonly rivals: Bounds;
}

/** Places of a race from which nobody fights by time any more. */
function placesOn({ advance }: Round): number {
  return advance.reduce((sum, { places }) => sum + places, 0);
}

function hasCard({ racer: { ruling } }: Entrant): boolean {
  return ruling.cards.YC + ruling.cards.RC > 0;
}

/** The value by which he fights, in microseconds cut off to the thousandth; undefined where he does not. */
function fightsWith(race: Race, entrant: Entrant, round: Round): number | undefined {
  const { racer, result, rank } = entrant;
  const { fastest } = round;
  if (result === undefined || rank === undefined || !race.timesValid || !isIn(racer) || hasCard(entrant))
    return undefined;
  const isThere = fastest?.place === undefined ? rank > placesOn(round) : rank === fastest.place;
  return isThere && racer.ruling.advanced === undefined ? truncateUs(result.timeUs, 3) : undefined;
}

/** Somebody who may come to any time. */
const anybody: Range = { best: 0, worst: Number.POSITIVE_INFINITY };

function rivalsIn(race: Race, round: Round): readonly Range[] {
  if (race.status === 'cancelled') return [];
  const entrants = [...race.entrants.values()];
  if (isOver(race)) {
    return entrants.flatMap((entrant) => {
      const value = fightsWith(race, entrant, round);
      return value === undefined ? [] : [{ best: value, worst: value }];
    });
  }
  const fighters = round.fastest?.place !== undefined ? 1 : Math.max(1, entrants.length - placesOn(round));
  return Array.from({ length: fighters }, () => anybody);
}

/** The round of a race where some go on by time. */
function roundByTime({ rounds }: MeetEvent, id: string | undefined): Round | undefined {
  return rounds?.find((round) => round.id === id && round.fastest !== undefined);
}

/** N6: whether he goes on by his time; undefined where nobody of his round does. */
export function byTimeOf(race: Race, entrant: Entrant, { byTime }: EventView): Outlook | undefined {
  const round = roundByTime(race.event, race.doc.round);
  if (round === undefined || byTime === undefined) return undefined;
  const { racer } = entrant;
  if (!isIn(racer) || hasCard(entrant)) return { state: 'out' };
  if (!isOver(race)) {
    const timeUs = byTime.rivals.worst[byTime.places - 1];
    return { state: 'open', ...(timeUs !== undefined && { needs: [{ code: 'time', values: { timeUs } }] }) };
  }
  const value = fightsWith(race, entrant, round);
  if (value === undefined) return { state: 'out' };
  const mates = [...race.entrants.values()].flatMap((other) => {
    const theirs = other === entrant ? undefined : fightsWith(race, other, round);
    return theirs === undefined ? [] : [{ best: theirs, worst: theirs }];
  });
  return { state: amongBest({ best: value, worst: value }, byTime.rivals, mates, byTime.places) };
}

/** Whether he has not gone on by his place and may by his time. */
export function fightsByTime(race: Race, entrant: Entrant): boolean {
  const round = roundByTime(race.event, race.doc.round);
  return round !== undefined && fightsWith(race, entrant, round) !== undefined;
}

/** `races` are all of the event. */
export function roundTimesOf(race: Race, races: readonly Race[]): RoundTimes | undefined {
  const round = roundByTime(race.event, race.doc.round);
  if (round?.fastest === undefined) return undefined;
  return timesBeside(race.doc, round, ...races.filter((other) => other !== race && other.doc.round === round.id));
}

/** Remembered by the other races of its round: what happens in a race leaves them as they were. */
const timesBeside = memo((_doc: RaceDoc, round: Round, ...others: readonly Race[]): RoundTimes => {
  const places = round.fastest?.count ?? 0;
  return {
    places,
    rivals: boundsOf(
      others.flatMap((other) => rivalsIn(other, round)),
      places,
    ),
  };
});
