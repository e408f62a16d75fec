// The scale of World Cup points that each official sheet follows, and the points that our boards have.
import type { Boards } from '../../server/engine/boards.ts';
import { stateOf } from '../../server/engine/fold.ts';
import type { Board } from '../../shared/board.ts';
import type { MeetEvent } from '../../shared/event.ts';
import type { EventState } from '../../shared/meet-state.ts';
import type { PairsSheet } from './pairs-sheets.ts';

type Cup = NonNullable<MeetEvent['cup']>;

export function scaleOf({ title, distance, isPursuit }: PairsSheet): Cup {
  if (!title.includes('Division B')) return 'A';
  if (isPursuit) return 'B-team';
  return distance >= 3000 ? 'B-long' : 'B';
}

const downFrom = (first: number) => Array.from({ length: first }, (_, i) => first - i);
const fourthHas44 = {
  scale: [60, 54, 48, 44, 40, 38, 36, 34, ...downFrom(32)],
  why: 'L11: the fourth of this sheet has 44, those of Calgary and of all pairs 43',
};

/**
 * Three sheets have a scale of their own. Both of division A in Salt Lake City give the fourth 44 points instead of 43, as
 * nobody else does, the fourths of Calgary and of the pairs least of all. Division B of the men in Calgary leaves out the 18
 * of the third place, as if the disqualified man, whose place the sheet does not tell, had kept it; everywhere else those
 * behind a disqualified one move up in points too.
 */
export const ownScales: Readonly<Record<string, { readonly scale: Cup; readonly why: string }>> = {
  '#1 27. Mass Start Women': fourthHas44,
  '#1 28. Mass Start Men': fourthHas44,
  '#2 26. Mass Start Men Division B': {
    scale: [20, 19, ...downFrom(17)],
    why: 'L11: this sheet leaves out the 18 points of the third place, others move up behind one disqualified',
  },
};

/** The scale of all mass starts but three. */
export function massScaleOf(title: string): Cup {
  return title.includes('Division B') ? 'B-mass' : 'A';
}

type CupPoints = NonNullable<EventState['standings'][string]['cup']>;

/** By bib; who has none, or nothing but 0 without a rank, is left out. */
export function cupsOf(boards: Boards, event: string): Record<string, CupPoints> {
  const { standings } = stateOf(boards, `event/${event}`) as EventState;
  return Object.fromEntries(
    Object.values(standings).flatMap(({ bib, cup }) => (cup === undefined ? [] : [[bib ?? '', cup]])),
  );
}

export function rowCupsOf(boards: Boards, races: readonly string[]): Record<string, CupPoints> {
  const rows = races.flatMap((race) => Object.values((stateOf(boards, `race/${race}`) as Board).rows));
  return Object.fromEntries(rows.flatMap(({ bib, cup }) => (cup === undefined ? [] : [[bib ?? '', cup]])));
}
