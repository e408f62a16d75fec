// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { countdown } from '../../../client/arena/break-screen.ts';
import { lapBoard } from '../../../client/arena/lap-counter.ts';
import { candidateState, marginText, selectionPages } from '../../../client/arena/selection-lines.ts';
import { type Heard, slideAt, slidesOf } from '../../../client/arena/slides.ts';
import { sprintPop } from '../../../client/arena/sprint-pop.ts';
import { linesOfDay, pauseOn, timetableLines } from '../../../client/arena/timetable-lines.ts';
import { viewOf } from '../../../client/arena/views.ts';
import { wantedBy } from '../../../client/arena/wanted.ts';
import type { MeetState } from '../../../shared/meet-state.ts';
import { day, selections } from '../between-fixtures.ts';
import { officialMassStart, runningMassStart, scheduledMassStart, us } from '../fixtures.ts';
import { pair, standings } from '../pair-fixtures.ts';

const nowUs = us(1_800_000_000);
const meet = day({ minute: 92, lateMinutes: 7 }, nowUs);
const heard: Heard = { meet, selections: selections(), sponsors: ['a.png'], shape: 'wide', nowUs };
const shown = (view: Parameters<typeof slidesOf>[0], what: Partial<Heard> = {}) =>
  slidesOf(view, { ...heard, ...what }).map(({ picture, turns }) => `${picture} ${turns}`);

it('[V38] after a result come standings, the next start list, programme, selections and sponsors in turn, and with nothing on the meet first', () => {
  const event = standings(1000);
  expect(shown('auto', { board: pair(1000, 3), event, next: scheduledMassStart() })).toEqual([
    'race 2',
    'standings 1',
    'next 2',
    'timetable 1',
    'selection 2',
    'selection 1',
    'sponsors 1',
  ]);
  expect(shown('auto', { sponsors: [], selections: undefined })).toEqual(['idle 2', 'timetable 1']);
  expect(shown('auto', { meet: undefined, next: scheduledMassStart(0), selections: undefined, sponsors: [] })).toEqual([
    'idle 2',
  ]);
});

it('[V19] a screen that is asked for the standings of an event shows nothing else', () => {
  expect(shown('auto', { event: standings(1000) })).toEqual(['standings 1']);
});

it('[V38] while the ice is made its clock comes back after each picture', () => {
  const all = shown('auto', { meet: day({ minute: 29, distances: 3 }, nowUs), selections: undefined });
  expect(all).toEqual(['idle 2', 'break 2', 'timetable 1', 'break 2', 'sponsors 1', 'break 2']);
});

it('[V38] an operator chooses a picture, and where there is nothing of it the meet is shown', () => {
  expect(shown('selection')).toEqual(['selection 2', 'selection 1']);
  expect(shown('programme')).toEqual(['timetable 1']);
  expect(shown('sponsors', { sponsors: ['a', 'b', 'c', 'd', 'e'] })).toEqual(['sponsors 5']);
  expect(shown('sponsors', { sponsors: [] })).toEqual(['idle 1']);
  expect(shown('standings')).toEqual(['idle 1']);
  expect(['break', 'nonsense', '__proto__', null].map(viewOf)).toEqual(['break', 'auto', 'auto', 'auto']);
});

it('[V38] every slide has its turns, and of many sponsors all come round', () => {
  const sponsors = ['a', 'b', 'c', 'd', 'e'];
  const slides = slidesOf('auto', { ...heard, selections: undefined, sponsors });
  const seen = Array.from({ length: 12 }, (_, turn) => slideAt(slides, turn));
  expect(seen.map(({ slide: { picture }, page }) => `${picture} ${page}`).slice(0, 6)).toEqual([
    'idle 0',
    'idle 1',
    'timetable 0',
    'sponsors 0',
    'sponsors 1',
    'sponsors 2',
  ]);
  const shown = seen.filter(({ slide }) => slide.picture === 'sponsors');
  expect(new Set(shown.map(({ round, page }) => sponsors[(round * 3 + page) % 5]))).toEqual(new Set(sponsors));
});

