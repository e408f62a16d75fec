// The state of topic `selection/<meet>`: who gets what the meet is skated for, if the results stand as they are.
import { z } from 'zod';
import { outlookSchema } from './board.ts';
import { idSchema } from './words.ts';

const ordinal = z.int().min(1);

const ticketSchema = z.strictObject({
  order: ordinal,
  /** The place at a distance, or a designated one. */
  event: idSchema.optional(),
  place: ordinal.optional(),
  designated: z.literal(true).optional(),
  name: z.string().optional(),
  /** Q4: the distance is not ridden yet, is being ridden, or is over; `none` where the walk stopped before it or nobody has the place. */
  state: z.enum(['open', 'provisional', 'filled', 'none']),
  /** Who stands there. */
  athlete: idSchema.optional(),
  athleteName: z.string().optional(),
  /** The slot gave him his ticket: he had none from above. */
  counts: z.literal(true).optional(),
  /** T5: equal to the thousandth with one who has no ticket: whose it is, the federation decides. */
  tied: z.literal(true).optional(),
  /** So many different athletes have a ticket down to here. */
  distinct: z.int().nonnegative(),
});
export type Ticket = z.infer<typeof ticketSchema>;

const candidateSchema = z.strictObject({
  order: ordinal,
  name: z.string(),
  nation: z.string().optional(),
  club: z.string().optional(),
  /** As it stands. */
  selected: z.literal(true).optional(),
  /** Not certain yet. */
  provisional: z.literal(true).optional(),
  slot: ordinal.optional(),
  rank: ordinal.optional(),
  points: z.int().nonnegative().optional(),
  timeUs: z.int().optional(),
  /** T5: equal with one on the other side of the quota: the federation decides. */
  tied: z.literal(true).optional(),
  /** Ahead of the first who is out, or behind the last who is in; at the distance that decides, or in the sum. */
  marginUs: z.int().optional(),
  marginPoints: z.int().optional(),
  forecast: outlookSchema.optional(),
});
export type Candidate = z.infer<typeof candidateSchema>;

const selectionStateSchema = z.strictObject({
  order: ordinal,
  name: z.string(),
  kind: z.enum(['matrix', 'bestOf', 'standard']),
  quota: ordinal.optional(),
  selected: z.int().nonnegative(),
  /** By number of the slot; of a matrix only. */
  slots: z.record(z.string(), ticketSchema).optional(),
  /** By athlete. */
  candidates: z.record(z.string(), candidateSchema),
  /** Who would drop out for whom since the distance that is on began. */
  moves: z.array(z.strictObject({ in: idSchema.optional(), out: idSchema.optional() })).optional(),
  provisional: z.literal(true).optional(),
});
export type SelectionState = z.infer<typeof selectionStateSchema>;

/** Topic `selection/<meet>`: who gets what the meet is skated for, if this result stands. */
export const selectionsStateSchema = z.strictObject({
  meet: idSchema,
  selections: z.record(z.string(), selectionStateSchema),
});
export type SelectionsState = z.infer<typeof selectionsStateSchema>;
