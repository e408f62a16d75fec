// The states of topics `meet/<id>` and `event/<id>`: the programme with what is on, and the standings.
import { z } from 'zod';
import { cupPointsSchema, raceStatusSchema } from './board.ts';
import { idSchema, instantUsSchema } from './words.ts';

const ordinal = z.int().min(1);

const programmeRaceSchema = z.strictObject({
  order: ordinal,
  name: z.string(),
  event: idSchema,
  round: z.string().optional(),
  number: ordinal.optional(),
  scheduledAt: instantUsSchema.optional(),
  /** By how much the programme is late. */
  expectedAt: instantUsSchema.optional(),
  status: raceStatusSchema,
});

/** What is on: `race` is what a screen that follows the meet shows. */
const nowSchema = z.strictObject({
  race: idSchema.optional(),
  onIce: z.array(idSchema),
  next: idSchema.optional(),
  lastResult: idSchema.optional(),
  /** Called up: armed, not started. */
  called: idSchema.optional(),
  /** `race` is what the operator chose, not what is on. */
  chosen: z.literal(true).optional(),
  delayUs: z.int().optional(),
});
export type Now = z.infer<typeof nowSchema>;

export const meetStateSchema = z.strictObject({
  meet: z.strictObject({
    id: idSchema,
    name: z.string(),
    venue: z.string(),
    country: z.string().optional(),
    timeZone: z.string(),
    from: z.string(),
    to: z.string(),
    version: ordinal,
  }),
  events: z.record(z.string(), z.strictObject({ order: ordinal, name: z.string(), kind: z.string() })),
  races: z.record(z.string(), programmeRaceSchema),
  selections: z.record(z.string(), z.strictObject({ order: ordinal, name: z.string() })).optional(),
  now: nowSchema,
  /** Ice, warm-up, ceremonies and breaks; `order` among the races of the programme by when they are expected. */
  timetable: z
    .record(
      z.string(),
      z.strictObject({
        order: ordinal,
        kind: z.string(),
        name: z.string().optional(),
        at: instantUsSchema,
        expectedAt: instantUsSchema.optional(),
        durationUs: z.int().nonnegative().optional(),
      }),
    )
    .optional(),
});
export type MeetState = z.infer<typeof meetStateSchema>;

/** One result that a standing is made of: of a run, or of a distance of a combined event. */
const partSchema = z.strictObject({
  order: ordinal,
  race: idSchema.optional(),
  rank: ordinal.optional(),
  timeUs: z.int().optional(),
  status: z.string().optional(),
  /** L10: thousandths of a point. */
  samalog: z.int().nonnegative().optional(),
  /** This is the one that counts. */
  counts: z.literal(true).optional(),
});

const standingSchema = z.strictObject({
  order: ordinal,
  rank: ordinal.optional(),
  /** Of the result that counts, or the newest one. */
  race: idSchema,
  entry: idSchema,
  athlete: idSchema.optional(),
  bib: z.string().optional(),
  name: z.string(),
  nation: z.string().optional(),
  club: z.string().optional(),
  laps: z.int().nonnegative().optional(),
  points: z.int().nonnegative().optional(),
  timeUs: z.int().optional(),
  /** T5: difference of the truncated times. */
  behindUs: z.int().optional(),
  /** T4: print the thousandth. */
  thousandth: z.literal(true).optional(),
  status: z.string().optional(),
  code: z.string().optional(),
  /** The round reached, where the event has rounds. */
  round: z.string().optional(),
  /** Q, q, QA, QB, ADV, PB, TR, … of the result that counts. */
  marks: z.record(z.string(), z.literal(true)).optional(),
  cup: cupPointsSchema.optional(),
  /** L10: thousandths of a point, over the distances skated so far. */
  samalog: z.int().nonnegative().optional(),
  /** By run ("1") or by event of a combined one. */
  parts: z.record(z.string(), partSchema).optional(),
  /** Final, or still racing. */
  provisional: z.literal(true).optional(),
});
export type Standing = z.infer<typeof standingSchema>;

export const eventStateSchema = z.strictObject({
  event: z.strictObject({
    id: idSchema,
    name: z.string(),
    kind: z.string(),
    meet: idSchema,
    distance: z.number().optional(),
    /** T1: printed digits of a time, 2 unless told. */
    digits: z.literal(3).optional(),
    /** Every race of it is official. */
    official: z.literal(true).optional(),
  }),
  /** By `<race>:<entry>`, of the first race somebody is in, whichever result counts; of a combined event by athlete. */
  standings: z.record(z.string(), standingSchema),
});
export type EventState = z.infer<typeof eventStateSchema>;
