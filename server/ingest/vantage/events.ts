// What we read of a Vantage event: only the fields we use, everything else passes unread. The format is that of
// emando/vantage-events. Knows shapes, not what they mean.
import { z } from 'zod';

const idSchema = z.guid();
const text = z.string().nullish();
const ticks = z.int();

/** How a reading was made. */
const sourceSchema = z.object({ how: z.string(), applianceName: text, applianceInstanceName: text });

const distanceSchema = z.object({
  id: idSchema,
  name: z.string(),
  discipline: z.string(),
  value: z.number().positive(),
  /** 0: metres, 1: rounds. */
  valueQuantity: z.int(),
  trackLength: z.number().positive(),
  referee1: text,
  starter: text,
});
export type Distance = z.infer<typeof distanceSchema>;

const competitionSchema = z.object({
  id: idSchema,
  name: z.string().min(1),
  starts: z.string(),
  ends: text,
  timeZone: text,
  venue: z.object({ name: text, address: z.object({ city: text, countryCode: text }).nullish() }).nullish(),
  distances: z.array(z.unknown()).nullish(),
});
export type Competition = z.infer<typeof competitionSchema>;

const competitorSchema = z.object({
  fullName: text,
  shortName: text,
  startNumber: z.int().nullish(),
  nationalityCode: text,
  clubCountryCode: text,
  clubFullName: text,
  personId: z.guid().nullish(),
});

const lapSchema = z.object({
  flags: z.int(),
  presentationSource: sourceSchema,
  time: ticks,
  when: z.string(),
});
export type Lap = z.infer<typeof lapSchema>;

const passingSchema = lapSchema.extend({ where: z.int().nullish(), speed: z.number().nullish() });
export type VantagePassing = z.infer<typeof passingSchema>;

/** One competitor in a heat; Vantage calls it a race. */
const starterSchema = z.object({
  race: z.object({
    id: idSchema,
    lane: z.int().nullish(),
    color: z.int().nullish(),
    competitor: competitorSchema.nullish(),
    transponders: z.array(z.object({ code: z.union([z.int(), z.string()]) })).nullish(),
    personalBest: ticks.nullish(),
    seasonBest: ticks.nullish(),
    result: z.object({ timeInvalidReason: z.int().nullish() }).nullish(),
  }),
  laps: z.array(z.unknown()).nullish(),
});
export type Starter = z.infer<typeof starterSchema>;

const heat = {
  competitionId: idSchema,
  distanceId: idSchema,
  heat: z.object({ round: z.int(), number: z.int() }),
};
const heatSchema = z.object(heat);
export type HeatEvent = z.infer<typeof heatSchema>;

const heatStartersSchema = z.object({ ...heat, races: z.array(starterSchema) });
export type HeatStarters = z.infer<typeof heatStartersSchema>;

const lapEventSchema = z.object({ ...heat, raceId: idSchema, lap: lapSchema, oldTime: ticks.nullish() });

const passingEventSchema = z.object({ ...heat, raceId: idSchema, passing: passingSchema });

const heatStartedSchema = z.object({ ...heat, started: z.string() });

/** The events that say something the boards need, by their `typeName`. */
export const eventSchemas = {
  CompetitionActivatedEvent: z.object({ competition: competitionSchema }),
  DistanceActivatedEvent: z.object({ competitionId: idSchema, distance: distanceSchema }),
  HeatActivatedEvent: heatStartersSchema,
  HeatStartedEvent: heatStartedSchema,
  HeatClearedEvent: heatSchema,
  RacePassingAddedEvent: passingEventSchema,
  /** As the README of the format calls it. */
  RaceLapPassingAddedEvent: passingEventSchema,
  RaceLapAddedEvent: lapEventSchema,
  RaceLapUpdatedEvent: lapEventSchema,
  HeatCommittedEvent: heatStartersSchema,
  HeatDeactivatedEvent: heatSchema,
} as const;
export type EventName = keyof typeof eventSchemas;

/** What follows from other events, or what no board shows. */
export const unneededEvents: ReadonlySet<string> = new Set([
  'CompetitionDeactivatedEvent',
  'DistanceDeactivatedEvent',
  'LastRaceSpeedChangedEvent',
  'LastPresentedRaceLapChangedEvent',
  'RaceNextLapIndexChangedEvent',
  'HeatNextLapIndexChangedEvent',
  'LapIndexPointsChangedEvent',
]);

/** Those of a list that have the shape of a lap; a recovered heat may carry others. */
export function lapsIn(list: readonly unknown[] | null | undefined): Lap[] {
  return (list ?? []).flatMap((item) => {
    const lap = lapSchema.safeParse(item);
    return lap.success ? [lap.data] : [];
  });
}

/** Those of a competition's distances that have the shape of one. */
export function distancesIn({ distances }: Competition): Distance[] {
  return (distances ?? []).flatMap((item) => {
    const distance = distanceSchema.safeParse(item);
    return distance.success ? [distance.data] : [];
  });
}
