// A Vantage starter as an entry of a race, and as an athlete of the meet.
import { transponderSchema } from '../../../shared/words.ts';
import type { Starter } from './events.ts';
import { shortId } from './ids.ts';
import { usOfTicks } from './ticks.ts';

const lanes: Readonly<Record<number, string>> = { 0: 'inner', 1: 'outer' };
/** Rule L8: a quartet wears all four. */
const armbands: Readonly<Record<number, string>> = { 0: 'white', 1: 'red', 2: 'yellow', 3: 'blue' };
const nationPattern = /^[A-Z]{3}$/;
/** What the meet document takes; one odd field must not keep a whole heat off the boards. */
const transpondersMax = 16;
const nameMax = 200;
const bibMax = 8;

export function entryId({ race }: Starter): string {
  return shortId(race.id);
}

function nationOf({ race: { competitor } }: Starter): { nation?: string } {
  const nation = competitor?.nationalityCode ?? competitor?.clubCountryCode;
  return nation != null && nationPattern.test(nation) ? { nation } : {};
}

function nameOf(starter: Starter): string {
  const { fullName, shortName } = starter.race.competitor ?? {};
  return (fullName ?? shortName ?? '').trim().slice(0, nameMax) || `Starter ${entryId(starter)}`;
}

/** The person, where the starter is one; a team has only its name. */
export function athleteDocument(starter: Starter): ({ id: string } & Record<string, unknown>) | undefined {
  const { competitor } = starter.race;
  if (competitor?.personId == null) return undefined;
  const nation = nationOf(starter);
  const club = competitor.clubFullName ?? '';
  // D2: who starts for a nation is not shown with the club of a licence.
  const home = nation.nation === undefined && club !== '' ? { club } : nation;
  return { id: shortId(competitor.personId), name: nameOf(starter), ...home };
}

export function entryDocument(starter: Starter, hasLanes: boolean): Record<string, unknown> {
  const { lane, color, competitor, transponders, personalBest, seasonBest } = starter.race;
  const athlete = athleteDocument(starter);
  const worn = (transponders ?? [])
    .map(({ code }) => String(code))
    .filter((code) => transponderSchema.safeParse(code).success)
    .slice(0, transpondersMax);
  const bib = competitor?.startNumber == null ? '' : String(competitor.startNumber);
  return {
    id: entryId(starter),
    ...(athlete === undefined ? { name: nameOf(starter), ...nationOf(starter) } : { athlete: athlete.id }),
    ...(bib !== '' && bib.length <= bibMax && { bib }),
    ...(hasLanes && lane != null && lanes[lane] !== undefined && { lane: lanes[lane] }),
    ...(hasLanes && color != null && armbands[color] !== undefined && { armband: armbands[color] }),
    ...(worn.length > 0 && { transponders: worn }),
    ...(personalBest != null && personalBest >= 0 && { pbUs: usOfTicks(personalBest) }),
    ...(seasonBest != null && seasonBest >= 0 && { sbUs: usOfTicks(seasonBest) }),
  };
}
