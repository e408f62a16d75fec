// What a graphic claims of a race or an event: figures that nothing but a correction changes. Gaps, groups and forecasts go on
// by themselves as a race does, and claim nothing. Pure.
import type { Board, Row } from '../../../shared/board.ts';
import { truncateUs } from '../../../shared/format-time.ts';
import type { Standing } from '../../../shared/meet-state.ts';
import type { Take } from '../../../shared/on-air.ts';
import { isTimed } from '../disciplines/registry.ts';
import { isOver } from '../race/status.ts';
import { byResult, type Shown } from './figures.ts';

/** Names of figures by whose they are: an entry of the race, a line of the standings, or the race itself. */
export type Claims = ReadonlyMap<string, readonly string[]>;

const who = ['name', 'nation'];

const nothing: Claims = new Map();

function marksOf({ marks = {} }: { marks?: Row['marks'] | undefined }): string[] {
  return Object.keys(marks).map((mark) => `mark.${mark}`);
}

const isTaken = ({ state }: Board['sprints'][string]) => state !== 'ahead' && state !== 'open';

/** Lines of the standings. A rank is one among those who were on the same picture: who skates later moves it. */
function ofStandings({ event }: Shown, isOn: (line: Standing) => boolean): Claims {
  return new Map(
    Object.entries(event?.standings ?? {}).flatMap(([key, line]) =>
      isOn(line) ? [[key, [byResult, 'rank', 'time', 'status', ...who]] as const] : [],
    ),
  );
}

function ofResult(shown: Shown): Claims {
  const { board } = shown;
  if (isTimed(board.race)) {
    const claims = new Map(ofStandings(shown, ({ rank, status }) => (rank ?? status) !== undefined));
    for (const [key, fields] of claims) claims.set(key, [...fields, ...marksOf(shown.event?.standings[key] ?? {})]);
    return claims;
  }
  if (!isOver(board.race)) return nothing;
  const rows = Object.entries(board.rows);
  const result = ['rank', 'time', 'points', 'status', ...who];
  return new Map([
    [board.race.id, ['name']],
    ...rows.map(([key, row]) => [key, [...result, ...marksOf(row)]] as const),
  ]);
}

/** On the ice places and gaps are of the moment; points are those of sprints whose places are taken. */
function ofTower(shown: Shown): Claims {
  const { board } = shown;
  if (isTimed(board.race)) return ofStandings(shown, ({ rank }) => rank !== undefined);
  if (isOver(board.race)) return ofResult(shown);
  const taken = Object.entries(board.sprints).flatMap(([number, sprint]) => (isTaken(sprint) ? [number] : []));
  return new Map([
    [board.race.id, ['laps']],
    ...Object.entries(board.rows).map(([entry, { status, points = { total: 0 } }]) => {
      const won = taken.filter((number) => (points[`s${number}`] ?? 0) > 0).map((number) => `sprint.${number}`);
      return [entry, [...who, ...won, ...(status === undefined ? [] : ['status'])]] as const;
    }),
  ]);
}

/** Whose time is the one to beat, as a line of the standings. */
function fastestOf({ board: { best, race }, event }: Shown, last: string | undefined): readonly string[] {
  const beat = last === undefined ? undefined : best[last];
  const digits = race.digits ?? 2;
  const isHis = (line: Standing) =>
    line.entry === beat?.entry && truncateUs(line.timeUs ?? 0, digits) === truncateUs(beat.timeUs, digits);
  return Object.entries(event?.standings ?? {}).flatMap(([key, line]) => (isHis(line) ? [key] : []));
}

/** The last split of each lane, the result once it is there, and the time to beat. */
function ofLanes(shown: Shown): Claims {
  const { board } = shown;
  if (!isTimed(board.race)) return nothing;
  const points = Object.entries(board.course).sort(([, a], [, b]) => b.order - a.order);
  const lanes = Object.entries(board.rows).map(([entry, row]) => {
    const [id, point] = points.find(([id]) => row.splits[id] !== undefined) ?? [];
    const isKnown = id !== undefined && row.splits[id]?.estimated !== true;
    const at = isKnown ? ['split', 'splitRank', 'diff'].map((kind) => `${kind}.${point?.name}`) : [];
    const over = row.flags.finished === true || row.status !== undefined ? ['rank', 'time', 'status'] : [];
    return [entry, [...at, ...over, ...marksOf(row), ...who]] as const;
  });
  const fastest = fastestOf(shown, points[0]?.[0]).map((key) => [key, [byResult, 'time', 'name']] as const);
  return new Map([...lanes, ...fastest]);
}

/** Who takes what in a sprint whose places are taken; where none is asked for, in the last such. */
function ofSprint({ sprints }: Board, asked: string | undefined): Claims {
  const taken = Object.entries(sprints)
    .filter(([, sprint]) => isTaken(sprint))
    .sort(([, a], [, b]) => b.lap - a.lap);
  const [number, sprint] = taken.find(([number]) => asked === undefined || number === asked) ?? [];
  if (number === undefined || sprint === undefined) return nothing;
  return new Map(sprint.order.flat().map((entry) => [entry, [`sprint.${number}`, ...who]]));
}

/** Who is named: in the foremost groups that are small. */
function ofGroups({ groups }: Board): Claims {
  const foremost = Object.entries(groups)
    .sort(([a], [b]) => Number(a) - Number(b))
    .slice(0, 4);
  const small = foremost.filter(([, { entries }]) => entries.length <= 6);
  return new Map(small.flatMap(([, { entries }]) => entries.map((entry) => [entry, who] as const)));
}

/** Whom a list of what is needed names. */
function ofNeeds({ rows }: Board): Claims {
  const named = Object.entries(rows).filter(([, { forecast }]) => forecast !== undefined && forecast.state !== 'out');
  return new Map(named.map(([entry]) => [entry, who]));
}

export function claimsOf({ graphic, entry, sprint }: Take, shown: Shown): Claims {
  const { board } = shown;
  switch (graphic) {
    case 'clock':
      return new Map([[board.race.id, ['name', 'laps', ...(isOver(board.race) ? ['clock'] : [])]]]);
    case 'result':
      return ofResult(shown);
    case 'tower':
      return ofTower(shown);
    case 'pair':
      return ofLanes(shown);
    case 'sprint':
      return ofSprint(board, sprint);
    case 'athlete':
      return entry === undefined ? nothing : new Map([[entry, [...who, 'club', 'bib', 'members']]]);
    case 'group':
      return ofGroups(board);
    case 'needs':
      return ofNeeds(board);
    case 'correction':
      // What a caption says is what its alert tells, and follows.
      return nothing;
  }
}
