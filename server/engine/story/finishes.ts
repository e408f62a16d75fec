// Finishes against the clock (F24): time, rank in the event as it was then, difference to the best, and the marks a time earns (T6).
import type { Row } from '../../../shared/board.ts';
import { type EventView, splitKey } from '../event/view.ts';
import type { Race } from '../race/race-state.ts';
import type { Competitor } from '../race/roster.ts';
import { type Said, said } from './moment.ts';

/** Who had the best time before somebody of this race finished faster. */
function bestBefore(race: Race, { best }: EventView, entry: string, atUs: number): string | undefined {
  const key = race.course.points.at(-1)?.key ?? '';
  let fastest = best[key];
  for (const { racer, result } of race.entrants.values()) {
    const earlier = racer.entry !== entry && (racer.measured.at(-1)?.instantUs ?? atUs) < atUs;
    if (earlier && result !== undefined && (fastest === undefined || result.timeUs < fastest.timeUs)) {
      fastest = { timeUs: result.timeUs, entry: racer.entry, name: racer.competitor.name };
    }
  }
  return fastest?.name;
}

/** Everybody who has a time. */
export function finishesOf(race: Race, view: EventView): Said[] {
  const finish = race.course.points.at(-1)?.key ?? '';
  return [...race.entrants.values()].flatMap(({ racer, result }) => {
    const last = racer.measured.at(-1);
    if (result === undefined || last === undefined) return [];
    const { rank, diffUs } = view.splits[splitKey(racer.entry, finish)] ?? {};
    const from = bestBefore(race, view, racer.entry, last.instantUs);
    const values = {
      name: racer.competitor.name,
      timeUs: result.timeUs,
      ...(rank !== undefined && { rank }),
      ...(diffUs !== undefined && { diffUs }),
      ...(diffUs !== undefined && from !== undefined && { from }),
    };
    return [said(`finish-${racer.entry}`, last.instantUs, 'finished', values, [racer.entry])];
  });
}

/** The greatest first; a record is more than a best of one's own. */
const records = ['WR', 'OR', 'WRJ', 'NR', 'NRJ', 'TR', 'TRJ'] as const;

/** Who has come in and is certain of a ticket, or has lost the last chance of one, whatever the others do. */
export function ticketsOf({ entrants }: Race, rows: Readonly<Record<string, Row>>): Said[] {
  return [...entrants.values()].flatMap(({ racer: { entry, competitor, measured }, result }) => {
    const { forecast } = rows[entry] ?? {};
    const ticket = forecast?.stake === 'ticket' ? forecast : forecast?.also?.ticket;
    const at = measured.at(-1)?.instantUs;
    if (result === undefined || at === undefined || ticket === undefined || ticket.state === 'open') return [];
    const code = ticket.state === 'in' ? 'ticketWon' : 'ticketLost';
    return [said(`ticket-${entry}`, at, code, { name: competitor.name }, [entry])];
  });
}

function bestOf(mark: 'PB' | 'SB', { pbUs, sbUs }: Competitor): number | undefined {
  return mark === 'PB' ? pbUs : sbUs;
}

/** The greatest record a time broke, and the greatest best of one's own. */
export function marksOf({ entrants }: Race, rows: Readonly<Record<string, Row>>): Said[] {
  return [...entrants.values()].flatMap(({ racer: { entry, competitor, measured }, result }) => {
    const marks = rows[entry]?.marks ?? {};
    const at = measured.at(-1)?.instantUs;
    if (result === undefined || at === undefined) return [];
    const { timeUs } = result;
    const told: Said[] = [];
    const record = records.find((mark) => marks[mark]);
    if (record !== undefined) {
      const values = { name: competitor.name, mark: record, timeUs };
      told.push(said(`record-${entry}`, at, 'record', values, [entry]));
    }
    const own = (['PB', 'SB'] as const).find((mark) => marks[mark]);
    const before = own && bestOf(own, competitor);
    if (own !== undefined && before !== undefined) {
      const values = { name: competitor.name, mark: own, timeUs, byUs: before - timeUs };
      told.push(said(`own-best-${entry}`, at, 'ownBest', values, [entry]));
    }
    return told;
  });
}
