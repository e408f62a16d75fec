// The board: everything one race shows, as one document; the state of topic `race/<id>`. Fields are absent, never null.
import { z } from 'zod';
import { howSchema } from './facts.ts';
import { finishOrderSchema, idSchema, instantUsSchema, spanUsSchema } from './words.ts';

const count = z.int().nonnegative();
const ordinal = z.int().min(1);
const us = z.int();
const byId = <S extends z.ZodType>(schema: S) => z.record(z.string(), schema);
const flag = z.literal(true);

export const raceStatusSchema = z.enum([
  'scheduled',
  'armed',
  'running',
  'stopped',
  'finished',
  'underReview',
  'official',
  'cancelled',
]);
export type RaceStatus = z.infer<typeof raceStatusSchema>;

/** A code and its values; the words are the screen's, in the reader's language. */
export const saysSchema = z.strictObject({
  code: idSchema,
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type Says = z.infer<typeof saysSchema>;

/** How a time came to be: the kind of the presented reading, or three watches. */
export const basisSchema = z.enum([...howSchema.options, 'hand']);
export type Basis = z.infer<typeof basisSchema>;

const splitSchema = z.strictObject({
  /** Raw time since the gun. */
  timeUs: us,
  /** Lap time by T2: truncated cumulative minus truncated previous cumulative. */
  lapUs: us.optional(),
  /** L3: rank and signed difference against the best so far, of readings with an earlier instant. */
  rank: ordinal.optional(),
  diffUs: spanUsSchema.optional(),
  basis: basisSchema.optional(),
  estimated: flag.optional(),
});
export type Split = z.infer<typeof splitSchema>;

/** What somebody may still win or lose; `overall` is the podium of a combined event. */
export const stakeSchema = z.enum(['medal', 'overall', 'qualify', 'fastest', 'ticket', 'PB', 'SB', 'record']);
export type Stake = z.infer<typeof stakeSchema>;

export const outlookSchema = z.strictObject({
  /** `in` and `out` are certain, rulings aside. */
  state: z.enum(['in', 'out', 'open']),
  /** What each by itself is enough, as code and values. */
  needs: z.array(saysSchema).optional(),
});
export type Outlook = z.infer<typeof outlookSchema>;

/** The outlook on what matters most, and on what else is at stake. */
const forecastSchema = outlookSchema.extend({
  stake: stakeSchema,
  also: z.partialRecord(stakeSchema, outlookSchema).optional(),
});
export type Forecast = z.infer<typeof forecastSchema>;

const flagsSchema = z.strictObject({
  /** Has completed the course. */
  finished: flag.optional(),
  /** P4a: the group has crossed and this one has not; held in place. */
  overdue: flag.optional(),
  /** Has crossed nothing for so long that nobody expects it any more. */
  gone: flag.optional(),
  /** M6: seen to be a lap down. */
  lapped: flag.optional(),
  /** Something shown of this row is not measured. */
  estimated: flag.optional(),
  /** T4: equal in hundredths with another, so the thousandth is printed in brackets. */
  thousandth: flag.optional(),
  /** S10: the laps were miscounted, the time does not count. */
  timeInvalid: flag.optional(),
  /** S7: on the ice when the referee ended the race; has a place and no time. */
  noTime: flag.optional(),
});
export type Flags = z.infer<typeof flagsSchema>;

/** M10: points by sprint, `s1`, `s2`, …, the finish last, and the total that counts. */
const pointsSchema = z.object({ total: count }).catchall(count);

export const cupPointsSchema = z.strictObject({ points: count, mark: z.string().optional() });

/** How a race is skated. */
const raceKindSchema = z.enum(['massStart', 'pairs', 'teamPursuit', 'teamSprint', 'mixedRelay', 'shortTrack']);

const rowSchema = z.strictObject({
  /** Where the row stands on the screen: by position while racing, by rank when finished. */
  order: ordinal,
  /** The same in every event. */
  athlete: idSchema.optional(),
  bib: z.string().optional(),
  name: z.string(),
  nation: z.string().optional(),
  club: z.string().optional(),
  /** Of a team, by id. */
  members: byId(z.strictObject({ order: ordinal, name: z.string() })).optional(),
  lane: z.string().optional(),
  helmet: z.string().optional(),
  color: z.string().optional(),
  startGroup: z.string().optional(),
  /** Order on the ice. */
  position: ordinal.optional(),
  /** Order in the classification, as it stands. */
  rank: ordinal.optional(),
  laps: count,
  lapsDown: count.optional(),
  timeUs: us.optional(),
  lapUs: us.optional(),
  /** G1: to the leader, and to the one ahead, at the last common crossing. */
  gapUs: us.optional(),
  intervalUs: us.optional(),
  group: ordinal.optional(),
  status: z.enum(['DNS', 'DNF', 'DQ', 'WDR', 'PEN']).optional(),
  code: z.string().optional(),
  flags: flagsSchema,
  /** T6 and advancement: PB, SB, Q, …; YC and RC are cards. */
  marks: byId(flag),
  basis: basisSchema.optional(),
  points: pointsSchema.optional(),
  splits: byId(splitSchema),
  falseStarts: ordinal.optional(),
  /** L1: from the gun to the first move; negative before the gun. */
  reactionUs: spanUsSchema.optional(),
  /** Time at the first split of a distance. */
  openingUs: us.optional(),
  /** L11: World Cup points, and what is printed in brackets behind them. */
  cup: cupPointsSchema.optional(),
  forecast: forecastSchema.optional(),
});
export type Row = z.infer<typeof rowSchema>;

/** O1: what is claimed, and what became of it. */
const protestSchema = z.strictObject({
  order: ordinal,
  by: z.string(),
  about: z.string(),
  state: z.enum(['open', 'upheld', 'rejected', 'withdrawn']),
  untilUs: instantUsSchema.optional(),
});

const coursePointSchema = z.strictObject({
  order: ordinal,
  /** What screens print: "4" of a mass start, "600" of a 1000 m. */
  name: z.string(),
  metres: z.number(),
  /** Set where the point ends a lap. */
  lap: ordinal.optional(),
  loop: idSchema,
});
export type CoursePoint = z.infer<typeof coursePointSchema>;

const sprintSchema = z.strictObject({
  lap: ordinal,
  finish: flag.optional(),
  points: z.array(count),
  state: z.enum(['ahead', 'open', 'provisional', 'confirmed']),
  order: finishOrderSchema.or(z.tuple([])),
});
export type Sprint = z.infer<typeof sprintSchema>;

const groupSchema = z.strictObject({
  /** G2 */
  name: z.enum(['leader', 'break', 'chase', 'peloton', 'dropped']),
  size: ordinal,
  /** Ahead of the next group. */
  leadUs: us.optional(),
  /** Behind the first group. */
  behindUs: us.optional(),
  /** Entry ids, first on the ice first. */
  entries: z.array(idSchema),
  /** Riding from this group towards the one ahead. */
  bridging: z.array(idSchema).optional(),
});
export type Group = z.infer<typeof groupSchema>;

const momentSchema = z.strictObject({ at: instantUsSchema, says: saysSchema, about: z.array(idSchema).optional() });
export type Moment = z.infer<typeof momentSchema>;

const figureSchema = z.union([z.number(), z.string()]);

/** An official revision: the rows are frozen as of these facts. */
const revisionSchema = z.strictObject({
  number: ordinal,
  signer: z.string(),
  at: instantUsSchema,
  /** SHA-256 over the facts it was made from. */
  hash: z.string(),
  /** What facts that came later would change, by entry: values before and after. */
  pending: byId(byId(z.strictObject({ before: figureSchema.optional(), after: figureSchema.optional() }))).optional(),
});
export type Revision = z.infer<typeof revisionSchema>;

export const boardSchema = z.strictObject({
  race: z.strictObject({
    id: idSchema,
    name: z.string(),
    event: idSchema,
    eventName: z.string(),
    kind: raceKindSchema,
    meet: idSchema,
    meetName: z.string(),
    round: z.string().optional(),
    run: ordinal.optional(),
    phase: z.string().optional(),
    scheduledAt: instantUsSchema.optional(),
    /** Metres, where the event has a distance. */
    distance: z.number().optional(),
    /** T1: printed digits of a final time, 2 unless told. */
    digits: z.literal(3).optional(),
    /** S8: entries are teams whose skaters take turns. */
    relay: flag.optional(),
    attempt: ordinal,
    status: raceStatusSchema,
    /** Why the last attempt ended. */
    cleared: z.enum(['falseStart', 'fall', 'stopped', 'test']).optional(),
    revision: revisionSchema.optional(),
    /** O1: a provisional result may be protested until then. */
    protestUntil: instantUsSchema.optional(),
  }),
  /** By start group; a quartet has two. `rate` above 1: a replay faster than the ice. */
  clock: byId(
    z.strictObject({
      startUs: instantUsSchema.optional(),
      stopUs: instantUsSchema.optional(),
      rate: ordinal.optional(),
      /** M9: instants of later shots. */
      shots: z.array(instantUsSchema).optional(),
    }),
  ),
  /** G3: falls at the first crossing by anyone on the lead lap. */
  laps: z.strictObject({
    total: count,
    leader: count,
    toGo: count,
    bell: flag.optional(),
    /** Lap the operator rang the bell for, where it disagrees with the crossings. */
    bellAlarm: ordinal.optional(),
    /** M9: this lap is neutral: no attack before the shot at its end. */
    neutral: flag.optional(),
  }),
  course: byId(coursePointSchema),
  rows: byId(rowSchema),
  best: byId(z.strictObject({ timeUs: us, entry: idSchema, name: z.string() })),
  /** The time to beat, and what it is. */
  target: z.strictObject({ timeUs: us, stake: stakeSchema, name: z.string().optional() }).optional(),
  /** In a race that others go on from: what is enough whatever the others do ("safe from 12th at the finish"). */
  cut: z.array(saysSchema).optional(),
  groups: byId(groupSchema),
  sprints: byId(sprintSchema),
  log: byId(momentSchema),
  conditions: byId(
    z.strictObject({
      airDeciC: z.int().optional(),
      iceDeciC: z.int().optional(),
      humidityPercent: count.optional(),
    }),
  ).optional(),
  /** By who made them. */
  protests: byId(protestSchema).optional(),
  officials: z.strictObject({ referee: z.string().optional(), starter: z.string().optional() }).optional(),
});
export type Board = z.infer<typeof boardSchema>;
