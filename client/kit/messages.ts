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
  results: 'Results',
  selections: 'Selections',
  search: 'Search a skater by name, bib or nation',
  nobodyFound: 'Nobody found',
  skater: 'Skater',
  bib: 'Bib',
  lane: 'Lane',
  reaction: 'Reaction',
  opening: 'Opening',
  behindHead: 'Behind',
  cup: 'WC points',
  run: 'Run {run}',
  round: 'Round',
  provisional: 'Provisional',
  downloadCsv: 'Download CSV',
  print: 'Print the sheet',
  hash: 'Hash of the facts it was made from',
  designated: 'Designated',
  in: 'In',
  inProvisional: 'In as it stands',
  out: 'Out',
  selectedOf: '{selected} of {quota} tickets',
  'forecast.in': 'certain',
  'forecast.out': 'cannot any more',
  'forecast.open': 'open',
  'ticket.open': 'open',
  'ticket.provisional': 'provisional',
  'ticket.filled': 'filled',
  'ticket.none': '',
  'timetable.ice': 'Ice preparation',
  'timetable.warmUp': 'Warm-up',
  'timetable.ceremony': 'Ceremony',
  'timetable.break': 'Break',
  'timetable.other': 'Programme',
  laps: '{laps} laps',
  noTime: 'no time',
  metres: '{metres} m',
} as const;

export type Label = keyof typeof labels;

/** The language of the words, as BCP 47 has it: what dates and numbers are written in. */
export function language(): string {
  return 'en-GB';
}

/**
 * What a moment of the board's log says; `{who}` are those it is about, values that end in `Us` are printed as times.
 * A code with variants is looked up as `code.variant` first; a part in square brackets stands only where its values are known.
 */
