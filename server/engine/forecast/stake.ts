// What a race is skated for: a place in the next round, or a medal.
import type { MeetEvent } from '../../../shared/event.ts';
import type { RaceDoc } from '../../../shared/meet.ts';
import type { AdvanceMark } from '../event/advancement.ts';

export interface Goal {
  readonly stake: 'qualify' | 'medal';
  /** So many are in by their rank in this race. */
  readonly places: number;
}

/** The marks of those who go on to less than the best there is (S3). */
const lesser: ReadonlySet<AdvanceMark> = new Set(['QB', 'ADB']);

/** M8, S3: of several ways on the first is what matters. A last round is for the medals, as is a race without rounds. */
export function goalOf(event: MeetEvent, { round: id }: RaceDoc): Goal | undefined {
  const round = event.rounds?.find((one) => one.id === id);
  const places = round?.advance[0]?.places ?? 0;
  if (places > 0) return { stake: 'qualify', places };
  if (event.rounds === undefined && event.kind === 'massStart' && event.rules.qualify > 0) {
    return { stake: 'qualify', places: event.rules.qualify };
  }
  const isLast = event.rounds === undefined || (round !== undefined && event.rounds.at(-1) === round);
  return isLast && event.medals > 0 ? { stake: 'medal', places: event.medals } : undefined;
}

/** Whether who goes on with this mark has what the race was skated for. */
export function isGoal(event: MeetEvent, { round: id }: RaceDoc, mark: AdvanceMark | undefined): boolean {
  const first = event.rounds?.find((one) => one.id === id)?.advance[0]?.mark;
  return mark !== undefined && (first === 'QB' || !lesser.has(mark));
}
