// The runs of a replay: which one the server has, where in the recording it is, and how a new one is told apart. Keeps
// nothing: the schedule in the meet document is its memory.
import type { Meet } from '../../shared/meet.ts';
import type { Anchor } from './recorded-player.ts';
import type { CallUp } from './vantage/call-ups.ts';

const meetPattern = /^r([1-9]\d{0,4})-([0-9a-f]{8})$/;

/** In front of every id of a run. */
export function prefixOf(run: number): string {
  return `r${run}-`;
}

/** The newest run of the replay of a competition among the meets a server has; 0 where there is none. */
export function newestRun(meets: readonly string[], competitions: ReadonlySet<string>): number {
  const runs = meets.map((id) => meetPattern.exec(id)).filter((match) => competitions.has(match?.[2] ?? ''));
  return Math.max(0, ...runs.map((match) => Number(match?.[1])));
}

/** By race, the instant at which its heat was called up in the run. */
export function plannedIn(meet: Meet | undefined): ReadonlyMap<string, number> {
  const races = meet?.races ?? [];
  return new Map(
    races.flatMap(({ id, scheduledAt }) => (scheduledAt === undefined ? [] : [[id, scheduledAt] as const])),
  );
}

/** True where the run was played at this speed, so that its instants come out the same. */
export function isAtSpeed(meet: Meet, speed: number): boolean {
  return meet.races.every(({ scheduledAt, clockRate = 1 }) => scheduledAt === undefined || clockRate === speed);
}

/** Where a run stands: the heat of the recording that it called up last. */
export function anchorIn(
  planned: ReadonlyMap<string, number>,
  callUps: readonly CallUp[],
  prefix: string,
): Anchor | undefined {
  const first = new Map<string, number>();
  for (const { race, recordedUs } of callUps) if (!first.has(race)) first.set(race, recordedUs);
  let anchor: Anchor | undefined;
  for (const [race, recordedUs] of first) {
    const wallUs = planned.get(`${prefix}${race}`);
    if (wallUs !== undefined && recordedUs >= (anchor?.recordedUs ?? 0)) anchor = { recordedUs, wallUs };
  }
  return anchor;
}

const over: ReadonlySet<string> = new Set(['finished', 'official', 'cancelled']);

/** The meet of a run that is given up: what is not over is called off. */
export function calledOff(meet: Meet, statusOf: ReadonlyMap<string, string>): Meet {
  const off = (id: string) => !over.has(statusOf.get(id) ?? 'scheduled');
  return { ...meet, races: meet.races.map((race) => (off(race.id) ? { ...race, cancelled: true } : race)) };
}
