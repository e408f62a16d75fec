// An event skated in pairs as meet and facts, and its standings as a sheet would print them.

import type { Boards } from '../../server/engine/boards.ts';
import { stateOf } from '../../server/engine/fold.ts';
import type { Board } from '../../shared/board.ts';
import { type FactDraft, factDraftSchema } from '../../shared/facts.ts';
import { formatDiff, formatTime } from '../../shared/format-time.ts';
import { type Meet, meetSchema } from '../../shared/meet.ts';
import type { EventState } from '../../shared/meet-state.ts';
import type { PairsLine, PairsSheet, PrintedPairLine } from './pairs-sheets.ts';

const zeroUs = 1_790_000_000_000_000;
/** From gun to gun: longer than any race here. */
const slotUs = 900_000_000;
/** The second pair of a quartet starts so much later. */
const quartetUs = 17_300_000;
const members = ['a', 'b', 'c'];

const lanes: Readonly<Record<string, string>> = { In: 'inner', Out: 'outer', Finish: 'inner', Crossing: 'outer' };

/** The lines of one race; who was never paired has a race of his own that nobody skates. */
interface Pair {
  readonly race: string;
  readonly number: number | undefined;
  readonly lines: readonly PairsLine[];
}

function pairsOf({ id, lines }: PairsSheet): Pair[] {
  const numbers = [...new Set(lines.map(({ printed }) => printed.pair))].sort((a, b) => (a ?? 999) - (b ?? 999));
  return numbers.map((number) => ({
    race: `${id}-${number ?? 'unpaired'}`,
    number,
    lines: lines.filter(({ printed }) => printed.pair === number),
  }));
}

/** A quartet: the second in a lane is of the second pair (L8). A third in a pair is one who was replaced. */
function groupOf({ lines }: Pair, line: PairsLine): '1' | '2' | undefined {
  if (lines.length !== 4) return undefined;
  const sameLane = lines.filter(({ printed }) => printed.lane === line.printed.lane);
  return sameLane.indexOf(line) === 0 ? '1' : '2';
}

function entryOf(sheet: PairsSheet, pair: Pair, line: PairsLine): object {
  const { bib, name, nation, lane } = line.printed;
  const startGroup = groupOf(pair, line);
  const worn = (member: string) => [1, 2].map((ankle) => `${bib}${member}${ankle}`);
  return {
    ...{ id: line.entry, bib, name, nation, startGroup },
    ...(lane !== undefined && { lane: lanes[lane] }),
    ...(sheet.isPursuit
      ? { members: members.map((member) => ({ id: member, name: member, transponders: worn(member) })) }
      : { transponders: worn('') }),
  };
}

/** The meet of one sheet; `more` is set on its event, as its World Cup points. */
export function pairsMeet(sheet: PairsSheet, more: object = {}): Meet {
  const loops = [{ id: 'finish', atMetres: 0 }, ...(sheet.isPursuit ? [{ id: 'back', atMetres: 200 }] : [])];
  const { id, title: name, distance } = sheet;
  const kind = sheet.isPursuit ? 'teamPursuit' : 'pairs';
  return meetSchema.parse({
    id: `${id}-meet`,
    name: 'Golden',
    venue: 'Oval',
    dates: { from: '2025-11-14', to: '2025-11-23' },
    timeZone: 'America/Denver',
    events: [{ id, name, kind, distance, track: { lapMetres: 400, loops }, ...more }],
    races: pairsOf(sheet).map((pair) => ({
      id: pair.race,
      event: id,
      name: `Pair ${pair.number ?? '-'}`,
      entries: pair.lines.map((line) => entryOf(sheet, pair, line)),
    })),
  });
}

function metresOf({ distance, isPursuit }: PairsSheet): number[] {
  const step = isPursuit ? 200 : 400;
  return Array.from({ length: Math.ceil(distance / step) }, (_, i) => distance - i * step).reverse();
}

/** When a skater of a race over `timeUs` is at `metres`: a standing start, and then even laps. */
function timeAt(metres: number, distance: number, timeUs: number): number {
  return metres === distance ? timeUs : Math.round((timeUs * (metres + 30)) / (distance + 30));
}

type Told = Omit<FactDraft, 'id'> & Record<string, unknown>;

