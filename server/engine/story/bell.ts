// The bell for the last lap (F24, G3): who begins it in front and by how much, and a bell that was rung for another lap.
import type { Fact } from '../../../shared/facts.ts';
import type { Race } from '../race/race-state.ts';
import { type Said, said } from './moment.ts';
import type { Picture } from './pictures.ts';

/** A 500 m begins its last lap at the first split: there is no bell. */
const pointsMin = 3;

/** The first to begin the last lap. */
export function bellOf({ course }: Race, pictures: readonly Picture[]): Said[] {
  if (course.points.length < pointsMin) return [];
  const picture = pictures.find(({ point: { lap } }) => lap !== undefined && lap === course.laps - 1);
  const [first, second] = picture?.crossers ?? [];
  if (first === undefined) return [];
  const lead = second === undefined ? {} : { leadUs: second.timeUs - first.timeUs };
  return [said('bell', first.instantUs, 'bell', { name: first.name, ...lead }, [first.entry])];
}

/** G3, S10: rung for a lap that is not the last one. */
export function wrongBellsOf({ course, attempt }: Race, decisions: readonly Fact[]): Said[] {
  return decisions.flatMap((fact) => {
    if (fact.kind !== 'bell' || fact.seq <= attempt.afterSeq || fact.lap === course.laps) return [];
    return [said(fact.id, fact.at, 'bellWrong', { lap: fact.lap, laps: course.laps })];
  });
}
