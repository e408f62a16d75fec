// The rounds of the printed heats skated again as the usual configuration has it: who goes on, who is in the finals, and the
// ranking of the whole event beside what follows from the sheets.
import { stateOf } from '../../server/engine/fold.ts';
import type { Board } from '../../shared/board.ts';
import type { FactDraft } from '../../shared/facts.ts';
import type { Meet } from '../../shared/meet.ts';
import type { EventState } from '../../shared/meet-state.ts';
import { type Check, compareLines, type SheetLine } from './checks.ts';
import { folded } from './golden-race.ts';
import { type Heat, type HeatLine, type HeatRound, heatRounds } from './short-track-heats.ts';
import { factsOfHeat, meetOfHeats } from './short-track-race.ts';

const advanceMarks: ReadonlySet<string> = new Set(['Q', 'q', 'QA', 'QB', 'ADV', 'ADA', 'ADB']);

/** S3, what is usual: two by place and the fastest thirds, from semi-finals two to final A and two to final B. */
function usual({ round, heats }: HeatRound): { id: string; advance: object[]; fastest?: object } {
  const marks = heats.flatMap(({ lines }) => lines.map(({ mark }) => mark));
  const count = marks.filter((mark) => mark === 'q').length;
  if (marks.includes('QA')) {
    const toA = { places: 2, to: 'FinalA', mark: 'QA' };
    return { id: round, advance: [toA, ...(marks.includes('QB') ? [{ places: 2, to: 'FinalB', mark: 'QB' }] : [])] };
  }
  const to = round === 'Semifinals' ? { to: 'FinalA' } : {};
  return { id: round, advance: [{ places: 2, ...to }], ...(count > 0 && { fastest: { count, place: 3, ...to } }) };
}

/** Its end alone, on a course of one lap: some sheets lost the zero of a lap. */
function endOf(heat: Heat, race: string, afterUs: number): FactDraft[] {
  const lines = heat.lines.map((line): HeatLine => {
    return { ...line, crossings: line.timeUs === undefined ? [] : [{ lapUs: line.timeUs }] };
  });
  const facts = factsOfHeat({ ...heat, lines }, race, afterUs);
  const placed = lines.filter(({ place }) => place !== undefined).map(({ entry }) => [entry]);
  const order: FactDraft = { id: `${race}.finish`, kind: 'finish', race, order: placed };
  return [...facts.slice(0, 1), ...(placed.length > 0 ? [order] : []), ...facts.slice(1)];
}

const hourUs = 3_600_000_000;
const oneLap = { distance: 111.12, track: { lapMetres: 111.12 } };

interface Skated {
  readonly meet: Meet;
  readonly board: (heat: Heat) => Board;
  readonly standings: EventState['standings'];
}

function skated(meet: Meet, heats: readonly Heat[]): Skated {
  const raceOf = (heat: Heat) => `heat-${heats.indexOf(heat) + 1}`;
  const boards = folded(
    meet,
    heats.flatMap((heat, index) => endOf(heat, raceOf(heat), index * hourUs)),
    5000,
  );
  return {
    meet,
    board: (heat) => stateOf(boards, `race/${raceOf(heat)}`) as Board,
    standings: (stateOf(boards, 'event/m500') as EventState).standings,
  };
}

const marksOf = (board: Board, entry: string) =>
  Object.keys(board.rows[entry]?.marks ?? {}).filter((one) => advanceMarks.has(one));

/** The rounds from which some go on. */
export const leadingRounds = heatRounds.filter(({ round }) => !/^Final|^Ranking/.test(round));

export const competitions = new Map<string, HeatRound[]>();
for (const round of heatRounds) {
  if (round.round === 'RankingRaces') continue;
  competitions.set(round.competition, [...(competitions.get(round.competition) ?? []), round]);
}
/** All who went on stand in a later round: of some, sheets are missing. */
function isWhole(rounds: readonly HeatRound[]): boolean {
  const entriesOf = (some: readonly HeatRound[]) =>
    some.flatMap(({ heats }) => heats.flatMap(({ lines }) => lines.map(({ entry }) => entry)));
  return rounds.every(({ heats }, index) => {
    const later = new Set(entriesOf([...rounds.slice(index + 1), ...rounds.filter(({ round }) => round === 'FinalB')]));
    return heats.every(({ lines }) => lines.every(({ entry, mark }) => mark === undefined || later.has(entry)));
  });
}
/** The competitions of which no sheet is missing. */
export const wholeCompetitions = [...competitions].filter(
  ([, rounds]) => rounds.some(({ round }) => round === 'FinalA') && isWhole(rounds),
);

/** The rounds in the order of their worth: final A is worth more than final B, whichever was skated first. */
function listOf(rounds: readonly HeatRound[]): { id: string }[] {
  return [...rounds.filter(({ round }) => !round.startsWith('Final')).map(usual), { id: 'FinalB' }, { id: 'FinalA' }];
}

/** A place of the ranking and all who share it. */
type Tier = readonly [rank: number, ...entries: string[]];

function grouped<T>(all: readonly T[], keyOf: (one: T) => number): ReadonlyMap<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

/** Those who have a place in the rest of a round, in tiers: by time, then without one, who fell, and who was penalised. */
function tiersOf(lines: readonly HeatLine[]): HeatLine[][] {
  const worthOf = ({ timeUs, place, status }: HeatLine) => {
    if (timeUs !== undefined) return timeUs;
    return (
      Number.MAX_SAFE_INTEGER - (place !== undefined ? 9 - place : status === 'DNF' ? 3 : status === 'PEN' ? 2 : 1)
    );
  };
  return [...grouped(lines, worthOf)].sort(([a], [b]) => a - b).map(([, tier]) => tier);
}

