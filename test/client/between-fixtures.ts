// What a hall is shown between races: a day with pauses and delays, and selections of each kind.
import type { MeetState } from '../../shared/meet-state.ts';
import type { Candidate, SelectionState, SelectionsState, Ticket } from '../../shared/selection-state.ts';
import { us } from './fixtures.ts';
import { programme } from './pair-fixtures.ts';

const minuteUs = 60_000_000;

interface Day {
  /** The minute of the day's programme that it is now. */
  readonly minute: number;
  readonly lateMinutes?: number;
  readonly distances?: number;
}

/** Where it is about two in the afternoon: a day's programme is not read at midnight. */
function afternoonZone(nowUs: number): string {
  const ahead = 14 - (Math.floor(nowUs / (60 * minuteUs)) % 24);
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** A day of distances of eight pairs each, with the ice made between them; so many minutes of it are over. */
export function day({ minute, lateMinutes = 0, distances = 5 }: Day, nowUs = Date.now() * 1000): MeetState {
  const fromUs = nowUs - minute * minuteUs;
  const names = [
    "Women's 500 m",
    "Men's 500 m",
    "Women's 1500 m",
    "Men's 1500 m",
    "Women's Mass Start",
    "Men's Mass Start",
  ];
  const events: MeetState['events'] = {};
  const races: MeetState['races'] = {};
  const timetable: NonNullable<MeetState['timetable']> = {
    warm: { order: 1, kind: 'warmUp', at: fromUs - 60 * minuteUs, durationUs: 45 * minuteUs },
  };
  let order = 1;
  for (let i = 0; i < distances; i += 1) {
    const atUs = fromUs + i * 40 * minuteUs;
    events[`d${i}`] = { order: i + 1, name: names[i % names.length] as string, kind: 'pairs' };
    for (let pair = 0; pair < 8; pair += 1) {
      order += 1;
      const scheduledAt = atUs + pair * 3 * minuteUs;
      const status = scheduledAt + lateMinutes * minuteUs < nowUs ? 'official' : 'scheduled';
      const expectedAt =
        status === 'official' || lateMinutes === 0 ? {} : { expectedAt: scheduledAt + lateMinutes * minuteUs };
      races[`d${i}-${pair}`] = { order, event: `d${i}`, name: `Pair ${pair + 1}`, scheduledAt, status, ...expectedAt };
    }
    order += 1;
    const at = atUs + 25 * minuteUs;
    const expectedAt = at < nowUs || lateMinutes === 0 ? {} : { expectedAt: at + lateMinutes * minuteUs };
    timetable[`ice${i}`] = { order, kind: 'ice', at, ...expectedAt, durationUs: 15 * minuteUs };
  }
  order += 1;
  const at = fromUs + distances * 40 * minuteUs;
  timetable.medals = { order, kind: 'ceremony', name: 'Medals of the 500 m and 1500 m', at, durationUs: 20 * minuteUs };
  const next = Object.entries(races).find(([, { status }]) => status === 'scheduled')?.[0];
  const last = Object.entries(races).findLast(([, { status }]) => status === 'official')?.[0];
  const delay = lateMinutes === 0 ? {} : { delayUs: lateMinutes * minuteUs };
  const now = {
    onIce: [],
    ...(next !== undefined && { next }),
    ...(last !== undefined && { lastResult: last }),
    ...delay,
  };
  const selections = { olympic: { order: 1, name: 'Olympic team' }, best: { order: 2, name: 'World Cup team' } };
  const meet = { ...programme().meet, timeZone: afternoonZone(nowUs) };
  return { meet, events, races, timetable, now, selections };
}

const people = [
  'Jenning DE BOO',
  'Joep WENNEMARS',
  'Kjeld NUIS',
  'Stijn VAN DE BUNT',
  'Antoine GÉLINAS-BEAULIEU',
  'Tijmen SNEL',
  'Sebas DINIZ',
  'Merijn SCHEPERKAMP',
  'Jorrit BERGSMA',
  'Marcel BOSKER',
  'Wesly DIJS',
  'Tim PRINS',
] as const;

function slots(count: number): Record<string, Ticket> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i): [string, Ticket] => {
      const order = i + 1;
      if (i % 9 === 8) return [String(order), { order, designated: true, state: 'open', distinct: Math.min(9, i) }];
      const state = i < count / 3 ? 'filled' : i < (count * 2) / 3 ? 'provisional' : 'open';
      const athlete = `a${i % people.length}`;
      const held = state === 'open' ? {} : { athlete, athleteName: people[i % people.length] as string };
      const counts = state !== 'open' && i < people.length ? { counts: true as const } : {};
      return [
        String(order),
        {
          order,
          event: `d${i % 5}`,
          place: 1 + Math.floor(i / 5),
          state,
          ...held,
          ...counts,
          distinct: Math.min(9, order),
        },
      ];
    }),
  );
}

function candidates(selected: number, all: number): Record<string, Candidate> {
  return Object.fromEntries(
    Array.from({ length: all }, (_, i): [string, Candidate] => {
      const name = people[i % people.length] as string;
      const marginUs = i < selected ? us(0.2 * (selected - i)) : us(0.07 + 0.31 * (i - selected));
      const isIn =
        i < selected ? { selected: true as const, ...(i > selected / 2 && { provisional: true as const }) } : {};
      return [
        `a${i}`,
        { order: i + 1, name, nation: 'NED', rank: i + 1, ...isIn, ...(i >= selected - 2 && { marginUs }) },
      ];
    }),
  );
}

const matrix = (count: number): SelectionState => ({
  order: 1,
  name: 'Olympic team (without slots 9 and 12)',
  kind: 'matrix',
  quota: 9,
  selected: 6,
  slots: slots(count),
  candidates: candidates(6, 12),
  moves: [{ in: 'a5', out: 'a6' }],
  provisional: true,
});

/** A matrix of so many slots, and the best of several distances for so many. */
export function selections(slotCount = 18, quota = 5): SelectionsState {
  const best: SelectionState = {
    order: 2,
    name: 'World Cup team',
    kind: 'bestOf',
    quota,
    selected: quota,
    candidates: candidates(quota, quota + 6),
  };
  return { meet: 'wc-demo', selections: { olympic: matrix(slotCount), best } };
}
