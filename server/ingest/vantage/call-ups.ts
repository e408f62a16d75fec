// When each heat of a recording is called up: so that a replay that was stopped finds the place where it was.
import { recordedUs } from '../recorded-time.ts';
import { eventSchemas } from './events.ts';
import { raceId, shortId } from './ids.ts';

export interface CallUp {
  /** The id of the race, without the prefix of a run. */
  readonly race: string;
  readonly competition: string;
  readonly recordedUs: number;
}

/** What a line says of a heat that is called up, if it does. */
export function callUpIn(text: string): CallUp | undefined {
  if (!text.includes('"HeatActivatedEvent"')) return undefined;
  const atUs = recordedUs(text);
  const event = eventSchemas.HeatDeactivatedEvent.safeParse(parsed(text));
  if (!event.success || atUs === undefined) return undefined;
  const { distanceId, heat, competitionId } = event.data;
  return { race: raceId('', distanceId, heat), competition: shortId(competitionId), recordedUs: atUs };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
