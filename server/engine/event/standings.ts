// The standings of a mass start: the classification of the race of the event that was started last in the programme.
import type { MeetEvent } from '../../../shared/event.ts';
import type { Standing } from '../../../shared/meet-state.ts';
import { digitsOf } from '../disciplines/registry.ts';
import { memo } from '../memo.ts';
import { tiedInHundredths } from '../race/classify.ts';
import type { Entrant, Race } from '../race/race-state.ts';
import { isIn } from '../race/racers.ts';
import { isOver } from '../race/status.ts';
import { cupOf } from './cup.ts';
import { whoIs } from './timed.ts';

/** One line of a classification; remembered, because most entrants stand as before. `over` is the event of a race that is over. */
const classified = memo(
  (
    entrant: Entrant,
    race: string,
    order: number,
    tied: boolean,
    timed: boolean,
    isOfficial: boolean,
    over: MeetEvent | undefined,
  ): Standing => {
    const { racer, rank, points, result } = entrant;
    const { status, code } = racer.ruling;
    const timeUs = result?.timeUs ?? racer.measured.at(-1)?.timeUs;
    return {
      order,
      ...(rank !== undefined && { rank }),
      ...whoIs({ competitor: racer.competitor, race }),
      laps: racer.laps,
      ...(points !== undefined && { points: points.total }),
      ...(timeUs !== undefined && timed && { timeUs }),
      ...(tied && { thousandth: true as const }),
      ...(status !== undefined && { status }),
      ...(code !== undefined && { code }),
      // L11: while they race, ranks change too often for points to mean anything.
      ...(over !== undefined && cupOf(over, { rank, status }, racer.competitor)),
      ...(!isOfficial && { provisional: true as const }),
    };
  },
);

/** M5: in a mass start who did not finish has the time of his last lap; S7: who was on the ice at the end of a heat has none. */
function hasTime({ racer, cutShort }: Entrant, { event }: Race): boolean {
  const isRanked = isIn(racer) || (racer.ruling.status === 'DNF' && event.kind === 'massStart');
  return isRanked && !racer.placed && cutShort === undefined;
}

export function raceStandings(races: readonly Race[]): Record<string, Standing> {
  const race = races.findLast(({ attempt }) => attempt.starts.size > 0) ?? races.at(-1);
  if (race === undefined) return {};
  const entrants = [...race.entrants.values()];
  const results = entrants.flatMap(({ racer, result }) => (result ? [[racer.entry, result.timeUs] as const] : []));
  const tied = digitsOf(race.event) === 3 ? new Set<string>() : tiedInHundredths(new Map(results));
  const sorted = entrants.sort((a, b) => (a.rank ?? entrants.length + a.order) - (b.rank ?? entrants.length + b.order));
  const { id } = race.doc;
  const over = isOver(race) ? race.event : undefined;
  return Object.fromEntries(
    sorted.map((entrant, index) => {
      const { entry } = entrant.racer;
      const isOfficial = race.status === 'official';
      const line = classified(entrant, id, index + 1, tied.has(entry), hasTime(entrant, race), isOfficial, over);
      return [`${id}:${entry}`, line];
    }),
  );
}