const moments: Readonly<Record<string, string>> = {
  won: '{name} is first over the line[ in {timeUs}][, {marginUs} before {second}]',
  sprintWon: '{name} takes the sprint of lap {lap}[, {points} points][, {marginUs} before {second}]',
  reordered: 'Photo finish of lap {lap}: {place} is {name}, not {before}',
  attack: '{who} {leadUs} ahead after lap {lap}',
  joined: 'Across to the front after lap {lap}: {who}',
  leadGrows: 'The lead of {who} grows to {leadUs} after lap {lap}',
  leadShrinks: 'The lead of {who} shrinks to {leadUs} after lap {lap}',
  caught: '{who} caught in lap {lap}',
  lostContact: '{who} lost contact in lap {lap}, {behindUs} behind',
  rejoined: 'Back in the bunch after lap {lap}: {who}',
  leader: '{name} takes the lead from {from} at {point}',
  'leader.lap': '{name} takes the lead from {from} after lap {lap}',
  bell: 'The bell for {name}[, who leads by {leadUs}]',
  bellWrong: 'Bell rung for lap {lap} of {laps}',
  newBest: '{name} {byUs} faster than {from} at {point}',
  bestLost: '{name} now {diffUs} on {from} at {point}',
  finished: '{name} finishes in {timeUs}[, {diffUs}, rank {rank}]',
  'finished.best': '{name} finishes in {timeUs}[, {diffUs}: faster than {from}]',
  record: '{mark}: {name} in {timeUs}',
  ownBest: '{mark} for {name}, {byUs} faster',
  ticketWon: '{name} is certain of a ticket',
  ticketLost: '{name} has no chance of a ticket any more',
  corrected: '{name} at {point}: {afterUs}, not {beforeUs}',
  removed: '{name}: a passing at {beforeUs} counts no more',
  moved: 'The passing at {timeUs} was[ of {after}][, not of {before}]',
  assigned: '{name} wears {transponder}: {readings} readings count',
  falseStart: 'False start: {who}',
  cleared: 'Called back',
  'cleared.falseStart': 'Called back after a false start',
  'cleared.fall': 'Called back after a fall',
  'cleared.stopped': 'The race was stopped',
  'cleared.test': 'Test finished',
  restarted: 'Started again, attempt {attempt}',
  length: 'The race is {laps} laps long',
  official: 'Result signed by {signer}',
  reopened: 'The result is open again',
  protest: 'Protest by {by}: {state}',
  'protest.open': '{by} protests',
  'protest.upheld': 'The protest of {by} is upheld',
  'protest.rejected': 'The protest of {by} is rejected',
  'protest.withdrawn': '{by} withdraws the protest',
  ruling: '{who}: {status}',
  'ruling.ok': '{who}: ruling lifted',
  'ruling.coded': '{who}: {code}',
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

/** What is enough, or the cut line. A part in square brackets stands only where its values are known. */
const needs: Readonly<Record<string, string>> = {
  finishPlace: '{place} at the finish',
  sprintPoints: '{points} points at lap {lap}[ and {place} at the finish]',
  'sprintPoints.1': '1 point at lap {lap}[ and {place} at the finish]',
  time: '{timeUs}',
  askingRate: '{laps} laps of {lapUs}, last {lastUs}',
  'askingRate.1': '1 lap of {lapUs}, last {lastUs}',
  lastLap: 'a last lap of {lastUs}',
  safeFrom: 'safe from {place} at the finish',
};

/** What a code says besides itself, where that has a sentence of its own. */
const variants: Readonly<Record<string, (values: Values) => unknown>> = {
  cleared: ({ reason }) => reason,
  protest: ({ state }) => state,
  ruling: ({ status, code }) => (status === 'ok' && code !== undefined ? 'coded' : status),
  leader: ({ lap }) => lap !== undefined && 'lap',
  finished: ({ diffUs }) => typeof diffUs === 'number' && diffUs < 0 && 'best',
  sprintPoints: ({ points }) => points,
  askingRate: ({ laps }) => laps,
};

const place = /\{(\w+)\}/g;

/** Values that are differences and have a sign; every other one that ends in `Us` is a time or a length of time. */
const differences: ReadonlySet<string> = new Set(['diffUs']);

/** Laps to come, which nobody skates to the hundredth. */
const rates: ReadonlySet<string> = new Set(['lapUs', 'lastUs']);

const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const rules = new Intl.PluralRules('en', { type: 'ordinal' });

/** `8th`. */
function ordinal(value: number): string {
  return `${value}${endings[rules.select(value)]}`;
}

function valueText(key: string, value: Values[string], digits: 2 | 3): string {
  if (typeof value !== 'number') return String(value);
  if (key === 'place') return ordinal(value);
  if (rates.has(key)) return formatTime(value, { digits: 1 });
  if (!key.endsWith('Us')) return String(value);
  return differences.has(key) ? formatDiff(value, digits) : formatTime(value, { digits });
}

function filled(text: string, values: Values, digits: 2 | 3 = 2): string {
  return text.replace(place, (whole, key: string) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    return value === undefined ? whole : valueText(key, value, digits);
  });
}

/** A label of the screen itself. */
export function words(label: Label, values: Values = {}): string {
  return filled(labels[label], values);
}

const optional = /\[(.*?)\]/g;

/** The text of a code, or of its variant with these values, with those optional parts whose values are known. */
function textOf(catalogue: Readonly<Record<string, string>>, { code, values }: Says): string | undefined {
  const variant = Object.hasOwn(variants, code) ? variants[code]?.(values) : undefined;
  const key = [`${code}.${variant}`, code].find((known) => Object.hasOwn(catalogue, known));
  return catalogue[key ?? '']?.replace(optional, (_, part: string) => {
    const isKnown = [...part.matchAll(place)].every(([, name = '']) => Object.hasOwn(values, name));
    return isKnown ? part : '';
  });
}

/** What a code of the wire says of `who`, times with so many digits, or undefined for one this page is too old to know. */
export function sentence(says: Says, who: string, digits: 2 | 3 = 2): string | undefined {
  const text = textOf(moments, says);
  return text === undefined ? undefined : filled(text, { who, ...says.values }, digits);
}

/** One thing that is enough, or a cut line: `2 points at lap 12 and 9th at the finish`. */
function need(says: Says, digits: 2 | 3): string | undefined {
  const text = textOf(needs, says);
  return text === undefined ? undefined : filled(text, says.values, digits);
}

/** What each by itself is enough: `2 points at lap 12 or 8th at the finish`; undefined where this page knows none of it. */
export function needed(all: readonly Says[], digits: 2 | 3 = 2): string | undefined {
  const texts = all.map((says) => need(says, digits)).filter((text) => text !== undefined);
  return texts.length === 0 ? undefined : texts.join(' or ');
}
