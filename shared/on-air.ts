// What is on air: by output, the graphics that were taken and how. Settings are no facts; boards stay the truth of what they show.
import { z } from 'zod';
import { idSchema, instantUsSchema } from './words.ts';

export const graphicSchema = z.enum([
  'clock',
  'tower',
  'pair',
  'group',
  'sprint',
  'athlete',
  'result',
  'needs',
  'correction',
]);
export type Graphic = z.infer<typeof graphicSchema>;

/** A place of the picture: one graphic at a time. */
const slotSchema = z.enum(['clock', 'side', 'low', 'right', 'full', 'caption']);
export type Slot = z.infer<typeof slotSchema>;

/** B4: where each graphic stands. */
export const slotOf: Readonly<Record<Graphic, Slot>> = {
  clock: 'clock',
  tower: 'side',
  pair: 'low',
  athlete: 'low',
  group: 'right',
  sprint: 'right',
  needs: 'right',
  result: 'full',
  correction: 'caption',
};

/** Keys of an alert and of what it is about: ids joined by `|`. */
const keySchema = z.string().min(1).max(200);

export const takeSchema = z.strictObject({
  graphic: graphicSchema,
  /** Whatever is on where absent. */
  race: idSchema.optional(),
  /** Whom a lower third names. */
  entry: idSchema.optional(),
  /** Which sprint; the one that matters now where absent. */
  sprint: idSchema.optional(),
  /** B6: shown as it was at that version of its topic, whatever comes. */
  latched: z.strictObject({ version: z.int().nonnegative(), data: z.record(z.string(), z.unknown()) }).optional(),
  /** The alert a correction caption answers. */
  alert: keySchema.optional(),
});
export type Take = z.infer<typeof takeSchema>;

const takenSchema = takeSchema.extend({ takenUs: instantUsSchema });
export type Taken = z.infer<typeof takenSchema>;

/** The state of topic `air/<output>`. */
export const onAirStateSchema = z.strictObject({
  output: idSchema,
  graphics: z.partialRecord(slotSchema, takenSchema),
});
export type OnAirState = z.infer<typeof onAirStateSchema>;

/** What an operator does: takes a graphic, or takes one out, or all. */
export const onAirActionSchema = z.union([
  z.strictObject({ take: takeSchema }),
  z.strictObject({ out: graphicSchema.or(z.literal('all')) }),
]);
export type OnAirAction = z.infer<typeof onAirActionSchema>;
