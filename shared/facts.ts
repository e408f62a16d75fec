// The facts: one thing that happened (a reading) or was decided, as producers send it and as the journal keeps it.
import { z } from 'zod';
import { entryChangesSchema, type MeetVersion } from './meet.ts';
import {
  durationUsSchema,
  finishOrderSchema,
  idSchema,
  instantUsSchema,
  noteSchema,
  ordinalSchema,
  spanUsSchema,
  textSchema,
  transponderSchema,
} from './words.ts';

/** How a passing was seen, in the order in which rule P1 believes it. */
export const howSchema = z.enum(['photo', 'optical', 'transponder', 'manual']);
export type How = z.infer<typeof howSchema>;

const reading = {
  id: idSchema,
  /** The instant on the clock of `source`. */
  at: instantUsSchema,
  /** The device or person the reading came from; one source has one clock. */
  source: idSchema,
  race: idSchema.optional(),
};

const decision = {
  id: idSchema,
  /** Ignored when sent: the journal dates every decision itself, strictly rising. */
  at: instantUsSchema.optional(),
  source: idSchema.optional(),
  /** The newest `seq` seen on what this decision touches; a newer one there answers 409. */
  after: z.int().nonnegative().optional(),
};
const ofRace = { ...decision, race: idSchema };
const ofMeet = { ...decision, meet: idSchema };
const ofTarget = { ...decision, race: idSchema.optional(), target: idSchema };

const startSchema = z.strictObject({ ...reading, kind: z.literal('start'), group: idSchema.optional() });

const passingSchema = z.strictObject({
  ...reading,
  kind: z.literal('passing'),
  loop: idSchema,
  transponder: transponderSchema.optional(),
  entry: idSchema.optional(),
  lane: idSchema.optional(),
  how: howSchema,
  /** Time since the gun as the device itself measured it. */
  elapsedUs: durationUsSchema.optional(),
  /** The device's own number of this passing; a hole is a missed one. */
  seq: z.int().nonnegative().optional(),
  /** Metres a second. */
  speed: z.number().nonnegative().max(100).optional(),
  strength: z.int().optional(),
  hits: z.int().optional(),
  /** What the device sent, for later questions. */
  raw: z.string().max(2000).optional(),
});

/** ADA and ADB: advanced to final A or B (S4). */
export const rulingStatusSchema = z.enum([
  'ok',
  'DNS',
  'DNF',
  'DQ',
  'WDR',
  'PEN',
  'YC',
  'RC',
  'ADV',
  'ADA',
  'ADB',
  'lapped',
]);
export type RulingStatus = z.infer<typeof rulingStatusSchema>;

const rulingSchema = z.strictObject({
  ...ofRace,
  kind: z.literal('ruling'),
  entry: idSchema,
  status: rulingStatusSchema,
  /** The rule broken, as on the sheet: T25. */
  code: textSchema.optional(),
  note: noteSchema.optional(),
  /** Typed, but shown nowhere until announced. */
  held: z.boolean().optional(),
});

