// The messages of the live socket, one union a direction. The socket only reads: writing is `POST /api/v1/facts`.
import { z } from 'zod';
import { maxDelayMs } from './protocol.ts';
import { idSchema, instantUsSchema } from './words.ts';

/** `race/<id>`, `meet/<id>`, `event/<id>`, `selection/<meet>`, … */
export const topicSchema = z
  .string()
  .regex(/^[a-z]{1,16}(\/[A-Za-z0-9][A-Za-z0-9._:-]{0,63})?$/, 'must be like race/<id>');

const version = z.int().nonnegative();
const epoch = z.string().min(1).max(100);

/** Client to server. Unknown fields are ignored, so a newer client can talk to an older server. */
export const clientMessageSchema = z.discriminatedUnion('t', [
  /** With `epoch` and `version` of the state it holds, a client is brought forward by a patch where possible. */
  z.object({
    t: z.literal('sub'),
    topic: topicSchema,
    epoch: epoch.optional(),
    version: version.optional(),
    /** Whole seconds, to 120: the same board, later. */
    delayMs: z.int().min(0).max(maxDelayMs).multipleOf(1000).optional(),
    maxHz: z.union([z.literal(25), z.literal(10), z.literal(5), z.literal(2), z.literal(1)]).optional(),
  }),
  z.object({ t: z.literal('unsub'), topic: topicSchema }),
  z.object({ t: z.literal('auth'), token: z.string().min(1).max(200) }),
  z.object({ t: z.literal('ack'), topic: topicSchema, version }),
  /** `at` is the client's own clock, in any unit; it comes back as it was. */
  z.object({ t: z.literal('ping'), at: z.number() }),
]);
export type ClientMessage = z.infer<typeof clientMessageSchema>;

const stateSchema = z.record(z.string(), z.unknown());

const snapSchema = z.object({
  t: z.literal('snap'),
  topic: topicSchema,
  epoch,
  version,
  at: instantUsSchema,
  state: stateSchema,
});
export type SnapMessage = z.infer<typeof snapSchema>;

/** An RFC 7396 merge patch; applies only to exactly `base` of the same epoch. */
const patchSchema = z.object({
  t: z.literal('patch'),
  topic: topicSchema,
  epoch,
  base: version,
  version,
  at: instantUsSchema,
  patch: stateSchema,
});
export type PatchMessage = z.infer<typeof patchSchema>;

/** A line of a tape: the frames that carry state. */
export const tapeFrameSchema = z.discriminatedUnion('t', [snapSchema, patchSchema]);

/** Server to client. Clients ignore a `t` they do not know. */
export const serverMessageSchema = z.discriminatedUnion('t', [
  snapSchema,
  patchSchema,
  z.object({ t: z.literal('beat'), topic: topicSchema, epoch, version, at: instantUsSchema }),
  z.object({ t: z.literal('pong'), at: z.number(), serverUs: instantUsSchema }),
  z.object({ t: z.literal('error'), code: idSchema, says: z.string(), topic: topicSchema.optional() }),
  z.object({ t: z.literal('bye'), retryMs: z.int().nonnegative(), to: z.string().optional() }),
]);
export type ServerMessage = z.infer<typeof serverMessageSchema>;