it.each([
  [{ view: 'auto' }, { now: 'now', board: 'race/r1' }],
  [{ view: 'auto', race: 'x' }, { board: 'race/x' }],
  [{ view: 'auto', event: 'm500' }, { event: 'event/m500' }],
  [{ view: 'startList' }, { now: 'now', board: 'race/r2', meet: 'meet/m' }],
  [{ view: 'result' }, { now: 'now', board: 'race/r0', meet: 'meet/m' }],
  [
    { view: 'programme', race: 'x' },
    { now: 'now', meet: 'meet/m' },
  ],
  [{ view: 'selection', meet: 'other' }, { meet: 'meet/other' }],
  [{ view: 'blank', race: 'x' }, {}],
] as const)('[V37] a screen that is told %j follows %j and nothing else', (told, topics) => {
  const now = { meet: 'm', race: 'r1', onIce: ['r1'], next: 'r2', lastResult: 'r0' };
  const wanted = Object.entries(wantedBy(told, { now, board: runningMassStart() }));
  expect(Object.fromEntries(wanted.filter(([, topic]) => topic !== undefined))).toEqual(topics);
});

it('[V37] a screen that is told a meet follows what is on in it, and its selections where it has any', () => {
  const told = { view: 'auto', meet: 'wc-demo' } as const;
  const known = { meet: { ...meet, now: { ...meet.now, race: 'd2-1' } }, board: officialMassStart() };
  expect(wantedBy(told, known)).toMatchObject({
    board: 'race/d2-1',
    meet: 'meet/wc-demo',
    selections: 'selection/wc-demo',
  });
  expect(wantedBy(told, known).now).toBeUndefined();
  expect(wantedBy(told, known).next).toBe(`race/${meet.now.next}`);
  expect(wantedBy(told, { ...known, board: runningMassStart() }).next).toBeUndefined();
});

const lines = (state: MeetState, most = 20) =>
  linesOfDay(timetableLines(state, nowUs), most).map(
    ({ event, kind, state, over }) => `${event ?? kind} ${state} ${over}`,
  );

it('[V39] the races of a distance are one line, with what is on and what comes; of what is over only the last is left', () => {
  expect(lines(meet)).toEqual([
    'ice over 0',
    "Women's 1500 m on 2",
    'ice ahead 0',
    "Men's 1500 m ahead 0",
    'ice ahead 0',
    "Women's Mass Start ahead 0",
    'ice ahead 0',
    'ceremony ahead 0',
  ]);
  expect(lines(day({ minute: -5, distances: 1 }, nowUs))).toEqual([
    'warmUp over 0',
    "Women's 500 m next 0",
    'ice ahead 0',
    'ceremony ahead 0',
  ]);
  expect(lines(day({ minute: 900, distances: 1 }, nowUs), 2)).toEqual(['ice over 0', 'ceremony over 0']);
  expect(lines({ ...meet, now: { ...meet.now, onIce: ['d2-2'] } })[1]).toBe("Women's 1500 m on 2");
});

it('[V39] a race that is called up is told, and after a night another day begins', () => {
  const id = meet.now.next ?? '';
  const races = { ...meet.races, [id]: { ...meet.races[id]!, status: 'armed' as const } };
  expect(lines({ ...meet, races, now: { ...meet.now, onIce: [id] } })[1]).toBe("Women's 1500 m called 2");
  const tomorrow = {
    order: 999,
    event: 'd0',
    name: 'Final',
    status: 'scheduled',
    scheduledAt: nowUs + us(12 * 3600),
  } as const;
  expect(lines({ ...meet, races: { ...meet.races, tomorrow } })).toEqual(lines(meet));
  const over = day({ minute: 900, distances: 1 }, nowUs);
  expect(lines({ ...over, races: { ...over.races, tomorrow } })).toEqual(["Women's 500 m next 0"]);
});

it('[V39] a pause is on from its time to its end, unless a race is on the ice or was after it', () => {
  const pause = day({ minute: 29 }, nowUs);
  expect(pauseOn(pause, nowUs)).toEqual({ kind: 'ice', untilUs: nowUs + us(11 * 60) });
  expect(pauseOn(pause, nowUs + us(12 * 60))).toBeUndefined();
  expect(pauseOn({ ...pause, now: { ...pause.now, onIce: ['d1-0'] } }, nowUs)).toBeUndefined();
  const early = { ...pause.races, 'd1-0': { ...pause.races['d1-0']!, status: 'finished' as const } };
  expect(pauseOn({ ...pause, races: early }, nowUs)).toBeUndefined();
});

