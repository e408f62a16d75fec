// The forecast of a race against the clock (N4): the medals of its event, and the bests and records of those who skate.
import type { Board, Forecast, Outlook, Says, Stake } from '../../../shared/board.ts';
import { truncateUs } from '../../../shared/format-time.ts';
import { digitsOf } from '../disciplines/registry.ts';
import type { EventView } from '../event/view.ts';
import type { Entrant, Race } from '../race/race-state.ts';
import { isOver } from '../race/status.ts';
import { askingRate } from './asking-rate.ts';
import { type Chase, rangeOf } from './chase.ts';
import type { RaceForecast } from './forecast.ts';
import { liveRange, wayOf } from './live-range.ts';
import { amongBest, type Range } from './range.ts';
import { goalOf } from './stake.ts';

/** What a time is good for: the slowest one that is enough, in microseconds. */
export function needsFor(timeUs: number, race: Race, entrant: Entrant): Says[] {
  const way = wayOf(race, entrant);
  const rate = way === undefined ? undefined : askingRate(timeUs, way);
  return [{ code: 'time', values: { timeUs } }, ...(rate === undefined ? [] : [rate])];
}

function outlook(state: Outlook['state'], needs: readonly Says[]): Outlook {
  return state === 'open' && needs.length > 0 ? { state, needs: [...needs] } : { state };
}

interface Field {
  readonly race: Race;
  readonly chase: Chase;
  /** The time of this race, by entry. */
  readonly live: ReadonlyMap<string, Range>;
  /** What it comes to with the other runs. */
  readonly ranges: ReadonlyMap<string, Range>;
}

function fieldOf(race: Race, chase: Chase): Field {
  const live = new Map([...race.entrants].map(([entry, entrant]) => [entry, liveRange(race, entrant)]));
  const ranges = new Map(
    [...live].map(([entry, range]) => [entry, rangeOf(chase.brought[entry] ?? { toCome: 0 }, range, chase)]),
  );
  return { race, chase, live, ranges };
}

/** The slowest time in this race that has him in as it stands; undefined where he needs none, or none would. */
function medalTime(entry: string, { chase, live, ranges }: Field): number | undefined {
  const time = live.get(entry);
  const isSkating = time !== undefined && time.best < time.worst;
  const mates = [...ranges].flatMap(([other, { worst }]) =>
    other === entry || worst === Number.POSITIVE_INFINITY ? [] : [worst],
  );
  const all = [...chase.standing.map(({ value }) => value), ...mates].sort((a, b) => a - b);
  const toBeat = all[chase.places - 1];
  if (!isSkating || toBeat === undefined) return undefined;
  const { value, toCome } = chase.brought[entry] ?? { toCome: 0 };
  if (chase.isSum) return toCome > 0 ? undefined : toBeat - (value ?? 0);
  return value !== undefined && value <= toBeat ? undefined : toBeat;
}

/** N4: certain against whatever the others can still skate; what it takes is told as it stands. */
function medalOf(entry: string, entrant: Entrant, field: Field): Outlook {
  const { chase, ranges, race } = field;
  const me = ranges.get(entry);
  if (me === undefined) return { state: 'open' };
  const mates = [...ranges].flatMap(([other, range]) => (other === entry ? [] : [range]));
  const state = amongBest(me, chase.rivals, mates, chase.places);
  const timeUs = state === 'open' ? medalTime(entry, field) : undefined;
  return outlook(state, timeUs === undefined ? [] : needsFor(timeUs, race, entrant));
}

/** T6: a best falls to a faster printed time only. */
function bestOf(toBeatUs: number, isBeaten: boolean, entrant: Entrant, { race, live }: Field): Outlook {
  if (isBeaten) return { state: 'in' };
  const digits = digitsOf(race.event);
  const needUs = truncateUs(toBeatUs, digits) - (digits === 2 ? 10_000 : 1_000);
  const time = live.get(entrant.racer.entry);
  const isOut = time === undefined || time.best === time.worst || truncateUs(time.best, digits) > needUs;
  return isOut ? { state: 'out' } : outlook('open', needsFor(needUs, race, entrant));
}

const records: readonly string[] = ['WR', 'WRJ', 'OR', 'NR', 'NRJ', 'TR', 'TRJ'];

/** The easiest record he may set. */
function recordOf({ racer: { competitor } }: Entrant, { event }: Race): number | undefined {
  const open = (event.records ?? []).filter(({ mark, nation }) => {
    return (nation === undefined || nation === competitor.nation) && (competitor.junior || !mark.endsWith('J'));
  });
  return open.length === 0 ? undefined : Math.max(...open.map(({ timeUs }) => timeUs));
}

function alsoOf(entrant: Entrant, field: Field, view: EventView): Partial<Record<Stake, Outlook>> {
  const { pbUs, sbUs, entry } = entrant.racer.competitor;
  const marks = view.rows[entry]?.marks ?? {};
  const also: Partial<Record<Stake, Outlook>> = {};
  for (const [mark, bestUs] of [
    ['PB', pbUs],
    ['SB', sbUs],
  ] as const) {
    if (bestUs !== undefined) also[mark] = bestOf(bestUs, marks[mark] === true, entrant, field);
  }
  const recordUs = recordOf(entrant, field.race);
  if (recordUs !== undefined)
    also.record = bestOf(
      recordUs,
      records.some((mark) => marks[mark] === true),
      entrant,
      field,
    );
  return also;
}

/** Of a sum there is no time that everybody has to beat. */
function targetOf({ standing, places, isSum }: Chase): Pick<Board, 'target'> {
  const last = standing[places - 1];
  if (last === undefined || isSum) return {};
  return { target: { timeUs: last.value, stake: 'medal', name: last.name } };
}

/** What is at stake for one row, what matters most first. */
function forecastFor(medal: Outlook | undefined, also: Partial<Record<Stake, Outlook>>): Forecast | undefined {
  const all = (medal === undefined ? [] : [['medal', medal]]) as [Stake, Outlook][];
  const [first, ...others] = [...all, ...(Object.entries(also) as [Stake, Outlook][])];
  if (first === undefined) return undefined;
  const [stake, main] = first;
  return { stake, ...main, ...(others.length > 0 && { also: Object.fromEntries(others) }) };
}

/** Undefined where the race is neither called up, nor on the ice, nor over. */
export function timedForecast(race: Race, view: EventView): RaceForecast | undefined {
  const isOn = race.status === 'armed' || race.status === 'running';
  if (view.chase === undefined || (!isOn && !isOver(race))) return undefined;
  const isForMedals = view.chase.places > 0 && goalOf(race.event, race.doc)?.stake === 'medal';
  const field = fieldOf(race, view.chase);
  const byEntry = new Map<string, Forecast>();
  for (const [entry, entrant] of race.entrants) {
    const medal = isForMedals ? medalOf(entry, entrant, field) : undefined;
    const forecast = forecastFor(medal, alsoOf(entrant, field, view));
    if (forecast !== undefined) byEntry.set(entry, forecast);
  }
  return { byEntry, board: isForMedals && isOn ? targetOf(view.chase) : {} };
}
