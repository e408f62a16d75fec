// What the people who run a race see of it: all readings with what became of each, all decisions, held ones too.
import {
  type ConsoleDecision,
  type ConsoleReading,
  type ConsoleState,
  consoleDecisions,
  consoleReadings,
  consoleUnbound,
} from '../../../shared/console-state.ts';
import { type Fact, isReading } from '../../../shared/facts.ts';
import { saidOf } from '../meet-decisions.ts';
import { memo } from '../memo.ts';
import { entryOf, whyUnbound } from '../race/bind.ts';
import { effective, type Reading, retracted } from '../race/effective.ts';
import type { Race } from '../race/race-state.ts';
import type { Roster } from '../race/roster.ts';
import type { MeetRaces, RaceFold } from '../races.ts';

/** The fields of a reading that say where it came from. */
function origin(fact: Fact): Pick<ConsoleReading, 'source' | 'how' | 'loop' | 'transponder' | 'lane' | 'group'> {
  if (fact.kind === 'start') return { source: fact.source, ...(fact.group !== undefined && { group: fact.group }) };
  if (fact.kind !== 'passing') return { source: fact.source ?? 'desk' };
  const { source, how, loop, transponder, lane } = fact;
  return {
    source,
    how,
    loop,
    ...(transponder !== undefined && { transponder }),
    ...(lane !== undefined && { lane }),
  };
}

/** Which point of whom each presented reading is the time of. */
function presentedIn({
  entrants,
  course,
}: Race): ReadonlyMap<string, { readonly entry: string; readonly point: string }> {
  const presented = new Map<string, { entry: string; point: string }>();
  for (const [entry, { racer }] of entrants) {
    for (const { reading, point } of racer.measured) {
      const key = course.points[point]?.key;
      if (reading !== undefined && key !== undefined) presented.set(reading, { entry, point: key });
    }
  }
  return presented;
}

function stateOf(reading: Reading, entry: string | undefined, isPresented: boolean): ConsoleReading['state'] {
  if (isPresented) return 'presented';
  return reading.transponder !== undefined && entry === undefined ? 'unknown' : 'kept';
}

function readingRow(
  fact: Fact,
  reading: Reading | undefined,
  roster: Roster,
  place: { entry: string; point: string } | undefined,
): ConsoleReading {
  const base = { seq: fact.seq, at: reading?.at ?? fact.at, ...origin(fact) };
  if (reading === undefined) return { ...base, state: fact.kind === 'start' ? 'presented' : 'retracted' };
  const entry = place?.entry ?? entryOf(reading, roster);
  const amended = reading.sentAt !== undefined || (fact.kind === 'passing' && reading.entry !== fact.entry);
  return {
    ...base,
    ...(entry !== undefined && { entry }),
    ...(place !== undefined && { point: place.point }),
    state: stateOf(reading, entry, place !== undefined),
    ...(amended && { amended: true as const }),
  };
}

function readingsOf({ input }: RaceFold, race: Race, gone: ReadonlySet<string>): Record<string, ConsoleReading> {
  const { readings } = effective(input.facts);
  const counting = new Map(readings.map((reading) => [reading.id, reading]));
  const presented = presentedIn(race);
  const rows = input.facts.filter(isReading).slice(-consoleReadings);
  return Object.fromEntries(
    rows.map((fact) => {
      const row = readingRow(fact, counting.get(fact.id), input.roster, presented.get(fact.id));
      return [fact.id, gone.has(fact.id) ? { ...row, state: 'retracted' as const } : row];
    }),
  );
}

function decisionsOf(facts: readonly Fact[], gone: ReadonlySet<string>): Record<string, ConsoleDecision> {
  const announced = new Set(
    facts.flatMap((fact) => (fact.kind === 'announce' && !gone.has(fact.id) ? [fact.target] : [])),
  );
  const decisions = facts.filter((fact) => !isReading(fact)).slice(-consoleDecisions);
  return Object.fromEntries(
    decisions.map((fact) => {
      const { id, seq, at, acceptedUs: _, by, protester, ...sent } = fact;
      const held = fact.kind === 'ruling' && fact.held === true && !announced.has(id);
      return [
        id,
        {
          seq,
          at,
          by,
          fact: protester === undefined ? sent : { ...sent, by: protester },
          ...(gone.has(id) && { retracted: true as const }),
          ...(held && { held: true as const }),
        },
      ];
    }),
  );
}

/** Remembered, because a reading that fits nowhere stays the same for everybody until a window moves. */
const unboundOf = memo(({ unbound }: MeetRaces['binding'], doors: MeetRaces['doors']): ConsoleState['unbound'] =>
  Object.fromEntries(
    unbound.slice(-consoleUnbound).map((fact) => {
      const { group: _, ...from } = origin(fact);
      return [fact.id, { seq: fact.seq, at: fact.at, ...from, why: whyUnbound([fact], doors) }];
    }),
  ),
);

/** The console of a race; among its decisions are those about the whole meet, which are seen, and taken back, from every race. */
export function consoleOf(
  fold: RaceFold,
  { binding, doors, loose, meet }: Pick<MeetRaces, 'binding' | 'doors' | 'meet'> & { loose: readonly Fact[] },
): ConsoleState {
  const { facts } = fold.input;
  const ofMeet = saidOf(loose, meet.id);
  const all = ofMeet.length === 0 ? facts : [...facts, ...ofMeet].sort((a, b) => a.seq - b.seq);
  const gone = retracted(all);
  const { now } = fold.state;
  return {
    race: fold.input.doc.id,
    seq: all.at(-1)?.seq ?? 0,
    readings: readingsOf(fold, now, gone),
    decisions: decisionsOf(all, gone),
    unbound: unboundOf(binding, doors),
    unknown: [...now.unknown],
  };
}
