// The states of topics `meet/<id>` and `event/<id>`: the programme with what is on, and the standings.
import { z } from 'zod';
import { raceStatusSchema } from './board.ts';
import { idSchema, instantUsSchema } from './words.ts';

const ordinal = z.int().min(1);

const programmeRaceSchema = z.strictObject({
  order: ordinal,
  name: z.string(),
  event: idSchema,
  round: z.string().optional(),
  number: ordinal.optional(),
  scheduledAt: instantUsSchema.optional(),
  status: raceStatusSchema,
});

/** What is on: `race` is what a screen that follows the meet shows. */
const nowSchema = z.strictObject({
  race: idSchema.optional(),
  onIce: z.array(idSchema),
  next: idSchema.optional(),
  lastResult: idSchema.optional(),
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
  now: nowSchema,
});
export type MeetState = z.infer<typeof meetStateSchema>;

const standingSchema = z.strictObject({
  order: ordinal,
  rank: ordinal.optional(),
  race: idSchema,
  entry: idSchema,
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
  }),
  /** By `<race>:<entry>`. */
  standings: z.record(z.string(), standingSchema),
});
export type EventState = z.infer<typeof eventStateSchema>;
