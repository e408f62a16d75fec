// The columns of a race's sheet: those that this kind of race has and that have something to say. Pure.
import type { Board, Row } from '../../shared/board.ts';
import { formatDiff, formatTime } from '../../shared/format-time.ts';
import { words } from '../kit/desk-words.ts';
import { laneWord } from '../kit/messages.ts';
import { cupText, gapText, pointsText, resultText } from '../kit/row-texts.ts';
import { sprintKeys, sprintName } from '../kit/sprint-words.ts';

export interface Column {
  readonly head: string;
  readonly side: 'number' | 'number time' | 'text';
  readonly text: (row: Row) => string;
  /** On a phone it stands in the opened row instead. */
  readonly minor?: true;
}

const number = (head: string, text: (row: Row) => string): Column => ({ head, side: 'number', text });
const minor = (head: string, text: (row: Row) => string): Column => ({ head, side: 'number', text, minor: true });

/** The difference to the best time of the rows, as the sheets have it. */
function behind({ rows, race }: Board): (row: Row) => string {
  const digits = race.digits ?? 2;
  const stepUs = digits === 3 ? 1000 : 10_000;
  const cut = (us: number) => Math.trunc(us / stepUs) * stepUs;
  const times = Object.values(rows).flatMap(({ timeUs, flags, status }) =>
    flags.finished === true && status === undefined && timeUs !== undefined ? [timeUs] : [],
  );
  const bestUs = times.reduce((least, timeUs) => Math.min(least, timeUs), Number.POSITIVE_INFINITY);
  return ({ timeUs, flags, status }) =>
    timeUs === undefined || flags.finished !== true || status !== undefined || timeUs <= bestUs
      ? ''
      : formatDiff(cut(timeUs) - cut(bestUs), digits);
}

/** M10 and the pair sheets, by what is there; a start list has who starts where. */
export function columnsOf(board: Board): readonly Column[] {
  const { race, sprints, rows } = board;
  const all = Object.values(rows);
  const has = (test: (row: Row) => unknown) => all.some((row) => test(row) !== undefined);
  const laneOf = ({ lane }: Row) => (lane === undefined ? '' : laneWord(lane));
  const lane = has((row) => row.lane) && ({ head: words('lane'), side: 'text', text: laneOf } as const);
  if (race.status === 'scheduled' || race.status === 'armed') return lane ? [lane] : [];
  const live = race.status === 'running' && race.kind !== 'pairs';
  const digits = race.digits ?? 2;
  const timed = (row: Row) => (live && row.flags.finished !== true ? gapText(row, digits) : resultText(row, digits));
  const candidates: (Column | false)[] = [
    lane && { ...lane, minor: true },
    has(({ reactionUs }) => reactionUs) &&
      minor(words('reaction'), ({ reactionUs }) => (reactionUs === undefined ? '' : (reactionUs / 1e6).toFixed(3))),
    has(({ openingUs }) => openingUs) &&
      minor(words('opening'), ({ openingUs }) => (openingUs === undefined ? '' : formatTime(openingUs, { digits }))),
    race.kind === 'massStart' && minor(words('lapsInAll'), ({ laps }) => String(laps)),
    ...sprintKeys(sprints).map((n) => minor(sprintName(sprints, n), (row) => pointsText(row.points?.[`s${n}`]))),
    has(({ points }) => points) && number(words('points'), ({ points }) => String(points?.total ?? '')),
    { head: words(live ? 'gap' : 'time'), side: 'number time', text: timed },
    !live && race.kind !== 'massStart' && number(words('behindHead'), behind(board)),
    has(({ cup }) => cup) && minor(words('cup'), ({ cup }) => cupText(cup)),
  ];
  return candidates.filter((column) => column !== false);
}
