// A printed heat as a meet and as the facts that a rink would send for it: laps are skated as printed, the finish to its thousandth.
import type { FactDraft } from '../../shared/facts.ts';
import { type Meet, meetSchema } from '../../shared/meet.ts';
import type { Heat, HeatLine } from './short-track-heats.ts';

const gunUs = 1_790_000_000_000_000;

/** Heats of one round, or one alone, as races of one event; `round` goes into its list of rounds. */
export function meetOfHeats(all: readonly Heat[], event: Record<string, unknown> = {}): Meet {
  return meetSchema.parse({
    id: 'golden-meet',
    name: 'Golden',
    venue: 'Rink',
    dates: { from: '2013-01-18', to: '2013-01-20' },
    timeZone: 'UTC',
    events: [
      { id: 'm500', name: '500 m Men', kind: 'shortTrack', distance: 500, track: { lapMetres: 111.12 }, ...event },
    ],
    races: all.map((heat, index) => ({
      id: `heat-${index + 1}`,
      event: 'm500',
      round: heat.round,
      name: heat.title,
      entries: heat.lines
        .toSorted((a, b) => a.start - b.start)
        .map(({ entry, bib, name, nation, start }) => ({ id: entry, bib, name, nation, helmet: String(start) })),
    })),
  });
}

/** Instants since the gun at which a line was over the line, as far as its laps are printed; the finish to the thousandth. */
export function crossedAt({ crossings, timeUs }: HeatLine): number[] {
  const instants: number[] = [];
  let sumUs = 0;
  for (const { lapUs } of crossings) {
    if (lapUs === undefined) break;
    sumUs += lapUs;
    instants.push(sumUs);
  }
  const isWhole = timeUs !== undefined && instants.length === crossings.length;
  return isWhole ? [...instants.slice(0, -1), timeUs] : instants;
}

/** The facts of a heat that is skated `afterUs` later than the first; the referee ends it where somebody was left on the ice. */
export function factsOfHeat({ lines }: Heat, race = 'heat-1', afterUs = 0): FactDraft[] {
  const source = 'timing';
  const at = gunUs + afterUs;
  const passings = lines.flatMap((line) =>
    crossedAt(line).map((elapsedUs, index): FactDraft => {
      const id = `${race}.${line.entry}.${index + 1}`;
      const how = 'transponder' as const;
      return { id, kind: 'passing', race, source, at: at + elapsedUs, loop: 'finish', how, entry: line.entry };
    }),
  );
  const rulings = lines.flatMap(({ entry, status, mark }): FactDraft[] => {
    const said = status ?? (mark === 'ADV' || mark === 'ADA' || mark === 'ADB' ? mark : undefined);
    return said === undefined
      ? []
      : [{ id: `${race}.${entry}.ruling`, kind: 'ruling', race, source, entry, status: said }];
  });
  const isCutShort = lines.some(({ place, timeUs }) => place !== undefined && timeUs === undefined);
  return [
    { id: `${race}.start`, kind: 'start', race, source, at },
    ...passings.sort((a, b) => (a.at ?? 0) - (b.at ?? 0)),
    ...rulings,
    ...(isCutShort ? [{ id: `${race}.close`, kind: 'close' as const, race, source, toUs: at + 200_000_000 }] : []),
  ];
}
