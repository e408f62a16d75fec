// A Vantage distance as an event of a meet: what is skated, on which track, by which rules.
import type { Distance } from './events.ts';
import { shortId } from './ids.ts';

/** The one line a Vantage lap is taken at. */
export const line = 'line';

const pairs = '.PairsDistance.Individual';
const teamPursuit = '.PairsDistance.TeamPursuit';
const massStart = '.MassStartDistance';

/** True where starters have lanes of their own. */
export function hasLanes({ discipline }: Distance): boolean {
  return !discipline.includes(massStart);
}

/** Metres, whether given in metres or in rounds. */
function metresOf({ value, valueQuantity, trackLength }: Distance): number {
  return valueQuantity === 0 ? value : value * trackLength;
}

/** The event without its rules, which are those of the sport; undefined for a discipline there is no engine for. */
export function eventDocument(distance: Distance, prefix: string): Record<string, unknown> | undefined {
  const { discipline, name, value, trackLength } = distance;
  const track = { lapMetres: trackLength, loops: [{ id: line, atMetres: 0 }] };
  const event = { id: `${prefix}${shortId(distance.id)}`, name, track };
  if (discipline.includes(pairs)) return { ...event, kind: 'pairs', distance: metresOf(distance) };
  if (discipline.includes(teamPursuit)) return { ...event, kind: 'teamPursuit', distance: metresOf(distance) };
  if (discipline.includes(massStart)) return { ...event, kind: 'massStart', rules: { laps: Math.round(value) } };
  return undefined;
}

export function isKnownDiscipline(distance: Distance): boolean {
  return eventDocument(distance, '') !== undefined;
}
