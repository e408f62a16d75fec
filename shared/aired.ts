// What was aired and is not so any more, and who shows what: for the people at the outputs, the commentator and the desk.
import { z } from 'zod';
import { saysSchema } from './board.ts';
import { graphicSchema } from './on-air.ts';
import { shownSchema } from './screen.ts';
import { idSchema, instantUsSchema } from './words.ts';

export const figureSchema = z.union([z.number(), z.string()]);
export type Figure = z.infer<typeof figureSchema>;

const changedSchema = z.strictObject({
  order: z.int().min(1),
  name: z.string(),
  nation: z.string().optional(),
  /**
   * `rank`, `time` (µs, as printed), `points`, `status`, `name`, `nation`, `club`, `bib`, `members`, `split.<metres>`,
   * `splitRank.<metres>`, `diff.<metres>` (µs), `sprint.<number>`, `mark.<mark>`; of the race itself `name`, `laps`, `clock` (µs).
   */
  fields: z.record(z.string(), z.strictObject({ before: figureSchema.optional(), after: figureSchema.optional() })),
});
export type Changed = z.infer<typeof changedSchema>;

export const airedAlertSchema = z.strictObject({
  /** When it was found. */
  at: instantUsSchema,
  output: idSchema,
  graphic: graphicSchema,
  race: idSchema,
  raceName: z.string(),
  /** T1: printed digits of a time, 2 unless told. */
  digits: z.literal(3).optional(),
  /** When it was last seen as it was before. */
  airedUs: instantUsSchema,
  /** By entry, whom the cause is about first. */
  changes: z.record(z.string(), changedSchema),
  cause: saysSchema,
  /** Whom the cause is about, by name. */
  about: z.array(z.string()),
  /** A caption that tells it was taken. */
  captioned: z.literal(true).optional(),
});
export type AiredAlert = z.infer<typeof airedAlertSchema>;

/** The state of topic `aired`: corrections of what was aired in the last ten minutes, by output, graphic and race. */
export const airedStateSchema = z.strictObject({ alerts: z.record(z.string(), airedAlertSchema) });
export type AiredState = z.infer<typeof airedStateSchema>;

/** The state of topic `outputs`: every output that was told something or is connected. */
export const outputsStateSchema = z.strictObject({
  outputs: z.record(
    z.string(),
    z.strictObject({
      /** What is on air on it. */
      graphics: z.array(graphicSchema),
      /** How many browsers show it. */
      connected: z.int().nonnegative(),
      /** When it was last connected, on the server's clock. */
      seenUs: instantUsSchema.optional(),
      /** By topic it follows. */
      shows: z.record(z.string(), shownSchema),
    }),
  ),
});
export type OutputsState = z.infer<typeof outputsStateSchema>;
