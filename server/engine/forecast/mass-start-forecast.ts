// The forecast of a mass start: while it is skated by what can still be won, afterwards by its classification.
import type { Board, Forecast, Outlook } from '../../../shared/board.ts';
import type { RaceDoc } from '../../../shared/meet.ts';
import { same } from '../../../shared/patch.ts';
import type { EventView } from '../event/view.ts';
import { memo } from '../memo.ts';
import type { Entrant, Race } from '../race/race-state.ts';
import { isIn, isThrough } from '../race/racers.ts';
import { isOver } from '../race/status.ts';
import type { Contest } from './contest.ts';
import type { RaceForecast } from './forecast.ts';
import { type Outlooks, outlooksOf } from './outlooks.ts';
import { contestOf } from './race-contest.ts';
import { type Goal, goalOf, isGoal } from './stake.ts';

const certainly = { in: { state: 'in' }, out: { state: 'out' }, open: { state: 'open' } } as const;

/** The newest contest of each race: most readings decide nothing, and leave it as it was. */
const newest = memo((_doc: RaceDoc): { contest?: Contest; outlooks?: Outlooks } => ({}));

function remembered(doc: RaceDoc, contest: Contest): Outlooks {
  const known = newest(doc);
  if (known.outlooks !== undefined && same(known.contest, contest)) return known.outlooks;
  const outlooks = outlooksOf(contest);
  Object.assign(known, { contest, outlooks });
  return outlooks;
}

/** N1: as the classification has it, and with whom the referee advanced. */
function decidedFor(entrant: Entrant, race: Race, view: EventView, goal: Goal): Outlook {
  const { racer, rank } = entrant;
  const mark = view.advances[racer.entry];
  const isReached =
    goal.stake === 'qualify'
      ? isGoal(race.event, race.doc, mark)
      : isIn(racer) && isThrough(racer) && rank !== undefined && rank <= goal.places;
  // S3: who may still be among the fastest of the round is not out because he is not in.
  if (!isReached && goal.byTime && isIn(racer)) return certainly.open;
  return isReached ? certainly.in : certainly.out;
}

function onTheWay(entrant: Entrant, view: EventView, goal: Goal, outlooks: Outlooks): Outlook {
  const { racer } = entrant;
  // M8: whom the referee has advanced is in, whatever place he comes to.
  if (racer.ruling.advanced !== undefined && view.advances[racer.entry] !== undefined) return certainly.in;
  const { cards } = racer.ruling;
  if (!isIn(racer) || (goal.stake === 'qualify' && cards.YC + cards.RC > 0)) return certainly.out;
  const outlook = outlooks.byEntry.get(racer.entry) ?? certainly.open;
  return goal.byTime && outlook.state === 'out' ? certainly.open : outlook;
}

/** Remembered, so that an outlook that stays is a forecast that stays. */
const staked = memo((outlook: Outlook, stake: Goal['stake']): Forecast => ({ stake, ...outlook }));

function forecasts(race: Race, { stake }: Goal, outlookOf: (entrant: Entrant) => Outlook): RaceForecast['byEntry'] {
  return new Map([...race.entrants].map(([entry, entrant]) => [entry, staked(outlookOf(entrant), stake)]));
}

function cutOf({ stake }: Goal, { safeFrom }: Outlooks): Pick<Board, 'cut'> {
  const isTold = stake === 'qualify' && safeFrom !== undefined;
  return isTold ? { cut: [{ code: 'safeFrom', values: { place: safeFrom } }] } : {};
}

/** Undefined where nothing is at stake, or the race is neither called up, nor on the ice, nor over. */
export function massStartForecast(race: Race, view: EventView): RaceForecast | undefined {
  const goal = goalOf(race.event, race.doc);
  if (goal === undefined) return undefined;
  if (isOver(race)) return { byEntry: forecasts(race, goal, (one) => decidedFor(one, race, view, goal)), board: {} };
  if (race.status !== 'armed' && race.status !== 'running') return undefined;
  const contest = contestOf(race, goal.places);
  if (contest === undefined) return undefined;
  const outlooks = remembered(race.doc, contest);
  const byEntry = forecasts(race, goal, (one) => onTheWay(one, view, goal, outlooks));
  return { byEntry, board: cutOf(goal, outlooks) };
}