it.each([
  [us(61), '1:01'],
  [us(0.2), '0:01'],
  [0, '0:00'],
  [-us(5), '0:00'],
  [us(3600), '1:00:00'],
  [us(3601), undefined],
])('[V39] %i us before its end a pause counts %s', (leftUs, text) => {
  expect(countdown(nowUs + leftUs, nowUs)).toBe(text);
});

it('[V41] slots and people turn pages together, and who is first to be out is on the page of the last who is in', () => {
  const { olympic, best } = selections(18, 24).selections;
  const pages = selectionPages(olympic!, 'wide').map(({ slots, people }) => [slots.length, people.length]);
  expect(pages).toEqual([
    [9, 10],
    [9, 10],
  ]);
  expect(selectionPages(best!, 'wide').map(({ people, columns }) => [people.length, columns])).toEqual([
    [24, 2],
    [4, 2],
  ]);
  expect(selectionPages(selections(0, 7).selections.best!, 'banner').map(({ people }) => people.length)).toEqual([9]);
  expect(selectionPages({ ...best!, candidates: {} }, 'wide')).toEqual([]);
});

it.each([
  [{ selected: true, marginUs: us(0.2) }, '-0.20'],
  [{ marginUs: us(0.07) }, '+0.07'],
  [{ selected: true, marginPoints: 12 }, '+12'],
  [{ marginPoints: 3 }, '-3'],
  [{ points: 40 }, '40'],
  [{ timeUs: us(68.5) }, '1:08.50'],
  [{}, ''],
] as const)('[V41] by how much: %j is %s', (candidate, text) => {
  expect(marginText({ order: 1, name: 'X', ...candidate })).toBe(text);
});

it('[V41] who has no result yet and may still have a ticket is not out', () => {
  const candidate = { order: 1, name: 'X', forecast: { state: 'open' } } as const;
  expect(candidateState(candidate)).toBe('forecast.open');
  expect(candidateState({ ...candidate, rank: 4 })).toBe('out');
  expect(candidateState({ order: 1, name: 'X', forecast: { state: 'out' } })).toBe('out');
  expect(candidateState({ ...candidate, rank: 4, selected: true, provisional: true })).toBe('inProvisional');
});

it('[V42] the lap board has a word for the bell, the finish and a race that was stopped, else the laps', () => {
  const running = runningMassStart();
  const at = (toGo: number) => ({
    ...running,
    laps: { ...running.laps, toGo, ...(toGo === 1 && { bell: true as const }) },
  });
  expect([at(7), at(1), at(0), scheduledMassStart()].map(lapBoard)).toEqual(['laps', 'bell', 'finish', 'laps']);
  expect(lapBoard({ ...at(1), race: { ...running.race, status: 'stopped' } })).toBe('alert');
  expect(lapBoard({ ...running, laps: { total: 3, leader: 2, toGo: 1 } })).toBe('bell');
  expect(lapBoard({ ...running, laps: { total: 1, leader: 0, toGo: 1 } })).toBe('laps');
});

it('[V43] a sprint is shown for ten seconds after it was decided, by the time of the race, and the finish is not', () => {
  const board = { ...runningMassStart(), clock: { 1: { startUs: nowUs } } };
  const won = (code: string) => ({
    ...board,
    log: { m: { at: nowUs + us(300), says: { code, values: { sprint: 2 } } } },
  });
  expect(sprintPop(won('sprintWon'), nowUs + us(299))).toBeUndefined();
  expect(sprintPop(won('sprintWon'), nowUs + us(304))).toEqual({ sprint: '2', leftMs: 6000 });
  expect(sprintPop(won('sprintWon'), nowUs + us(310))).toBeUndefined();
  expect(sprintPop(won('won'), nowUs + us(304))).toBeUndefined();
  const open = {
    ...won('sprintWon'),
    sprints: { ...board.sprints, 2: { ...board.sprints[2]!, state: 'open' as const } },
  };
  expect(sprintPop(open, nowUs + us(304))).toBeUndefined();
  const fast = { ...won('sprintWon'), clock: { 1: { startUs: nowUs, rate: 10 } } };
  expect(sprintPop(fast, nowUs + us(34))).toEqual({ sprint: '2', leftMs: 6000 });
});
