// Criteria: who gets what a meet is skated for (rules Q1 to Q4), as configuration of the meet.
import { z } from 'zod';
import { cupSchema } from './event.ts';
import { durationUsSchema, idSchema, ordinalSchema, textSchema } from './words.ts';

/** Q1: a ticket for a place at a distance, or one the federation gives to whom it likes. */
const slotSchema = z.union([
  z.strictObject({ event: idSchema, place: ordinalSchema }),
  z.strictObject({ designated: z.literal(true), name: textSchema.optional(), athlete: idSchema.optional() }),
]);

const criteria = { id: idSchema, name: textSchema };

/** Q1 to Q3: slots from the top, until so many different athletes have one. */
const matrixSchema = z.strictObject({
  ...criteria,
  kind: z.literal('matrix'),
  quota: z.int().min(1).max(100),
  /** At most so many of them designated. */
  designated: z.int().min(0).max(100).optional(),
  slots: z.array(slotSchema).min(1).max(200),
});

/** The best `best` of an athlete's results count: points by rank added up, or times. */
const bestOfSchema = z.strictObject({
  ...criteria,
  kind: z.literal('bestOf'),
  quota: z.int().min(1).max(100),
  events: z.array(idSchema).min(1).max(40),
  best: z.int().min(1).max(40),
  /** Points by rank; without a table the times are added, and the lowest sum is best. */
  points: cupSchema.optional(),
});

/** A time at least as fast as the standard is a ticket; of more than the quota the fastest have one. */
const standardSchema = z.strictObject({
  ...criteria,
  kind: z.literal('standard'),
  event: idSchema,
  timeUs: durationUsSchema,
  quota: z.int().min(1).max(100).optional(),
});

export const selectionSchema = z.discriminatedUnion('kind', [matrixSchema, bestOfSchema, standardSchema]);
/** Who gets what the meet is skated for. */
export type SelectionDoc = z.infer<typeof selectionSchema>;
