// Every word a screen shows, in English: the catalogue for the codes of `says`, and the labels. Text is never on the
// wire, so another language is another file like this one.
import type { Says } from '../../shared/board.ts';
import { formatDiff, formatTime } from '../../shared/format-time.ts';

type Values = Says['values'];

const labels = {
  waiting: 'Connecting',
  live: 'Live',
  offline: 'Offline',
  stale: 'Stale',
  closed: 'Closed',
  play: 'Play',
  pause: 'Pause',
  moment: 'Moment',
  copyLink: 'Copy link',
  heardAgo: 'no data for {seconds} s',
  scheduled: 'Start list',
  armed: 'On the ice',
  running: 'Live',
  stopped: 'Race stopped',
  finished: 'Result',
  underReview: 'Under review',
  official: 'Official result',
  cancelled: 'Cancelled',
  revision: 'Revision {number}',
  falseStartCleared: 'False start',
  fallCleared: 'Fall',
  stoppedCleared: 'Race stopped',
  testCleared: 'Test',
  attempt: 'Attempt {attempt}',
  pending: 'Later facts would change {names}',
  bellAlarm: 'Bell rung for lap {lap}',
  // The space between the last two does not break: beside a digit the label stands in two lines.
  lapsToGo: 'Laps to\u00a0go',
  lapsInAll: 'Laps',
  start: 'Start',
  lastLap: 'Last lap',
  finish: 'Finish',
  onTheIce: 'On the ice',
  classification: 'Classification',
  gap: 'Gap',
  points: 'Pts',
  time: 'Time',
  sprint: 'Sprint {number}',
  finishSprint: 'Finish',
  lap: 'Lap {lap}',
  sprintThisLap: 'this lap',
  sprintNextLap: 'next lap',
  sprintIn: 'in {laps} laps',
  sprintOpen: 'open',
  sprintProvisional: 'provisional',
  sprintConfirmed: 'confirmed',
  groupLeader: 'Leader',
  groupBreak: 'Break',
  groupChase: 'Chase',
  groupPeloton: 'Peloton',
  groupDropped: 'Dropped',
  skaters: '{count} skaters',
  oneSkater: '1 skater',
  lead: 'leads by {gap}',
  behind: '{gap}',
  lapDown: '1 lap',
  lapsDown: '{laps} laps',
  overdue: 'overdue',
  winner: 'Winner',
  toBeat: 'To beat',
  split: 'Metres',
  best: 'Best',
  lapTime: 'Lap',
  diff: 'Diff',
  rank: 'Rank',
  standings: 'Standings',
  result: 'Result',
  soFar: 'After {count} of {all}',
  page: '{page} / {pages}',
  air: 'Air {degrees} °C',
  ice: 'Ice {degrees} °C',
  humidity: 'Humidity {percent} %',
  referee: 'Referee {name}',
  starter: 'Starter {name}',
  next: 'Next',
  programme: 'Programme',
  waitingForRace: 'Waiting for this race',
  waitingForMeet: 'Waiting for the next race',
  laps: '{laps} laps',
  noTime: 'no time',
  metres: '{metres} m',
} as const;

export type Label = keyof typeof labels;

/**
 * What a moment of the board's log says; `{who}` are those it is about, values that end in `Us` are printed as times.
 * A code with variants is looked up as `code.value` first.
 */
const moments: Readonly<Record<string, string>> = {
  won: '{name} is first over the line',
  sprintWon: '{name} takes the sprint of lap {lap}',
  finished: '{name} finishes in {timeUs}',
  corrected: '{name} at {point}: {afterUs}, not {beforeUs}',
  falseStart: 'False start: {who}',
  cleared: 'Called back',
  'cleared.falseStart': 'Called back after a false start',
  'cleared.fall': 'Called back after a fall',
  'cleared.stopped': 'The race was stopped',
  'cleared.test': 'Test finished',
  length: 'The race is {laps} laps long',
  official: 'Result signed by {signer}',
  reopened: 'The result is open again',
  protest: 'Protest by {by}: {state}',
  ruling: '{who}: {status}',
  'ruling.ok': '{who}: ruling lifted',
  'ruling.DNS': '{who} does not start',
  'ruling.DNF': '{who} does not finish',
  'ruling.DQ': '{who} is disqualified',
  'ruling.WDR': '{who} withdraws',
  'ruling.PEN': '{who} is penalised',
  'ruling.YC': 'Yellow card for {who}',
  'ruling.RC': 'Red card for {who}',
  'ruling.ADV': '{who} is advanced',
  'ruling.ADA': '{who} is advanced to final A',
  'ruling.ADB': '{who} is advanced to final B',
  'ruling.lapped': '{who} is lapped',
  placeForTicket: 'Place {place} at {name} is enough for a ticket',
  timeForTicket: 'Faster than {timeUs} at {name} is enough for a ticket',
  standardForTicket: '{timeUs} at {name} is enough for a ticket',
};

/** The value whose variants have sentences of their own. */
const variantOf: Readonly<Record<string, string>> = { cleared: 'reason', ruling: 'status' };

const place = /\{(\w+)\}/g;

/** Values that are times since the gun; every other one that ends in `Us` is a difference. */
const times: ReadonlySet<string> = new Set(['timeUs', 'beforeUs', 'afterUs']);

function filled(text: string, values: Values, digits: 2 | 3 = 2): string {
  return text.replace(place, (whole, key: string) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (value === undefined) return whole;
    if (typeof value !== 'number' || !key.endsWith('Us')) return String(value);
    return times.has(key) ? formatTime(value, { digits }) : formatDiff(value, digits);
  });
}

/** A label of the screen itself. */
export function words(label: Label, values: Values = {}): string {
  return filled(labels[label], values);
}

/** What a code of the wire says of `who`, times with so many digits, or undefined for one this page is too old to know. */
export function sentence({ code, values }: Says, who: string, digits: 2 | 3 = 2): string | undefined {
  const variant = values[variantOf[code] ?? ''];
  const key = [`${code}.${variant}`, code].find((known) => Object.hasOwn(moments, known));
  return key === undefined ? undefined : filled(moments[key] ?? '', { who, ...values }, digits);
}
