// What a screen turns through while nobody races, and which picture it is at this moment: the result that was, standings,
// selections, the programme, the clock of a pause, sponsors. Pure but for the time that is handed in.
import type { Board } from '../../shared/board.ts';
import type { EventState, MeetState } from '../../shared/meet-state.ts';
import type { SelectionsState } from '../../shared/selection-state.ts';
import type { Shape } from '../kit/shape.ts';
import { timetablePages } from './day-timetable.ts';
import { standingsPages } from './event-standings.ts';
import { inOrder } from './gliding-line.ts';
import { selectionPages } from './selection-lines.ts';
import { pauseOn } from './timetable-lines.ts';
import type { View } from './views.ts';

/** All that a screen has heard. */
export interface Heard {
  readonly board?: Board | undefined;
  /** The race that comes. */
  readonly next?: Board | undefined;
  readonly event?: EventState | undefined;
  readonly meet?: MeetState | undefined;
  readonly selections?: SelectionsState | undefined;
  readonly sponsors: readonly string[];
  readonly shape: Shape;
  readonly nowUs?: number | undefined;
}

/** A picture, for as many turns. `race` is that of the board, `next` the start list of what comes, `idle` the meet. */
export interface Slide {
  readonly picture: 'race' | 'next' | 'idle' | 'standings' | 'timetable' | 'selection' | 'break' | 'sponsors';
  readonly turns: number;
  /** Which of the selections. */
  readonly selection?: string;
}

/** A result stays so long before anything else comes, and what comes next when there is none. */
const firstTurns = 2;

/** A few sponsors at a time, the others when it is their turn. */
const sponsorTurns = 3;

const standings = ({ event, shape }: Heard): Slide[] =>
  event === undefined ? [] : [{ picture: 'standings', turns: standingsPages(event, shape) }];

/** Nothing is to be seen of a race whose field follows from one that is not skated yet. */
const startList = ({ next }: Heard): Slide[] => {
  const waits = next?.race.status === 'scheduled' && Object.keys(next.rows).length > 0;
  return waits ? [{ picture: 'next', turns: firstTurns }] : [];
};

const timetable = ({ meet, shape, nowUs }: Heard): Slide[] =>
  meet === undefined ? [] : [{ picture: 'timetable', turns: timetablePages(meet, shape, nowUs) }];

const selections = ({ selections, shape }: Heard): Slide[] =>
  inOrder(selections?.selections ?? {}).map(([selection, state]) => {
    return { picture: 'selection', selection, turns: selectionPages(state, shape).length };
  });

/** Everything there is to see between two races; while a pause is on, its clock comes back after each. */
function inTurn(heard: Heard): Slide[] {
  const { board, meet, sponsors, nowUs } = heard;
  const all: Slide[] = [
    { picture: board === undefined ? 'idle' : 'race', turns: firstTurns },
    ...standings(heard),
    ...startList(heard),
    ...timetable(heard),
    ...selections(heard),
    { picture: 'sponsors', turns: Math.min(sponsors.length, sponsorTurns) },
  ];
  const shown = all.filter(({ turns }) => turns > 0);
  const isPause = meet !== undefined && nowUs !== undefined && pauseOn(meet, nowUs) !== undefined;
  return isPause ? shown.flatMap((slide): Slide[] => [slide, { picture: 'break', turns: firstTurns }]) : shown;
}

/** What a screen turns through that was told a view, or follows what is on; the meet where there is nothing of that to see. */
export function slidesOf(view: View, heard: Heard): readonly Slide[] {
  const told: Readonly<Partial<Record<View, Slide[]>>> = {
    // Standings without a race are those that were asked for.
    ...(heard.board === undefined && heard.event !== undefined && { auto: standings(heard) }),
    standings: standings(heard),
    selection: selections(heard),
    programme: timetable(heard),
    break: [{ picture: 'break', turns: 1 }],
    sponsors: [{ picture: 'sponsors', turns: heard.sponsors.length }],
  };
  const shown = (told[view] ?? inTurn(heard)).filter(({ turns }) => turns > 0);
  return shown.length === 0 ? [{ picture: 'idle', turns: 1 }] : shown;
}

/** The slide of a turn, counted from 0 without end, its page, and how often all of them were round before. */
export function slideAt(
  slides: readonly Slide[],
  turn: number,
): { readonly slide: Slide; readonly page: number; readonly round: number } {
  const all = slides.reduce((sum, { turns }) => sum + turns, 0);
  let page = ((turn % all) + all) % all;
  for (const slide of slides) {
    if (page < slide.turns) return { slide, page, round: Math.floor(turn / all) };
    page -= slide.turns;
  }
  throw new RangeError('there are no slides');
}
