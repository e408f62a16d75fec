// Named screens: what each is told to show, and what the people who run the hall see of them all. Settings are no facts.
import { z } from 'zod';
import { maxDelayMs } from './protocol.ts';
import { idSchema, instantUsSchema } from './words.ts';

/** What a screen shows: whatever is on by itself, or one picture until told otherwise. */
const screenViewSchema = z.enum([
  'auto',
  'startList',
  'race',
  'result',
  'standings',
  'selection',
  'programme',
  'break',
  'sponsors',
  'lapcounter',
  'blank',
]);

export const themeSchema = z.enum(['dark', 'light', 'stadium']);
export type Theme = z.infer<typeof themeSchema>;

/** Everything may be left out: the screen then follows what is on, as any other. */
export const screenSettingsSchema = z.strictObject({
  view: screenViewSchema.default('auto'),
  race: idSchema.optional(),
  event: idSchema.optional(),
  meet: idSchema.optional(),
  theme: themeSchema.default('dark'),
  /** BCP 47, where not that of the browser. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language like nl or de-CH')
    .optional(),
  delayMs: z.int().min(0).max(maxDelayMs).multipleOf(1000).default(0),
  /** Columns left out where the picture has them. */
  without: z.array(idSchema).max(20).optional(),
  /** Until revealed, names and results stay hidden. */
  hidden: z.boolean().optional(),
  /** What the operator calls it: above the stand, west. */
  place: z.string().max(80).optional(),
});
export type ScreenSettings = z.infer<typeof screenSettingsSchema>;

/** The state of topic `screen/<name>`. */
export const screenStateSchema = z.strictObject({ name: idSchema, settings: screenSettingsSchema });
export type ScreenState = z.infer<typeof screenStateSchema>;

export const shownSchema = z.strictObject({
  /** The version the screen last said it shows, and the newest there is. */
  version: z.int().nonnegative().optional(),
  newest: z.int().nonnegative(),
  /** For how long it has not shown the newest. */
  behindUs: z.int().nonnegative().optional(),
});

/** The state of topic `screens`: every screen that has settings or is connected. */
export const screensStateSchema = z.strictObject({
  screens: z.record(
    z.string(),
    z.strictObject({
      settings: screenSettingsSchema,
      /** How many browsers show it; two with one name are a mistake to be seen. */
      connected: z.int().nonnegative(),
      /** When it was last connected, on the server's clock. */
      seenUs: instantUsSchema.optional(),
      /** By topic it follows. */
      shows: z.record(z.string(), shownSchema),
    }),
  ),
});
export type ScreensState = z.infer<typeof screensStateSchema>;
