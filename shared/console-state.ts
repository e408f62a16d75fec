// The state of topic `console/<race>`: what the people who run a race see of it and nobody else: every reading, every
// decision, held ones too, and the readings that fit no race.
import { z } from 'zod';
import { howSchema } from './facts.ts';
import { idSchema, instantUsSchema } from './words.ts';

const seq = z.int().min(1);

const readingSchema = z.strictObject({
  seq,
  /** On the clock of its source, after amendments. */
  at: instantUsSchema,
  source: idSchema,
  /** A gun has none. */
  how: howSchema.optional(),
  loop: idSchema.optional(),
  transponder: z.string().optional(),
  lane: z.string().optional(),
  group: z.string().optional(),
  /** Whose it is, by name, by what is worn, or by the lane. */
  entry: idSchema.optional(),
  /** The point of the course whose time it is. */
  point: z.string().optional(),
  /** `presented`: shown; `kept`: another of the same crossing is, or it counts nowhere; `unknown`: nobody wears it. */
  state: z.enum(['presented', 'kept', 'unknown', 'retracted']),
  amended: z.literal(true).optional(),
});
export type ConsoleReading = z.infer<typeof readingSchema>;

const decisionSchema = z.strictObject({
  seq,
  at: instantUsSchema,
  by: z.string(),
  /** As it was sent, without id. */
  fact: z.record(z.string(), z.unknown()),
  retracted: z.literal(true).optional(),
  /** O2: not announced yet. */
  held: z.literal(true).optional(),
});
export type ConsoleDecision = z.infer<typeof decisionSchema>;

const unboundSchema = z.strictObject({
  seq,
  at: instantUsSchema,
  source: idSchema,
  how: howSchema.optional(),
  loop: idSchema.optional(),
  transponder: z.string().optional(),
  lane: z.string().optional(),
  why: z.enum(['unknown-transponder', 'no-window']),
});

export const consoleStateSchema = z.strictObject({
  race: idSchema,
  /** Of the newest fact of the race, or decision about its meet: what a decision says in `after`. */
  seq: z.int().nonnegative(),
  /** By id, the newest {@link consoleReadings}. */
  readings: z.record(z.string(), readingSchema),
  /** By id, the newest {@link consoleDecisions}. */
  decisions: z.record(z.string(), decisionSchema),
  /** By id, the newest {@link consoleUnbound} of the whole hall. */
  unbound: z.record(z.string(), unboundSchema),
  /** P5: transponders read in this race that nobody known wears. */
  unknown: z.array(z.string()),
});
export type ConsoleState = z.infer<typeof consoleStateSchema>;

/** What a console shows at most; older ones are in the journal, and can be corrected by id. */
export const consoleReadings = 800;
export const consoleDecisions = 400;
export const consoleUnbound = 50;