/** What the decoders and the photo finish saw of one line; no reading but the picture names anybody or a race. */
function readingsOf(sheet: PairsSheet, pair: Pair, line: PairsLine, gunUs: number): Told[] {
  const { bib, status, lane } = line.printed;
  if (status === 'WDR' || line.printed.pair === undefined) return [];
  const all = metresOf(sheet);
  const timeUs = line.timeUs ?? Math.round(sheet.distance * 75_000);
  const points = status === 'DNF' ? all.slice(0, 1) : all;
  const skaters = sheet.isPursuit ? members : [''];
  const loopOf = (index: number) => (sheet.isPursuit && (lane === 'Finish') === (index % 2 === 0) ? 'back' : 'finish');
  const source = 'decoder';
  const told = points.flatMap((metres, index) =>
    skaters.flatMap((member, place): Told[] => {
      // The last skater of a team is the one whose time it is; ankles come a hand's breadth apart.
      const at = gunUs + timeAt(metres, sheet.distance, timeUs) - (skaters.length - 1 - place) * 210_000;
      const reading = { kind: 'passing', source, loop: loopOf(index), how: 'transponder' } as const;
      return [
        { ...reading, at: at + 1300, transponder: `${bib}${member}1` },
        { ...reading, at: at + 21_700, transponder: `${bib}${member}2` },
      ];
    }),
  );
  const finish = { kind: 'passing', source, loop: loopOf(points.length - 1), how: 'photo', race: pair.race } as const;
  return status === 'DNF' ? told : [...told, { ...finish, at: gunUs + timeUs, entry: line.entry }];
}

function rulingOf(pair: Pair, { entry, printed: { status, code } }: PairsLine): Told[] {
  if (status === undefined && code === undefined) return [];
  return [
    { kind: 'ruling', race: pair.race, entry, status: status ?? 'ok', ...(code !== undefined && { code }) } as Told,
  ];
}

function skated(sheet: PairsSheet, pair: Pair, index: number): Told[] {
  const { race, lines } = pair;
  const gunUs = zeroUs + index * slotUs;
  const groups = [...new Set(lines.map((line) => groupOf(pair, line)))].sort();
  const gunOf = (group: string | undefined) => gunUs + (group === '2' ? quartetUs : 0);
  const rulings = lines.flatMap((line) => rulingOf(pair, line));
  if (pair.number === undefined) return rulings;
  const guns = groups.map(
    (group): Told => ({ kind: 'start', race, source: 'decoder', at: gunOf(group), group }) as Told,
  );
  const readings = lines.flatMap((line) => readingsOf(sheet, pair, line, gunOf(groupOf(pair, line))));
  readings.sort((a, b) => Number(a.at) - Number(b.at));
  const arm = { kind: 'arm', race, fromUs: gunUs - 60_000_000 } as Told;
  const close = { kind: 'close', race, toUs: gunUs + slotUs - 70_000_000 } as Told;
  return [arm, ...guns, ...readings, ...rulings, close];
}

/** The facts of all races of a sheet in the order of sending. */
export function pairsFacts(sheet: PairsSheet): FactDraft[] {
  const told = pairsOf(sheet).flatMap((pair, index) => skated(sheet, pair, index));
  return told.map((fact, index) => {
    const said = Object.fromEntries(Object.entries(fact).filter(([, value]) => value !== undefined));
    return factDraftSchema.parse({ ...said, id: `${sheet.id}.${index + 1}` });
  });
}

/** The standings of a sheet's event as it prints them, in their order, with pair and lane from the boards of the races. */
export function printedPairs(boards: Boards, sheet: PairsSheet): PrintedPairLine[] {
  const { standings } = stateOf(boards, `event/${sheet.id}`) as EventState;
  const numbers = new Map(pairsOf(sheet).map(({ race, number }) => [race, number]));
  const printedLane = (lane: string | undefined) => {
    const [inner, outer] = sheet.isPursuit ? ['Finish', 'Crossing'] : ['In', 'Out'];
    return lane === undefined ? undefined : lane === 'inner' ? inner : outer;
  };
  const sorted = Object.values(standings).sort((a, b) => a.order - b.order);
  return sorted.map(({ rank, race, entry, bib, name, nation, timeUs, behindUs, thousandth, status, code }) => {
    const row = (stateOf(boards, `race/${race}`) as Board).rows[entry ?? ''];
    const pair = numbers.get(race ?? '');
    const lane = printedLane(row?.lane);
    return {
      ...{ bib: bib ?? '', name },
      ...(rank !== undefined && { rank }),
      ...(nation !== undefined && { nation }),
      ...(pair !== undefined && { pair }),
      ...(lane !== undefined && { lane }),
      ...(timeUs !== undefined && { time: formatTime(timeUs, { thousandth: thousandth === true }) }),
      ...(behindUs !== undefined && behindUs > 0 && { behind: formatDiff(behindUs) }),
      ...(status !== undefined && { status }),
      ...(code !== undefined && { code }),
    };
  });
}
