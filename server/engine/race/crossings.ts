// Readings to crossings: all readings of one member passing one loop once belong together, and one is presented (P1, P1a, P2, P2a).
import { kept } from '../reuse.ts';
import type { TimedReading } from './clock.ts';
import { agreeUs, type Presented, presentedOf } from './presented.ts';

/** One passing of one loop by one entry, with all its readings. */
export interface Crossing {
  readonly loop: string;
  /** The presented reading. */
  readonly presented: TimedReading;
  /** P1a: a beam that no ankle has confirmed yet. */
  readonly unconfirmed: boolean;
  /** P7: of a relay, where a team-mate's crossing could as well have been the team's. */
  readonly doubtful?: true;
  /** What is not shown any more. */
  readonly replaced: Presented['replaced'];
  /** Every reading of it, the presented one among them, by instant. */
  readonly readings: readonly TimedReading[];
}

export interface CrossingRules {
  /** P2 */
  readonly guardUs: number;
  /** P2a: by loop, the first instant at which a crossing can be one. */
  readonly firstUs: ReadonlyMap<string, number>;
  /** The operator's choices, the last one last. */
  readonly presented: readonly string[];
  /** P1a: skaters ride so close together that a beam by itself tells nothing. */
  readonly inPack: boolean;
}

function byInstant(a: TimedReading, b: TimedReading): number {
  return a.instantUs - b.instantUs || (a.reading.id < b.reading.id ? -1 : 1);
}

function group(readings: readonly TimedReading[], guardUs: number): TimedReading[][] {
  const groups: TimedReading[][] = [];
  for (const reading of readings) {
    const open = groups.at(-1);
    const first = open?.[0];
    if (open !== undefined && first !== undefined && reading.instantUs - first.instantUs < guardUs) open.push(reading);
    else groups.push([reading]);
  }
  return groups;
}

/** A crossing of these readings, if there is one. */
function crossingOf(loop: string, readings: readonly TimedReading[], rules: CrossingRules): Crossing | undefined {
  const { timed: presented, unconfirmed, replaced } = presentedOf(readings, rules.presented);
  return unconfirmed && rules.inPack ? undefined : { loop, presented, unconfirmed, replaced, readings };
}

/**
 * The crossings of one entry, in order of time; `readings` are those that name it. Those of `before`, which were made by
 * the same rules, keep their identity where no reading of theirs came or went.
 */
export function crossingsOf(
  readings: readonly TimedReading[],
  rules: CrossingRules,
  before: readonly Crossing[] = [],
): readonly Crossing[] {
  const known = new Map(before.map((crossing) => [crossing.readings[0], crossing]));
  const byLoop = new Map<string, TimedReading[]>();
  for (const timed of readings) {
    const { loop } = timed.reading;
    const firstUs = rules.firstUs.get(loop);
    if (firstUs === undefined || timed.instantUs < firstUs) continue;
    const list = byLoop.get(loop);
    if (list === undefined) byLoop.set(loop, [timed]);
    else list.push(timed);
  }
  const crossings: Crossing[] = [];
  for (const [loop, list] of byLoop) {
    for (const members of group(list.sort(byInstant), rules.guardUs)) {
      const was = known.get(members[0]);
      const crossing = was && kept(was.readings, members) === was.readings ? was : crossingOf(loop, members, rules);
      if (crossing !== undefined) crossings.push(crossing);
    }
  }
  return byLoop.size < 2 ? crossings : crossings.sort((a, b) => byInstant(a.presented, b.presented));
}

/**
 * P1a: gives each reading of nobody in particular to the one whose transponder agrees with it, of those it `mayBe` of.
 * In a pack, where several agree, to none. Returns what each gained.
 */
export function beamsOf(
  beams: readonly TimedReading[],
  named: ReadonlyMap<string, readonly TimedReading[]>,
  mayBe: (beam: TimedReading, skater: string) => boolean,
): Map<string, TimedReading[]> {
  const gained = new Map<string, TimedReading[]>();
  for (const beam of beams) {
    const owners = [...named].filter(
      ([skater, readings]) =>
        mayBe(beam, skater) &&
        readings.some(
          ({ reading: { how, loop }, instantUs }) =>
            how === 'transponder' && loop === beam.reading.loop && Math.abs(instantUs - beam.instantUs) <= agreeUs,
        ),
    );
    const owner = owners.length === 1 ? owners[0]?.[0] : undefined;
    if (owner === undefined) continue;
    const list = gained.get(owner);
    if (list === undefined) gained.set(owner, [beam]);
    else list.push(beam);
  }
  return gained;
}
