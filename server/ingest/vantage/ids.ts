// The ids of what Vantage names: short, readable, and the same whenever the same event is heard again.
import { createHash } from 'node:crypto';

/** Of a UUID, the part we keep: enough to tell the few hundred distances and starters of a season apart. */
const uuidDigits = 8;
const hashDigits = 12;

export function shortId(uuid: string): string {
  return uuid.slice(0, uuidDigits).toLowerCase();
}

/** A short digest of what makes a fact the one it is. */
export function digest(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, hashDigits);
}

/** `<distance>.<round>.<number>`; `prefix` tells the runs of a replay apart. */
export function raceId(
  prefix: string,
  distanceId: string,
  { round, number }: { round: number; number: number },
): string {
  return `${prefix}${shortId(distanceId)}.${round}.${number}`;
}
