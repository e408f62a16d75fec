// One mass start as meet and facts, and its board as a sheet would print it.
import { massStartScript } from '../../server/demo/mass-start-script.ts';
import type { Ankles } from '../../server/demo/programme.ts';
import { dated } from '../../server/demo/script.ts';
import { seeded } from '../../server/demo/seeded.ts';
import type { MassStartSheet } from '../../server/demo/sheet.ts';
import { type Boards, noBoards } from '../../server/engine/boards.ts';
import { fold, stateOf } from '../../server/engine/fold.ts';
import type { Board } from '../../shared/board.ts';
import { type Fact, type FactDraft, isReading, type JournalRecord } from '../../shared/facts.ts';
import { formatTime } from '../../shared/format-time.ts';
import { type Meet, meetSchema } from '../../shared/meet.ts';
import type { PrintedLine } from './official-sheets.ts';

/** Where and when a sheet is skated again. */
export interface Place {
  readonly race: string;
  readonly zeroUs: number;
}

const here: Place = { race: 'golden', zeroUs: 1_790_000_000_000_000 };

function anklesOf(sheet: MassStartSheet): Ankles {
  return new Map(sheet.lines.map(({ entry, bib }) => [entry, [`${bib}L`, `${bib}R`]]));
}

export function meetOf(sheet: MassStartSheet, { race } = here): Meet {
  const ankles = anklesOf(sheet);
  return meetSchema.parse({
    id: `${race}-meet`,
    name: 'Golden',
    venue: 'Oval',
    dates: { from: '2025-11-14', to: '2025-11-16' },
    timeZone: 'America/Denver',
    events: [{ id: `${race}-event`, name: 'Mass Start', kind: 'massStart', track: { lapMetres: 387 } }],
    races: [
      {
        id: race,
        event: `${race}-event`,
        name: 'Mass Start',
        entries: sheet.lines
          .map(({ entry, bib, name, nation }) => ({ id: entry, bib, name, nation, transponders: ankles.get(entry) }))
          .sort((a, b) => Number(a.bib) - Number(b.bib)),
      },
    ],
  });
}

/** The facts of a race in the order of sending. */
export function factsOf(sheet: MassStartSheet, ruleNonFinishers: boolean, { race, zeroUs } = here): FactDraft[] {
  const officials = { referee: 'R', starter: 'S' };
  const transponders = anklesOf(sheet);
  const plan = { race, sheet, transponders, officials, plannedLaps: 16, ruleNonFinishers };
  return massStartScript(plan).map((step, index) => dated(step, `${race}.${index + 1}`, zeroUs, 1));
}

/** Readings in any order among decisions, which keep theirs; the signature stays last. */
export function shuffled(facts: readonly FactDraft[], seed: string): FactDraft[] {
  const random = seeded(seed);
  const decisions = facts.filter((fact) => !isReading(fact) && fact.kind !== 'official');
  const places = decisions.map(random).sort((a, b) => a - b);
  const placed = decisions.map((fact, index) => ({ fact, place: places[index]! }));
  const deck = [...placed, ...facts.filter(isReading).map((fact) => ({ fact, place: random() }))];
  const dealt = deck.sort((a, b) => a.place - b.place).map(({ fact }): FactDraft => fact);
  return [...dealt, ...facts.filter(({ kind }) => kind === 'official')];
}

function stamped(draft: FactDraft, seq: number): Fact {
  const acceptedUs = here.zeroUs + seq;
  return { ...draft, at: isReading(draft) ? draft.at : acceptedUs, seq, acceptedUs, by: 'golden' } as Fact;
}

/** The boards after the facts, `batch` of them a commit. */
export function folded(meet: Meet, facts: readonly FactDraft[], batch = 1): Boards {
  const version: JournalRecord = { kind: 'meet', seq: 1, acceptedUs: here.zeroUs, by: 'golden', version: 1, meet };
  let boards = fold(noBoards, [version]);
  const records = facts.map((fact, index) => stamped(fact, index + 2));
  for (let from = 0; from < records.length; from += batch) boards = fold(boards, records.slice(from, from + batch));
  return boards;
}

/** The board of the only race of a meet after the facts. */
export function boardOf(meet: Meet, facts: readonly FactDraft[], batch = 1): Board {
  return stateOf(folded(meet, facts, batch), `race/${meet.races[0]!.id}`) as Board;
}

/** The rows as a sheet prints them, in the order of the screen. */
export function printed({ rows, sprints }: Board): PrintedLine[] {
  const columns = Object.keys(sprints).map((number) => `s${number}`);
  const sorted = Object.values(rows).sort((a, b) => a.order - b.order);
  return sorted.map(({ rank, bib, name, nation, laps, points, timeUs, flags, status, code }) => ({
    ...{ rank: rank!, bib: bib!, name, nation: nation!, laps, total: points!.total },
    points: columns.map((column) => points![column] ?? 0),
    ...(timeUs !== undefined && { time: formatTime(timeUs, { thousandth: flags.thousandth === true }) }),
    ...(status === 'DQ' && { status }),
    ...(code !== undefined && { code }),
  }));
}
