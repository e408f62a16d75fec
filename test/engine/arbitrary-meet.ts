// Meets of every kind for properties: a mass start or a heat of short track alone, with semi-finals, or with three rounds,
// and two pairs of skaters or of teams, who start with two guns, or the same two in two runs.
import fc from 'fast-check';
import { type Meet, meetSchema } from '../../shared/meet.ts';
import { gunUs, seconds } from './script.ts';

export const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);
export const entries = Array.from({ length: 9 }, (_, i) => `e${i + 1}`);
/** Where the event has rounds, r3 is filled from r1 and r2. */
export const final = 'r3';

/** One mass start alone, with semi-finals, or with a final B: who may be in two of them is another in each. */
const roundsOf = {
  none: undefined,
  final: [{ id: 'semi', advance: [{ places: 2 }], fastest: { count: 1, place: 3 } }, { id: 'end' }],
  three: [
    { id: 'semi', advance: [{ places: 1 }, { places: 2, to: 'end' }] },
    { id: 'final', advance: [{ places: 1 }] },
    { id: 'end' },
  ],
};
type Rounds = keyof typeof roundsOf;

type PairsKind = 'pairs' | 'teamPursuit' | 'teamSprint' | 'mixedRelay' | 'shortTrack';

/** Two pairs of one run, or two runs of which the best counts or the sum. */
type Runs = 'one' | 'best' | 'sum';

const records = [
  { mark: 'TR', timeUs: seconds(70) },
  { mark: 'NR', nation: 'NED', timeUs: seconds(100) },
  { mark: 'WRJ', timeUs: seconds(100) },
];

function pairsEvent(kind: PairsKind, runs: Runs, track: object) {
  const ofKind = kind === 'shortTrack' ? { relay: true } : kind === 'teamPursuit' ? { counts: 2 } : {};
  const rules = kind === 'pairs' && runs !== 'one' ? { runs: 2, runsCount: runs } : ofKind;
  return { id: 'pairs', name: 'P', kind, distance: 1000, track, rules, records, cup: 'B', medals: 2 };
}

/** Other distances, which nobody skates, and one of them together with the pairs, where those are single skaters (L10). */
function combinedOf(kind: PairsKind, track: object) {
  const events = [1500, 3000].map((distance) => ({ id: `d${distance}`, name: 'D', kind: 'pairs', distance, track }));
  return { events, combined: [{ id: 'both', name: 'B', of: [kind === 'pairs' ? 'pairs' : 'd3000', 'd1500'] }] };
}

/** Everybody at once: a mass start, or a heat that begins with half a lap. */
interface BunchRules {
  readonly kind: 'massStart' | 'shortTrack';
  readonly laps: number;
  readonly startBy: string;
  readonly qualify: number;
}

function bunchEvent({ kind, laps, startBy, qualify }: BunchRules, track: { lapMetres: number }) {
  return kind === 'shortTrack'
    ? { kind, distance: (laps - 0.5) * track.lapMetres, rules: { guardUs: seconds(15) } }
    : { kind, rules: { laps, sprints: [{ lap: 2 }, { lap: 4 }], startBy, qualify } };
}

/** Criteria of every kind over both events. */
const selections = [
  {
    id: 'mx',
    name: 'Matrix',
    kind: 'matrix',
    quota: 3,
    designated: 1,
    slots: [
      { event: 'ms', place: 1 },
      { designated: true, name: 'D', athlete: 'a1' },
      { event: 'pairs', place: 1 },
      { event: 'ms', place: 2 },
      { event: 'pairs', place: 2 },
    ],
  },
  { id: 'points', name: 'Points', kind: 'bestOf', quota: 2, events: ['ms', 'pairs'], best: 2, points: [5, 3, 2] },
  { id: 'times', name: 'Times', kind: 'bestOf', quota: 1, events: ['pairs'], best: 1 },
  { id: 'std', name: 'Standard', kind: 'standard', event: 'pairs', timeUs: seconds(90), quota: 2 },
];

