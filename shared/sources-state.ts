// The state of topic `sources`: everybody and everything that ever sent a fact, and when last.
import { z } from 'zod';
import { instantUsSchema } from './words.ts';

const sourceSchema = z.strictObject({
  /** Whose token sent its newest fact. */
  by: z.string(),
  facts: z.int().min(1),
  /** When its newest fact was accepted, on the server's clock. */
  acceptedUs: instantUsSchema,
  /** The same of its newest reading, and how much later than it happened by the device's clock that was. */
  readingUs: instantUsSchema.optional(),
  lagUs: z.int().optional(),
  /** P3: numbers of passings that never came, the newest {@link sourceMissing}. */
  missing: z.array(z.int().nonnegative()),
});
export type SourceState = z.infer<typeof sourceSchema>;

export const sourcesStateSchema = z.strictObject({ sources: z.record(z.string(), sourceSchema) });
export type SourcesState = z.infer<typeof sourcesStateSchema>;

export const sourceMissing = 20;
