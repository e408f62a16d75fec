// The ranking of an event over all its rounds (S3, S5, S9): later rounds before earlier ones, those still in before those
// who are out, within a final its classification. As it stands, until every race is official.
import type { MeetEvent } from '../../../shared/event.ts';
import { truncateUs } from '../../../shared/format-time.ts';
import type { Standing } from '../../../shared/meet-state.ts';
import { digitsOf } from '../disciplines/registry.ts';
import { tiedInHundredths } from '../race/classify.ts';
import type { Race } from '../race/race-state.ts';
import { isOver } from '../race/status.ts';
import { placeOf } from './advancement.ts';
import { type Appearance, type Career, careersOf } from './careers.ts';
import { cupOf } from './cup.ts';
import { whoIs } from './timed.ts';

/** What ranks somebody, the first difference deciding: all equal is the same rank. */
type Key = readonly number[];

/** Blocks of the ranking, best first. */
const blocks = { final: 0, still: 1, penalised: 2, out: 3, never: 4, yellow: 5, excluded: 6 } as const;
/** From here on nobody has a rank. */
const unrankedFrom = blocks.never;

const last = Number.MAX_SAFE_INTEGER;

function timeOf({ race, entrant: { result } }: Appearance): number {
  return result === undefined || !race.timesValid ? last : truncateUs(result.timeUs, 3);
}

function isPenalised({ entrant }: Appearance): boolean {
  const { status } = entrant.racer.ruling;
  return status === 'PEN' || status === 'DQ';
}

/** L7: after those with a place who did not finish, then whom a penalty took out, then who did not start. */
function outOf({ entrant }: Appearance): number {
  const { status } = entrant.racer.ruling;
  const order = { DNF: 2, PEN: 3, DQ: 3, DNS: 4, WDR: 4 };
  return status === undefined ? 2 : order[status];
}

/** By what he did in the round before: who has not skated yet in the one he is in stands so. */
function seedOf({ result }: Career): Key {
  if (result === undefined) return [last];
  return [-result.round, placeOf(result) ?? last, timeOf(result)];
}

/** S3: by time over the round; of a mass start by rank in the semi-final, then points, then time (M8). */
function keyOfOut(career: Career): Key {
  const { newest } = career;
  const rank = placeOf(newest);
  const block = [blocks.out, -career.reached];
  const time = timeOf(newest);
  if (rank === undefined || isPenalised(newest)) return [...block, outOf(newest)];
  if (newest.race.event.kind === 'massStart') return [...block, 0, rank, -(newest.entrant.points?.total ?? 0), time];
  return time === last ? [...block, 1, rank] : [...block, 0, time];
}

function keyOfFinal(career: Career): Key {
  const { newest, reached, state } = career;
  const block = [blocks.final, -reached];
  if (state === 'waiting') return [...block, 1, ...seedOf(career)];
  if (isPenalised(newest)) return [blocks.penalised, -reached];
  const rank = placeOf(newest);
  return rank !== undefined ? [...block, 0, rank] : [...block, outOf(newest)];
}

function keyOf(career: Career, event: MeetEvent): Key {
  const { cards, final, state, newest, result, reached } = career;
  if (event.kind === 'shortTrack') {
    if (cards.RC > 0 || cards.YC > 1) return [blocks.excluded];
    if (cards.YC > 0) return [blocks.yellow];
  }
  if (final) return keyOfFinal(career);
  if (state !== 'out') return [blocks.still, -reached, state === 'in' ? 0 : 1, ...seedOf(career)];
  const { status } = newest.entrant.racer.ruling;
  const isFirst = career.races.length === 1 && (status === 'DNS' || status === 'WDR');
  return result === undefined || isFirst ? [blocks.never] : keyOfOut(career);
}

function compare(a: Key, b: Key): number {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function marksOf({ advance, shown }: Career): Pick<Standing, 'marks'> {
  const { cards, advanced } = shown.entrant.racer.ruling;
  const marks = {
    ...(advance !== undefined && { [advance.mark]: true as const }),
    ...(advanced !== undefined && { [advanced]: true as const }),
    ...(cards.YC > 0 && { YC: true as const }),
    ...(cards.RC > 0 && { RC: true as const }),
  };
  return Object.keys(marks).length === 0 ? {} : { marks };
}

function resultOf({ race, entrant }: Appearance, tied: ReadonlySet<string>): Partial<Standing> {
  const { racer, points, result } = entrant;
  const { status, code } = racer.ruling;
  const timed = result !== undefined && race.timesValid && status === undefined;
  return {
    ...(race.event.kind === 'massStart' && { laps: racer.laps }),
    ...(points !== undefined && { points: points.total }),
    ...(timed && { timeUs: result.timeUs }),
    ...(timed && tied.has(racer.entry) && { thousandth: true as const }),
    ...(status !== undefined && { status }),
    ...(code !== undefined && { code }),
  };
}

/** T4: of each race whose time is equal in hundredths with another's. */
function tiedOf(races: readonly Race[]): ReadonlyMap<Race, ReadonlySet<string>> {
  return new Map(
    races.map((race) => {
      if (digitsOf(race.event) === 3) return [race, new Set<string>()];
      const times = [...race.entrants].flatMap(([entry, { result }]) =>
        result ? [[entry, result.timeUs] as const] : [],
      );
      return [race, tiedInHundredths(new Map(times))];
    }),
  );
}

/** All who are in an event of rounds, in order; who has not skated at all has no rank, but those behind count him. */
export function roundStandings(event: MeetEvent, races: readonly Race[]): Record<string, Standing> {
  const { rounds = [] } = event;
  const keyed = careersOf(event, races).map((career) => ({ career, key: keyOf(career, event) }));
  keyed.sort((a, b) => compare(a.key, b.key));
  const isOfficial = races.every(({ status }) => status === 'official' || status === 'cancelled');
  const isOverall = races.every((race) => isOver(race) || race.status === 'cancelled');
  const tied = tiedOf(races);
  let rank = 0;
  return Object.fromEntries(
    keyed.map(({ career, key }, index) => {
      const before = keyed[index - 1];
      if (before === undefined || compare(before.key, key) !== 0) rank = index + 1;
      const { shown, result, reached } = career;
      const { competitor, ruling } = shown.entrant.racer;
      const isRanked = (key[0] ?? 0) < unrankedFrom && result !== undefined;
      const ranked = isRanked ? { rank } : {};
      const round = rounds[reached]?.id;
      const standing: Standing = {
        order: index + 1,
        ...ranked,
        ...whoIs({ competitor, race: shown.race.doc.id }),
        ...resultOf(shown, tied.get(shown.race) ?? new Set()),
        ...(round !== undefined && { round }),
        ...marksOf(career),
        // L11: while rounds are to come, ranks change too often for points to mean anything.
        ...(isOverall && cupOf(event, { ...ranked, ...ruling }, competitor)),
        ...(!isOfficial && { provisional: true as const }),
      };
      return [`${standing.race}:${standing.entry}`, standing];
    }),
  );
}
