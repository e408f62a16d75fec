// What the stream itself published, as we compare it: a presented lap the moment it was shown, and a result when it was
// committed. Knows the format, not our boards.

const ticksPerUs = 10;

interface Published {
  readonly line: number;
  /** Our race and entry. */
  readonly race: string;
  readonly entry: string;
  readonly distance: string;
}

/** A lap as screens showed it. */
export interface ShownLap extends Published {
  readonly kind: 'lap';
  readonly point: string;
  /** How often the line was passed before; of a mass start the first time is the start. */
  readonly index: number;
  readonly timeUs: number;
  readonly lapUs: number;
  readonly rank: number;
  readonly diffUs: number | undefined;
}

/** A result as it was entered. */
export interface Committed extends Published {
  readonly kind: 'result';
  readonly timeUs: number | undefined;
  readonly isPersonalBest: boolean;
  readonly reason: number | undefined;
  /** Cumulative times of the laps that were presented in the end, in order. */
  readonly laps: readonly number[];
}

const short = (uuid: string) => uuid.slice(0, 8);

/** Of `timeInfo`: a personal best. */
const personalBest = 4;
const present = 0x20;
const deleted = 0x10;

// biome-ignore lint/suspicious/noExplicitAny: the stream as it is, not as our schemas read it.
type Event = any;

function place(event: Event, line: number, raceId: string): Published {
  const distance = short(event.distanceId);
  return { line, distance, race: `${distance}.${event.heat.round}.${event.heat.number}`, entry: short(raceId) };
}

function shownLap(event: Event, line: number): ShownLap[] {
  const { lap, timeDifference, raceId } = event;
  if (lap === null) return [];
  return [
    {
      kind: 'lap',
      ...place(event, line, raceId),
      point: String(lap.passedLength),
      index: lap.index,
      timeUs: lap.time / ticksPerUs,
      lapUs: lap.lapTime / ticksPerUs,
      rank: lap.ranking,
      diffUs: timeDifference === null ? undefined : timeDifference / ticksPerUs,
    },
  ];
}

function committed(event: Event, line: number): Committed[] {
  return event.races.map(({ race, laps }: Event) => ({
    kind: 'result' as const,
    ...place(event, line, race.id),
    timeUs: race.time === null ? undefined : race.time.time / ticksPerUs,
    isPersonalBest: race.time !== null && (race.time.timeInfo & personalBest) !== 0,
    reason: race.result?.timeInvalidReason ?? undefined,
    laps: race.laps
      .concat(race.laps.length === 0 ? laps : [])
      .filter(({ flags }: Event) => (flags & present) !== 0 && (flags & deleted) === 0)
      .map(({ time }: Event) => time / ticksPerUs)
      .sort((a: number, b: number) => a - b),
  }));
}

/** What one line of the stream published. */
export function publishedBy(text: string, line: number): readonly (ShownLap | Committed)[] {
  const event: Event = JSON.parse(text);
  if (event.typeName === 'LastPresentedRaceLapChangedEvent') return shownLap(event, line);
  if (event.typeName === 'HeatCommittedEvent') return committed(event, line);
  return [];
}
