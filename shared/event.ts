// What a medal is given for: the track, the distance and the rules it is skated by, each with the default of docs/rules.md.
import { z } from 'zod';
import { durationUsSchema, idSchema, nationSchema, ordinalSchema, textSchema } from './words.ts';

const metresSchema = z.number().positive().max(50_000).multipleOf(0.01);

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

/** What a moment must come to before the log tells it. */
function storySchema(leadUs: number, minLaps: number) {
  return z
    .strictObject({
      /** A group this far ahead has got away; it is told again each time its lead has doubled, or halved. */
      leadUs: durationUsSchema.min(1).default(leadUs),
      /** Who is this far behind the bunch has lost contact. */
      behindUs: durationUsSchema.min(1).default(3_000_000),
      /** A new leader is told where the one before had led for so many laps, or splits. */
      minLaps: ordinalSchema.default(minLaps),
    })
    .prefault({});
}

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
  /** F24: what the log tells. */
  story: storySchema(2_000_000, 2),
  /** O1: so long after the end of a race its result may be protested. */
  protestUs: durationUsSchema.default(1_800_000_000),
};

/** In a race of two everybody who takes the lead is told. */
const duel = { story: storySchema(2_000_000, 1) };

/** L5, S6: how many false starts are free: none, one a race, one a skater; or the engine rules nobody out for one. */
const falseStartsSchema = z.enum(['none', 'race', 'skater', 'referee']);

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
  /** M8: this many of the race qualify for the next round; where the event has rounds, those say it. */
  qualify: z.int().min(0).max(40).default(0),
  falseStarts: falseStartsSchema.default('referee'),
  /** M9: the first so many laps are neutral. */
  neutralLaps: z.int().min(0).max(5).default(1),
});
export type MassStartRules = z.infer<typeof massStartRulesSchema>;

const pairsRulesSchema = z.strictObject({
  ...commonRules,
  ...duel,
  falseStarts: falseStartsSchema.default('race'),
  /** L4: a race of an event of several runs says which it is. */
  runs: z.int().min(1).max(4).default(1),
  /** L4: the best run counts, or all of them together. */
  runsCount: z.enum(['best', 'sum']).default('best'),
});

/** L9: the team's crossing is that of its third skater; the line is passed every half lap, so the guard is shorter. */
const teamPursuitRulesSchema = z.strictObject({
  ...commonRules,
  ...duel,
  guardUs: durationUsSchema.default(7_000_000),
  falseStarts: falseStartsSchema.default('race'),
  /** The how-manieth skater's crossing is the team's. */
  counts: z.int().min(1).max(8).default(3),
});

/** L9: one skater leaves after each lap; the team's time is that of the last. */
const teamSprintRulesSchema = z.strictObject({
  ...commonRules,
  ...duel,
  guardUs: durationUsSchema.default(7_000_000),
  falseStarts: falseStartsSchema.default('race'),
});

/** L9, P7: skaters take turns, and those who wait are read too; teams may start on both straights. */
const mixedRelayRulesSchema = z.strictObject({
  ...commonRules,
  guardUs: durationUsSchema.default(7_000_000),
  ...duel,
  falseStarts: falseStartsSchema.default('race'),
});

/** P2, S6, S8: a lap takes eight seconds. In a relay entries are teams whose skaters take turns. */
const shortTrackRulesSchema = z.strictObject({
  ...commonRules,
  story: storySchema(1_000_000, 1),
  guardUs: durationUsSchema.default(5_000_000),
  firstGuardUs: durationUsSchema.default(4_000_000),
  falseStarts: falseStartsSchema.default('none'),
  relay: z.boolean().default(false),
});
export type ShortTrackRules = z.infer<typeof shortTrackRulesSchema>;

/** T6: a time to beat. A national one holds for skaters of `nation`. */
const recordSchema = z
  .strictObject({
    mark: z.enum(['WR', 'WRJ', 'OR', 'NR', 'NRJ', 'TR', 'TRJ']),
    timeUs: durationUsSchema,
    nation: nationSchema.optional(),
    holder: textSchema.optional(),
    on: z.iso.date().optional(),
  })
  .refine(({ mark, nation }) => !mark.startsWith('NR') || nation !== undefined, 'needs a nation: it is a national one');
export type RecordDoc = z.infer<typeof recordSchema>;

/** L11: a named scale of World Cup points, or points by rank. */
export const cupSchema = z.union([z.enum(['A', 'B', 'B-long', 'B-team', 'B-mass']), pointsTableSchema]);

/** S3: of each race of the round those on the next so many places go on; several are taken in turn. */
const advanceSchema = z.strictObject({
  places: z.int().min(1).max(40),
  /** The next round of the list unless told. */
  to: textSchema.optional(),
  mark: z.enum(['Q', 'QA', 'QB']).default('Q'),
});

/** S3: over the whole round so many more go on by time. */
const fastestSchema = z.strictObject({
  count: z.int().min(1).max(40),
  /** Only those on this place of their race; everybody who has not gone on by place unless told. */
  place: ordinalSchema.optional(),
  to: textSchema.optional(),
  mark: z.enum(['q', 'QA', 'QB']).default('q'),
});

/** A round of an event, by the `round` of its races. Of the list a later one is worth more: final A stands after final B (S9). */
const roundSchema = z.strictObject({
  id: textSchema,
  advance: z.array(advanceSchema).max(8).default([]),
  fastest: fastestSchema.optional(),
});
export type Round = z.infer<typeof roundSchema>;

const event = {
  id: idSchema,
  name: textSchema,
  track: trackSchema,
  /** First to last; a race of a round that others advance to, and that lists no entries, is filled from them. */
  rounds: z.array(roundSchema).max(12).optional(),
  records: z.array(recordSchema).max(200).optional(),
  cup: cupSchema.optional(),
  /** So many are what the event is skated for: a podium unless told. */
  medals: z.int().min(0).max(40).default(3),
};

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

const teamSprintEventSchema = z.strictObject({
  ...event,
  kind: z.literal('teamSprint'),
  distance: metresSchema,
  rules: teamSprintRulesSchema.prefault({}),
});

const mixedRelayEventSchema = z.strictObject({
  ...event,
  kind: z.literal('mixedRelay'),
  distance: metresSchema,
  rules: mixedRelayRulesSchema.prefault({}),
});

const shortTrackEventSchema = z.strictObject({
  ...event,
  kind: z.literal('shortTrack'),
  distance: metresSchema,
  rules: shortTrackRulesSchema.prefault({}),
});

/** What a medal is given for, with the rules it is skated by. */
export const racedEventSchema = z.discriminatedUnion('kind', [
  massStartEventSchema,
  pairsEventSchema,
  teamPursuitEventSchema,
  teamSprintEventSchema,
  mixedRelayEventSchema,
  shortTrackEventSchema,
]);
/** An event that races are skated in. */
export type MeetEvent = z.infer<typeof racedEventSchema>;

/** L10: a classification over several distances, by samalog; it has no races of its own. */
export const combinedSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  /** Timed events of this meet, in the order in which they are skated. */
  of: z.array(idSchema).min(2).max(12),
  medals: z.int().min(0).max(40).default(3),
});
export type Combined = z.infer<typeof combinedSchema>;