function meetOf(
  massSkaters: number,
  laps: number,
  twoLoops: boolean,
  startBy: string,
  qualify: number,
  kind: Rounds,
  pairsKind: PairsKind,
  bunch: BunchRules['kind'],
  criteria: readonly object[],
  runs: Runs,
): Meet {
  const rounds = roundsOf[kind];
  const round = (id: string) => (rounds === undefined ? {} : { round: id });
  const track = {
    lapMetres: 400,
    loops: [{ id: 'finish', atMetres: 0 }, ...(twoLoops ? [{ id: 'back', atMetres: 150 }] : [])],
  };
  const athletes = ['a1', 'a2'].map((id) => ({ id, name: `Athlete ${id}`, nation: 'NED' }));
  const skater = (id: string, more: object = {}) => ({ id, name: id, transponders: [`T${id}a`, `T${id}b`], ...more });
  const inPairs = (id: string, more: object) => {
    const members = ['a', 'b'].map((member) => ({ id: member, transponders: [`T${id}${member}`] }));
    return pairsKind === 'pairs' ? skater(id, more) : { id, name: id, members, ...more };
  };
  const isRun = pairsKind === 'pairs' && runs !== 'one';
  const { events: more, ...combined } = combinedOf(pairsKind, track);
  const pair = (id: string, inner: string, outer: string, run = 1) => ({
    id,
    ...(isRun && { run }),
    scheduledAt: gunUs + Number(id.slice(1)) * seconds(600),
    event: 'pairs',
    name: id,
    entries: [inPairs(inner, { lane: 'inner', pbUs: seconds(75) }), inPairs(outer, { lane: 'outer', startGroup: '2' })],
  });
  const mass = entries.slice(0, massSkaters);
  return meetSchema.parse({
    id: 'm1',
    name: 'M',
    venue: 'V',
    dates: { from: '2026-11-20', to: '2026-11-20' },
    timeZone: 'UTC',
    athletes,
    ...(criteria.length > 0 && { selections: criteria }),
    events: [
      {
        id: 'ms',
        name: 'MS',
        track,
        ...bunchEvent({ kind: bunch, laps, startBy, qualify }, track),
        ...(rounds !== undefined && { rounds }),
      },
      pairsEvent(pairsKind, runs, track),
      ...more,
    ],
    ...combined,
    timetable: [{ id: 'r1', kind: 'ice', at: gunUs + seconds(700) }],
    races: [
      // The programme need not be in the order of the rounds.
      { id: final, event: 'ms', name: final, ...round('end'), entries: rounds === undefined ? [skater('e1')] : [] },
      { id: 'r1', event: 'ms', name: 'r1', ...round('semi'), entries: mass.map((id) => skater(id)) },
      {
        id: 'r2',
        event: 'ms',
        name: 'r2',
        ...round(kind === 'three' ? 'final' : 'semi'),
        entries: kind === 'three' ? [] : mass.slice(1).map((id) => skater(id)),
      },
      pair('p1', 'e1', 'e2'),
      isRun ? pair('p2', 'e2', 'e1', 2) : pair('p2', 'e3', 'e4'),
    ],
  });
}

export const meets: fc.Arbitrary<Meet> = fc
  .tuple(
    fc.integer({ min: 2, max: 8 }),
    fc.integer({ min: 3, max: 7 }),
    fc.boolean(),
    pick(['gun', 'gun', 'firstPassing']),
    fc.integer({ min: 0, max: 3 }),
    pick<Rounds>(['none', 'final', 'final', 'three']),
    pick<PairsKind>(['pairs', 'pairs', 'pairs', 'teamPursuit', 'teamSprint', 'mixedRelay', 'shortTrack']),
    pick<BunchRules['kind']>(['massStart', 'massStart', 'shortTrack']),
    pick([[], [], selections.slice(0, 1), selections]),
    pick<Runs>(['one', 'one', 'best', 'sum']),
  )
  .map((parts) => meetOf(...parts));
