// The meet document: what is known before anybody skates. One document, versioned, replaced whole.
import { z } from 'zod';
import {
  durationUsSchema,
  idSchema,
  instantUsSchema,
  nationSchema,
  ordinalSchema,
  textSchema,
  transponderSchema,
} from './words.ts';

const metresSchema = z.number().positive().max(50_000).multipleOf(0.01);

const athleteSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  nation: nationSchema.optional(),
  club: textSchema.optional(),
});
export type Athlete = z.infer<typeof athleteSchema>;

/** A timing loop, `atMetres` past the finish line in the skating direction. The finish line is 0. */
const loopSchema = z.strictObject({ id: idSchema, atMetres: z.number().min(0).max(1000) });

/** No rink has a shorter lap; a length in kilometres or laps by mistake would make a course of a million points. */
const shortestLapMetres = 50;

/** Rule M11: the warm-up lane makes a mass-start lap shorter than 400 m, so the length is configuration. */
const trackSchema = z
  .strictObject({
    lapMetres: metresSchema,
    loops: z
      .array(loopSchema)
      .min(1)
      .max(8)
      .default([{ id: 'finish', atMetres: 0 }]),
  })
  .superRefine(({ lapMetres, loops }, context) => {
    const say = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (lapMetres > 0 && lapMetres < shortestLapMetres) say(['lapMetres'], 'is in metres, and at least 50');
    const hasFinish = loops.some(({ atMetres }) => atMetres === 0);
    if (loops.length > 0 && !hasFinish) say(['loops'], 'needs a loop at the finish line, at 0');
    for (const [index, { id, atMetres }] of loops.entries()) {
      const earlier = loops.slice(0, index);
      if (atMetres > 0 && atMetres >= lapMetres)
        say(['loops', index, 'atMetres'], 'is a lap or more: the finish line is 0');
      if (earlier.some((loop) => loop.id === id)) say(['loops', index, 'id'], 'is used twice');
      if (earlier.some((loop) => loop.atMetres === atMetres)) {
        say(['loops', index, 'atMetres'], 'is where another loop lies: two devices at one place read the same loop');
      }
    }
  });
export type Track = z.infer<typeof trackSchema>;

/** Rules every discipline shares; each has the default of docs/rules.md. */
const commonRules = {
  /** P2: a reading sooner than this after the last crossing of the same loop is no new one. */
  guardUs: durationUsSchema.default(15_000_000),
  /** P2a: nothing counts before this time since the gun; made from the course unless told. */
  firstGuardUs: durationUsSchema.optional(),
  /** P4a: this long after the rest of the group a skater is overdue. */
  overdueUs: durationUsSchema.default(1_000_000),
  /** G2: a new group starts at this interval. */
  groupGapUs: durationUsSchema.default(1_000_000),
};

const pointsTableSchema = z.array(z.int().min(0).max(1000)).min(1).max(40);

export const massStartRulesSchema = z.strictObject({
  ...commonRules,
  /** M1: 16 laps, juniors 10. */
  laps: ordinalSchema.default(16),
  /** M2: the points of 2022 and later (3-2-1, 60-40-20-10-6-3) or of 2018 (5-3-1, 60-40-20). */
  scale: z.enum(['2022', '2018']).default('2022'),
  /** Sprint laps with their own points, instead of laps 4, 8 and 12 by `scale`. */
  sprints: z
    .array(z.strictObject({ lap: ordinalSchema, points: pointsTableSchema.optional() }))
    .max(20)
    .optional(),
  /** Points at the finish, instead of those of `scale`. */
  finishPoints: pointsTableSchema.optional(),
  /** P6: what starts the clock. */
  startBy: z.enum(['gun', 'firstPassing']).default('gun'),
  /** M8: this many of the race qualify for the next round. */
  qualify: z.int().min(0).max(40).default(0),
});
export type MassStartRules = z.infer<typeof massStartRulesSchema>;

const pairsRulesSchema = z.strictObject({ ...commonRules });

/** L9: the team's crossing is that of its third skater; the line is passed every half lap, so the guard is shorter. */
const teamPursuitRulesSchema = z.strictObject({
  ...commonRules,
  guardUs: durationUsSchema.default(7_000_000),
  /** The how-manieth skater's crossing is the team's. */
  counts: z.int().min(1).max(8).default(3),
});

const event = { id: idSchema, name: textSchema, track: trackSchema };

const massStartEventSchema = z.strictObject({
  ...event,
  kind: z.literal('massStart'),
  rules: massStartRulesSchema.prefault({}),
});

const pairsEventSchema = z.strictObject({
  ...event,
  kind: z.literal('pairs'),
  distance: metresSchema,
  rules: pairsRulesSchema.prefault({}),
});

const teamPursuitEventSchema = z.strictObject({
  ...event,
  kind: z.literal('teamPursuit'),
  distance: metresSchema,
  rules: teamPursuitRulesSchema.prefault({}),
});

/** What a medal is given for, with the rules it is skated by. */
const eventSchema = z.discriminatedUnion('kind', [massStartEventSchema, pairsEventSchema, teamPursuitEventSchema]);
export type MeetEvent = z.infer<typeof eventSchema>;

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
};

const entrySchema = z
  .strictObject({ id: idSchema, ...entryFields })
  .refine((entry) => entry.athlete !== undefined || entry.name !== undefined, 'needs an athlete or a name');
export type EntryDoc = z.infer<typeof entrySchema>;

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
  round: textSchema.optional(),
  number: ordinalSchema.optional(),
  scheduledAt: instantUsSchema.optional(),
  cancelled: z.boolean().optional(),
  /** A replay that runs faster than the ice: screens turn the running clock this many times faster. */
  clockRate: z.int().min(1).max(1000).optional(),
  entries: z.array(entrySchema).max(200),
});
export type RaceDoc = z.infer<typeof raceSchema>;

/** `path` of the first item whose id an earlier item has, or undefined. */
function firstRepeated(items: readonly { id: string }[]): number | undefined {
  const seen = new Set<string>();
  const index = items.findIndex(({ id }) => seen.size === seen.add(id).size);
  return index === -1 ? undefined : index;
}

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
    events: z.array(eventSchema).max(100),
    races: z.array(raceSchema).max(2000),
  })
  .superRefine((meet, context) => {
    const say = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    for (const list of ['athletes', 'events', 'races'] as const) {
      const index = firstRepeated(meet[list]);
      if (index !== undefined) say([list, index, 'id'], 'is used twice');
    }
    const athletes = new Set(meet.athletes.map(({ id }) => id));
    const events = new Set(meet.events.map(({ id }) => id));
    for (const [r, race] of meet.races.entries()) {
      if (!events.has(race.event)) say(['races', r, 'event'], `names no event of this meet: ${race.event}`);
      const index = firstRepeated(race.entries);
      if (index !== undefined) say(['races', r, 'entries', index, 'id'], 'is used twice');
      for (const [e, { athlete, members = [] }] of race.entries.entries()) {
        const strangers = [{ athlete }, ...members].filter(({ athlete: id }) => id !== undefined && !athletes.has(id));
        for (const { athlete: id } of strangers) {
          say(['races', r, 'entries', e, 'athlete'], `names no athlete of this meet: ${id}`);
        }
      }
    }
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
