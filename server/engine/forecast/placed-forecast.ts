// The forecast of a race in which the order over the line decides: while it is skated by what can still be won,
// afterwards by its classification.
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
import { byTimeOf, fightsByTime } from './round-times.ts';
import { type Goal, goalOf, isGoal } from './stake.ts';

const certainly = { in: { state: 'in' }, out: { state: 'out' }, open: { state: 'open' } } as const;

interface Setting {
  readonly race: Race;
  readonly view: EventView;
  readonly goal: Goal;
}

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
function decidedFor(entrant: Entrant, { race, view, goal }: Setting): Outlook {
  const { racer, rank } = entrant;
  const isThere =
    goal.stake === 'qualify'
      ? isGoal(race.event, race.doc, view.advances[racer.entry]) && !fightsByTime(race, entrant)
      : isIn(racer) && isThrough(racer) && rank !== undefined && rank <= goal.places;
  return isThere ? certainly.in : certainly.out;
}

function onTheWay(entrant: Entrant, { view, goal }: Setting, outlooks: Outlooks): Outlook {
  const { entry, ruling } = entrant.racer;
  // M8: whom the referee has advanced is in, whatever place he comes to.
  if (ruling.advanced !== undefined && view.advances[entry] !== undefined) return certainly.in;
  const { YC, RC } = ruling.cards;
  if (!isIn(entrant.racer) || (goal.stake === 'qualify' && YC + RC > 0)) return certainly.out;
  return outlooks.byEntry.get(entry) ?? certainly.open;
}

/** Remembered, so that an outlook that stays is a forecast that stays. */
const staked = memo((outlook: Outlook, stake: Goal['stake']): Forecast => ({ stake, ...outlook }));

/** N6: who does not go on by his place may still go on by his time. */
function withTime(entrant: Entrant, byPlace: Outlook, { race, view, goal }: Setting): Forecast {
  const fastest = goal.stake === 'qualify' && byPlace.state !== 'in' ? byTimeOf(race, entrant, view) : undefined;
  if (fastest === undefined) return staked(byPlace, goal.stake);
  const either = [byPlace.state, fastest.state];
  const state = either.includes('in') ? 'in' : either.includes('open') ? 'open' : 'out';
  const needs = state === 'open' ? byPlace.needs : undefined;
  return { stake: goal.stake, state, ...(needs !== undefined && { needs }), also: { fastest } };
}

function forecasts(setting: Setting, outlookOf: (entrant: Entrant) => Outlook): RaceForecast['byEntry'] {
  return new Map(
    [...setting.race.entrants].map(([entry, entrant]) => [entry, withTime(entrant, outlookOf(entrant), setting)]),
  );
}

function cutOf({ stake }: Goal, { safeFrom }: Outlooks): Pick<Board, 'cut'> {
  const isTold = stake === 'qualify' && safeFrom !== undefined;
  return isTold ? { cut: [{ code: 'safeFrom', values: { place: safeFrom } }] } : {};
}

/** Undefined where nothing is at stake, or the race is neither called up, nor on the ice, nor over. */
export function placedForecast(race: Race, view: EventView): RaceForecast | undefined {
  const goal = goalOf(race.event, race.doc);
  if (goal === undefined) return undefined;
  const setting: Setting = { race, view, goal };
  if (isOver(race)) return { byEntry: forecasts(setting, (one) => decidedFor(one, setting)), board: {} };
  if (race.status !== 'armed' && race.status !== 'running') return undefined;
  const contest = contestOf(race, goal.places);
  if (contest === undefined) return undefined;
  const outlooks = remembered(race.doc, contest);
  const byEntry = forecasts(setting, (one) => onTheWay(one, setting, outlooks));
  return { byEntry, board: cutOf(goal, outlooks) };
}