/** Who stands where by the sheets alone: those placed in A, in B, penalised there, then the others by round and time. */
function expectedTiers(rounds: readonly HeatRound[]): Tier[] {
  const seen = new Set(
    rounds
      .flatMap(({ heats }) => heats.flatMap(({ lines }) => lines))
      .filter(({ status }) => status === 'YC')
      .map(({ entry }) => entry),
  );
  const tiers: Tier[] = [];
  let rank = 1;
  const put = (tier: readonly HeatLine[]) => {
    const entries = tier.map(({ entry }) => entry).filter((entry) => !seen.has(entry));
    if (entries.length > 0) tiers.push([rank, ...entries.sort()]);
    rank += entries.length;
    for (const entry of entries) seen.add(entry);
  };
  const linesOf = (name: string) =>
    rounds.filter(({ round }) => round === name).flatMap(({ heats }) => heats.flatMap(({ lines }) => lines));
  const finals = [linesOf('FinalA'), linesOf('FinalB')];
  for (const lines of finals) for (const tier of tiersOf(lines.filter(({ status }) => status !== 'PEN'))) put(tier);
  for (const lines of finals) put(lines.filter(({ status }) => status === 'PEN'));
  const others = rounds.filter(({ round }) => !round.startsWith('Final')).map(({ round }) => linesOf(round));
  // Who did not start at all reached no round.
  const raced = new Set(
    others.flatMap((lines) => lines.filter(({ status }) => status !== 'DNS').map(({ entry }) => entry)),
  );
  for (const lines of others.reverse()) {
    const known = lines.filter(({ entry }) => raced.has(entry) && !seen.has(entry));
    for (const tier of tiersOf(known)) put(tier);
  }
  return tiers;
}

/** The same with finals that list nobody: they are filled from the semi-finals. */
function withoutFinalists(meet: Meet): Meet {
  return {
    ...meet,
    races: meet.races.map((race) => (race.round?.startsWith('Final') ? { ...race, entries: [] } : race)),
  };
}

/** By the usual configuration: the mark of everybody. */
export function compareRound(round: HeatRound): Check[] {
  const rounds = [usual(round), { id: 'next' }, { id: 'FinalB' }, { id: 'FinalA' }];
  const { board } = skated(meetOfHeats(round.heats, { ...oneLap, rounds }), round.heats);
  return round.heats.flatMap((heat) => {
    const line = ({ entry: key, name: whose }: HeatLine, mark: string | undefined): SheetLine => {
      return { key, whose, cells: { 'Q, q, QA, QB, ADV': mark } };
    };
    const ours = heat.lines.map((one) => line(one, marksOf(board(heat), one.entry).join('+') || undefined));
    return compareLines(
      heat.title,
      heat.lines.map((one) => line(one, one.mark)),
      ours,
    );
  });
}

type Competition = (typeof wholeCompetitions)[number];

function meetOfCompetition(rounds: readonly HeatRound[]): { readonly heats: readonly Heat[]; readonly meet: Meet } {
  const heats = rounds.flatMap((round) => round.heats);
  return { heats, meet: meetOfHeats(heats, { ...oneLap, rounds: listOf(rounds) }) };
}

/** Final A, final B, who was penalised there, and the others by round and time: as it follows from the sheets. */
export function compareRanking([title, rounds]: Competition): Check[] {
  const names = new Map(
    rounds.flatMap(({ heats }) => heats).flatMap(({ lines }) => lines.map((one) => [one.entry, one])),
  );
  const line = (key: string, rank: number): SheetLine => {
    return { key, whose: names.get(key)?.name ?? key, cells: { 'rank of the event': rank } };
  };
  const { heats, meet } = meetOfCompetition(rounds);
  const { standings } = skated(meet, heats);
  const published = expectedTiers(rounds).flatMap(([rank, ...entries]) => entries.map((entry) => line(entry, rank)));
  const ours = Object.values(standings).flatMap(({ entry = '', rank }) =>
    rank === undefined ? [] : [line(entry, rank)],
  );
  return compareLines(title, published, ours);
}

/** Finals that are one race each are filled by the engine; of others no sheet says who is in which. */
export function hasFillableFinals([, rounds]: Competition): boolean {
  return rounds
    .filter(({ round }) => round.startsWith('Final'))
    .every(({ heats: [_one, ...more] }) => more.length === 0);
}

/** Who is in a final that lists nobody. */
export function compareFinalists([, rounds]: Competition): Check[] {
  const { heats, meet } = meetOfCompetition(rounds);
  const { board } = skated(withoutFinalists(meet), heats);
  const line = ({ name = '' }: { readonly name?: string | undefined }): SheetLine => {
    return { key: name, whose: name, cells: { 'in the final': 'yes' } };
  };
  const finals = heats.filter(({ round }) => round.startsWith('Final'));
  return finals.flatMap((final) =>
    compareLines(final.title, final.lines.map(line), Object.values(board(final).rows).map(line)),
  );
}

/** The ranking, and who is in the finals where the engine can fill them. */
export function compareCompetition(competition: Competition): Check[] {
  const finalists = hasFillableFinals(competition) ? compareFinalists(competition) : [];
  return [...compareRanking(competition), ...finalists];
}
