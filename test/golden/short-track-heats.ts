// The men's 500 m heats of 2012 to 2015 that lie beside the checkout, read into our own words. They are not part of the project.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

const file = fileURLToPath(new URL('../../../shared/data/short-track/men-500m-laps-2012-2015.csv', import.meta.url));

/** Of a 500 m: after the half lap and after each lap. */
const crossingsOfCourse = 5;

/** Printed laps are whole hundredths and miss the time by less than this; where they do not, a zero was lost. */
const lapsToleranceUs = 15_000;

type SheetRow = Record<string, string>;

export type HeatMark = 'Q' | 'q' | 'QA' | 'QB' | 'ADV' | 'ADA' | 'ADB';
export type HeatStatus = 'PEN' | 'YC' | 'DNF' | 'DNS';

/** One crossing of the line as printed; what the sheet leaves blank is absent. */
export interface HeatCrossing {
  readonly place?: number;
  /** In whole hundredths. */
  readonly lapUs?: number;
}

/** One line of a heat's sheet. */
export interface HeatLine {
  /** The same in every round of a competition, by the skater's number there. */
  readonly entry: string;
  readonly bib: string;
  readonly name: string;
  readonly nation: string;
  /** Start position, 1 on the inside; it is also the helmet of old. */
  readonly start: number;
  /** Place in the heat; of one with a status there is none. */
  readonly place?: number;
  /** To the thousandth; of one with a place and no time the referee had ended the race. */
  readonly timeUs?: number;
  readonly mark?: HeatMark;
  readonly status?: HeatStatus;
  /** Always five. */
  readonly crossings: readonly HeatCrossing[];
  /** True where all laps are printed and add up to the time. */
  readonly consistent: boolean;
}

/** One race, in the order of its sheet. */
export interface Heat {
  readonly title: string;
  readonly competition: string;
  readonly round: string;
  readonly group: string;
  readonly lines: readonly HeatLine[];
}

/** The heats of one round of one competition. */
export interface HeatRound {
  readonly title: string;
  readonly competition: string;
  readonly round: string;
  readonly heats: readonly Heat[];
}

function microseconds(text: string | undefined): number | undefined {
  return text === undefined || text === '' ? undefined : Math.round(Number(text) * 1000) * 1000;
}

function number(text: string | undefined): number | undefined {
  return text === undefined || text === '' ? undefined : Number(text);
}

const marks: ReadonlySet<string> = new Set<HeatMark>(['Q', 'q', 'QA', 'QB', 'ADV', 'ADA', 'ADB']);
const statuses: ReadonlySet<string> = new Set<HeatStatus>(['PEN', 'YC', 'DNF', 'DNS']);

function crossingsOf(row: SheetRow): HeatCrossing[] {
  return Array.from({ length: crossingsOfCourse }, (_, index) => {
    const place = number(row[`rank_lap${index + 1}`]);
    const lapUs = microseconds(row[`time_lap${index + 1}`]);
    return { ...(place !== undefined && { place }), ...(lapUs !== undefined && { lapUs }) };
  });
}

function addUp(crossings: readonly HeatCrossing[], timeUs: number | undefined): boolean {
  if (timeUs === undefined || crossings.some(({ lapUs }) => lapUs === undefined)) return false;
  const sumUs = crossings.reduce((sum, { lapUs = 0 }) => sum + lapUs, 0);
  return Math.abs(sumUs - timeUs) <= lapsToleranceUs;
}

function lineOf(row: SheetRow): HeatLine {
  const bib = row.Num_Skater as string;
  const place = number(row.Rank_In_Group);
  const timeUs = microseconds(row.Time);
  const said = row.Qualification ?? '';
  const crossings = crossingsOf(row);
  return {
    entry: `n${bib}`,
    bib,
    name: row.Name as string,
    nation: row.Nationality as string,
    start: Number(row.Start_Position),
    crossings,
    consistent: addUp(crossings, timeUs),
    ...(place !== undefined && { place }),
    ...(timeUs !== undefined && { timeUs }),
    ...(marks.has(said) && { mark: said as HeatMark }),
    ...(statuses.has(said) && { status: said as HeatStatus }),
  };
}

function competitionOf({ Series, City, Year, Month, Day, Distance }: SheetRow): string {
  return `${Series}, ${City}, ${Year}-${Month?.padStart(2, '0')}-${Day?.padStart(2, '0')}, ${Distance}`;
}

/** Two races share the number of their group where its places begin anew; those without a place stand at the end of one. */
function beginsAnew(heat: Heat, { place }: HeatLine): boolean {
  const last = heat.lines.at(-1)?.place;
  return place !== undefined && (last === undefined || place < last);
}

function isOf(heat: Heat, row: SheetRow): boolean {
  return heat.competition === competitionOf(row) && heat.round === row.Round && heat.group === row.Group;
}

function read(): Heat[] {
  const rows: SheetRow[] = parse(readFileSync(file, 'utf8'), { columns: true, bom: true });
  const heats: (Heat & { lines: HeatLine[] })[] = [];
  for (const row of rows) {
    const line = lineOf(row);
    const open = heats.at(-1);
    if (open !== undefined && isOf(open, row) && !beginsAnew(open, line)) {
      open.lines.push(line);
      continue;
    }
    const competition = competitionOf(row);
    const { Round: round = '', Group: group = '' } = row;
    heats.push({ title: `${competition}, ${round} ${group}`, competition, round, group, lines: [line] });
  }
  return heats;
}

/** Empty where the file is absent. */
export const heats: readonly Heat[] = existsSync(file) ? read() : [];

function roundsOf(all: readonly Heat[]): HeatRound[] {
  const rounds = new Map<string, Heat[]>();
  for (const heat of all) {
    const title = `${heat.competition}, ${heat.round}`;
    rounds.set(title, [...(rounds.get(title) ?? []), heat]);
  }
  return [...rounds].map(([title, list]) => {
    const { competition, round } = list[0] as Heat;
    return { title, competition, round, heats: list };
  });
}

/** The rounds of every competition in the order in which they were skated. */
export const heatRounds: readonly HeatRound[] = roundsOf(heats);

export const whyNoHeats = 'skipped where there are no short-track heats in ../shared/data beside the checkout';
