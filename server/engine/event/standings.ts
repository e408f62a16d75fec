// The standings of an event as they stand: of pairs all results by time, of a mass start the classification of its last race.

import { truncateUs } from '../../../shared/format-time.ts';
import type { Standing } from '../../../shared/meet-state.ts';
import { memo } from '../memo.ts';
import { tiedInHundredths } from '../race/classify.ts';
import type { Entrant, Race } from '../race/race-state.ts';
import { isIn } from '../race/racers.ts';

type Listed = readonly [key: string, standing: Omit<Standing, 'order'>];

function person(
  { racer }: Entrant,
  race: string,
): Pick<Standing, 'race' | 'entry' | 'athlete' | 'name' | 'bib' | 'nation' | 'club'> {
  const { entry, athlete, name, bib, nation, club } = racer.competitor;
  return {
    race,
    entry,
    name,
    ...(athlete !== undefined && { athlete }),
    ...(bib !== undefined && { bib }),
    ...(nation !== undefined && { nation }),
    ...(club !== undefined && { club }),
  };
}

function ruled({ racer }: Entrant): Pick<Standing, 'status' | 'code'> {
  const { status, code } = racer.ruling;
  return { ...(status !== undefined && { status }), ...(code !== undefined && { code }) };
}

function provisional(race: Race): Pick<Standing, 'provisional'> {
  return race.status === 'official' ? {} : { provisional: true };
}

function numbered(list: readonly Listed[]): Record<string, Standing> {
  return Object.fromEntries(list.map(([key, standing], index) => [key, { ...standing, order: index + 1 }]));
}

/** Rules T4, T5 and L7: by thousandths, equal ones share a rank; without a time no rank, at the end. */
export function timedStandings(races: readonly Race[]): Record<string, Standing> {
  const all = races.flatMap((race) => [...race.entrants.values()].map((entrant) => ({ race, entrant })));
  const timed = all.flatMap(({ race, entrant }) => {
    const { result, racer } = entrant;
    return result === undefined || racer.ruling.status !== undefined ? [] : [{ race, entrant, timeUs: result.timeUs }];
  });
  timed.sort((a, b) => truncateUs(a.timeUs, 3) - truncateUs(b.timeUs, 3));
  const keyOf = (race: Race, { racer }: Entrant) => `${race.doc.id}:${racer.entry}`;
  const tied = tiedInHundredths(new Map(timed.map(({ race, entrant, timeUs }) => [keyOf(race, entrant), timeUs])));
  const bestUs = timed[0]?.timeUs ?? 0;
  let rank = 0;
  const listed = timed.map(({ race, entrant, timeUs }, index): Listed => {
    const before = timed[index - 1];
    if (before === undefined || truncateUs(before.timeUs, 3) !== truncateUs(timeUs, 3)) rank = index + 1;
    const key = keyOf(race, entrant);
    const behindUs = truncateUs(timeUs) - truncateUs(bestUs);
    return [
      key,
      {
        rank,
        ...person(entrant, race.doc.id),
        timeUs,
        behindUs,
        ...(tied.has(key) && { thousandth: true as const }),
        ...provisional(race),
      },
    ];
  });
  const others = all
    .filter(({ entrant }) => entrant.result === undefined || entrant.racer.ruling.status !== undefined)
    .map(
      ({ race, entrant }): Listed => [
        keyOf(race, entrant),
        { ...person(entrant, race.doc.id), ...ruled(entrant), ...provisional(race) },
      ],
    );
  return numbered([...listed, ...others]);
}

/** The classification of the race of the event that was started last in the programme. */
export function raceStandings(races: readonly Race[]): Record<string, Standing> {
  const race = races.findLast(({ attempt }) => attempt.starts.size > 0) ?? races.at(-1);
  if (race === undefined) return {};
  const entrants = [...race.entrants.values()];
  const results = entrants.flatMap(({ racer, result }) => (result ? [[racer.entry, result.timeUs] as const] : []));
  const tied = tiedInHundredths(new Map(results));
  const sorted = entrants.sort((a, b) => (a.rank ?? entrants.length + a.order) - (b.rank ?? entrants.length + b.order));
  const { id } = race.doc;
  return Object.fromEntries(
    sorted.map((entrant, index) => {
      const { entry } = entrant.racer;
      return [`${id}:${entry}`, classified(entrant, id, index + 1, tied.has(entry), race.status === 'official')];
    }),
  );
}

/** One line of a classification; remembered, because most entrants stand as before. */
const classified = memo(
  (entrant: Entrant, race: string, order: number, tied: boolean, isOfficial: boolean): Standing => {
    const { racer, rank, points, result } = entrant;
    const isTimed = isIn(racer) || racer.ruling.status === 'DNF';
    const timeUs = result?.timeUs ?? racer.measured.at(-1)?.timeUs;
    return {
      order,
      ...(rank !== undefined && { rank }),
      ...person(entrant, race),
      laps: racer.laps,
      ...(points !== undefined && { points: points.total }),
      ...(timeUs !== undefined && isTimed && !racer.placed && { timeUs }),
      ...(tied && { thousandth: true as const }),
      ...ruled(entrant),
      ...(!isOfficial && { provisional: true as const }),
    };
  },
);
