// The meet document: what is known before anybody skates. One document, versioned, replaced whole.
import { z } from 'zod';
import { combinedSchema, racedEventSchema } from './event.ts';
import { checkReferences } from './meet-references.ts';
import { selectionSchema } from './selection.ts';
import {
  durationUsSchema,
  idSchema,
  instantUsSchema,
  nationSchema,
  noteSchema,
  ordinalSchema,
  textSchema,
  transponderSchema,
} from './words.ts';

const athleteSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  nation: nationSchema.optional(),
  club: textSchema.optional(),
  /** T6: may set junior records. */
  junior: z.boolean().optional(),
  /** What a commentator should know. */
  note: noteSchema.optional(),
});
export type Athlete = z.infer<typeof athleteSchema>;

/** What is on the programme besides races. */
const timetableItemSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['ice', 'warmUp', 'ceremony', 'break', 'other']),
  name: textSchema.optional(),
  at: instantUsSchema,
  durationUs: durationUsSchema.optional(),
});

/** One skater of a team. */
const memberSchema = z.strictObject({
  id: idSchema,
  athlete: idSchema.optional(),
  name: textSchema.optional(),
  transponders: z.array(transponderSchema).max(8).optional(),
});

/** A name is the athlete's unless the entry carries its own. */
const entryFields = {
  athlete: idSchema.optional(),
  name: textSchema.optional(),
  nation: nationSchema.optional(),
  club: textSchema.optional(),
  /** As printed: "07" is not "7". */
  bib: z.string().min(1).max(8).optional(),
  lane: idSchema.optional(),
  helmet: z.string().min(1).max(8).optional(),
  armband: z.enum(['white', 'red', 'yellow', 'blue']).optional(),
  /** Of a team's skaters too, where nobody knows who of them wears which. */
  transponders: z.array(transponderSchema).max(16).optional(),
  members: z.array(memberSchema).max(8).optional(),
  pbUs: durationUsSchema.optional(),
  sbUs: durationUsSchema.optional(),
  /** L8: the start group of a quartet; the gun of that group is theirs. */
  startGroup: idSchema.optional(),
  /** M10: what is printed in brackets behind the World Cup points. */
  cupMark: z.string().min(1).max(4).optional(),
};

const entrySchema = z
  .strictObject({ id: idSchema, ...entryFields })
  .refine((entry) => entry.athlete !== undefined || entry.name !== undefined, 'needs an athlete or a name');
export type EntryDoc = z.infer<typeof entrySchema>;

/** An entry as it stands on the day, `entry` facts included. */
export type Starter = EntryDoc & { readonly scratched?: boolean };

/** The fields of an `entry` fact: what changes on the day. */
export const entryChangesSchema = z.strictObject({
  ...entryFields,
  /** Will not start after all; false takes that back. */
  scratched: z.boolean().optional(),
  /** Not on the start list before: this fact puts it there. */
  added: z.boolean().optional(),
});

const raceSchema = z.strictObject({
  id: idSchema,
  event: idSchema,
  name: textSchema,
  /** Where the event has rounds, one of them. */
  round: textSchema.optional(),
  /** L4: which run of its event, from 1. */
  run: ordinalSchema.optional(),
  number: ordinalSchema.optional(),
  scheduledAt: instantUsSchema.optional(),
  cancelled: z.boolean().optional(),
  /** A replay that runs faster than the ice: screens turn the running clock this many times faster. */
  clockRate: z.int().min(1).max(1000).optional(),
  entries: z.array(entrySchema).max(200),
});
export type RaceDoc = z.infer<typeof raceSchema>;

/** The document of `PUT /api/v1/meets/<id>`. Order of races is the order of the programme. */
export const meetSchema = z
  .strictObject({
    id: idSchema,
    name: textSchema,
    venue: textSchema,
    country: nationSchema.optional(),
    dates: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
    /** An IANA name, Europe/Amsterdam. */
    timeZone: z.string().min(1).max(64),
    athletes: z.array(athleteSchema).max(5000).default([]),
    events: z.array(racedEventSchema).max(100),
    combined: z.array(combinedSchema).max(40).optional(),
    races: z.array(raceSchema).max(2000),
    selections: z.array(selectionSchema).max(40).optional(),
    timetable: z.array(timetableItemSchema).max(500).optional(),
    /** D2: names of nations, and flags not to be shown, where the meet has it otherwise than our table. */
    nations: z
      .record(nationSchema, z.strictObject({ name: textSchema.optional(), flag: z.boolean().optional() }))
      .optional(),
  })
  .superRefine((meet, context) => {
    checkReferences(meet, (path, message) => context.addIssue({ code: 'custom', path, message }));
  });
export type Meet = z.infer<typeof meetSchema>;

/** One journaled version of a meet document. */
export interface MeetVersion {
  readonly kind: 'meet';
  readonly seq: number;
  readonly acceptedUs: number;
  readonly by: string;
  readonly version: number;
  readonly meet: Meet;
}