const decisionSchemas = [
  /** The clock of source `of` is `offsetUs` ahead of the race's clock, that of its `start`. */
  z.strictObject({
    ...decision,
    kind: z.literal('sync'),
    race: idSchema.optional(),
    of: idSchema,
    offsetUs: spanUsSchema,
  }),
  z.strictObject({ ...ofRace, kind: z.literal('arm'), fromUs: instantUsSchema.optional() }),
  z.strictObject({ ...ofRace, kind: z.literal('close'), toUs: instantUsSchema.optional() }),
  z.strictObject({
    ...ofRace,
    kind: z.literal('clear'),
    /** Starts and readings up to this instant count no more; the decision's own instant unless told. */
    upTo: instantUsSchema.optional(),
    reason: z.enum(['falseStart', 'fall', 'stopped', 'test']),
  }),
  z.strictObject({ ...ofRace, kind: z.literal('falseStart'), entry: idSchema }),
  z.strictObject({ ...ofTarget, kind: z.literal('retract') }),
  z.strictObject({ ...ofTarget, kind: z.literal('restore') }),
  z.strictObject({
    ...ofTarget,
    kind: z.literal('amend'),
    toAt: instantUsSchema.optional(),
    toEntry: idSchema.optional(),
  }),
  z.strictObject({ ...ofTarget, kind: z.literal('present') }),
  z.strictObject({ ...ofTarget, kind: z.literal('announce') }),
  z.strictObject({
    ...decision,
    kind: z.literal('assign'),
    race: idSchema.optional(),
    transponder: transponderSchema,
    entry: idSchema,
    member: idSchema.optional(),
  }),
  z.strictObject({ ...ofRace, kind: z.literal('entry'), entry: idSchema, ...entryChangesSchema.shape }),
  z.strictObject({ ...ofRace, kind: z.literal('sprint'), sprint: ordinalSchema, order: finishOrderSchema }),
  z.strictObject({ ...ofRace, kind: z.literal('finish'), order: finishOrderSchema }),
  z.strictObject({
    ...ofRace,
    kind: z.literal('handtime'),
    entry: idSchema,
    watches: z.array(durationUsSchema).min(1).max(3),
  }),
  rulingSchema,
  z.strictObject({
    ...ofRace,
    kind: z.literal('length'),
    laps: ordinalSchema,
    /** False where the laps were miscounted on the ice: the order stands, the times do not count (S10). */
    timesValid: z.boolean().optional(),
  }),
  z.strictObject({ ...ofRace, kind: z.literal('bell'), lap: ordinalSchema }),
  /** L1: from the gun to the first move, as the start device measured it; negative before the gun. */
  z.strictObject({ ...ofRace, kind: z.literal('reaction'), entry: idSchema, reactionUs: spanUsSchema }),
  z.strictObject({ ...ofRace, kind: z.literal('official'), signer: textSchema }),
  z.strictObject({ ...ofRace, kind: z.literal('reopen'), signer: textSchema.optional() }),
  z.strictObject({
    ...ofRace,
    kind: z.literal('conditions'),
    when: z.enum(['start', 'end']),
    /** Tenths of a degree Celsius. */
    airDeciC: z.int().optional(),
    iceDeciC: z.int().optional(),
    humidityPercent: z.int().min(0).max(100).optional(),
  }),
  z.strictObject({
    ...ofRace,
    kind: z.literal('officials'),
    referee: textSchema.optional(),
    starter: textSchema.optional(),
  }),
  z.strictObject({
    ...ofRace,
    kind: z.literal('protest'),
    by: textSchema,
    about: noteSchema,
    untilUs: instantUsSchema.optional(),
    state: z.enum(['open', 'upheld', 'rejected', 'withdrawn']).optional(),
  }),
  /** What everybody who follows the meet is shown, whatever is on, and by how much the programme is late; each holds until said anew. */
  z.strictObject({
    ...ofMeet,
    kind: z.literal('programme'),
    show: idSchema.optional(),
    /** Follow the races again. */
    auto: z.literal(true).optional(),
    delayUs: spanUsSchema.optional(),
  }),
  /** Q1: the federation gives a designated slot of a selection to an athlete, or to nobody. */
  z.strictObject({
    ...ofMeet,
    kind: z.literal('designate'),
    selection: idSchema,
    slot: ordinalSchema,
    athlete: idSchema.optional(),
  }),
] as const;

/** One fact as a producer sends it. */
export const factDraftSchema = z.discriminatedUnion('kind', [startSchema, passingSchema, ...decisionSchemas]);
/** What is decided about a whole meet never has a race. */
export type FactDraft = z.infer<typeof factDraftSchema> & { race?: string | undefined };
export type FactKind = FactDraft['kind'];

/** What the journal adds: its number, when it was accepted, and the name of the token that sent it. */
export interface Stamp {
  readonly seq: number;
  readonly at: number;
  readonly acceptedUs: number;
  readonly by: string;
  /** The `seq` a passing came with, the device's own number: the journal's takes its place. */
  readonly deviceSeq?: number;
  /** The `by` a protest came with, whose it is: the token's name takes its place. */
  readonly protester?: string;
}

/** A journaled fact; `FactOf<'ruling'>` narrows to one kind. */
export type Fact = FactDraft & Stamp;
export type FactOf<K extends FactKind> = Extract<FactDraft, { kind: K }> & Stamp;

/** One line of the journal: facts and meet versions share one sequence. */
export type JournalRecord = Fact | MeetVersion;

/** True for what happened (start, passing); everything else was decided. */
export function isReading<F extends { kind: FactKind }>(fact: F): fact is Extract<F, { kind: 'start' | 'passing' }> {
  return fact.kind === 'start' || fact.kind === 'passing';
}
