// Every picture of the arena page, as the states a server would have put: what screenshots and layout tests are made of.
import type { Board } from '../../shared/board.ts';
import type { MeetState } from '../../shared/meet-state.ts';
import type { ScreenSettings } from '../../shared/screen.ts';
import type { SelectionsState } from '../../shared/selection-state.ts';
import { day, selections } from '../client/between-fixtures.ts';
import {
  falseStartCleared,
  finishedMassStart,
  officialMassStart,
  runningMassStart,
  scheduledMassStart,
} from '../client/fixtures.ts';
import { heat } from '../client/heat-fixtures.ts';
import { pair, programme, quartet, standings } from '../client/pair-fixtures.ts';
import {
  inState,
  longStandings,
  officialWithPending,
  pairCalledBack,
  teamPursuit,
  teamStandings,
  withConditions,
} from '../client/team-fixtures.ts';

export interface Picture {
  /** The arena unless told. */
  readonly page?: 'lapcounter' | 'screen/west';
  /** Address behind that of the page. */
  readonly query: string;
  readonly topics: Readonly<Record<string, object>>;
  readonly sponsors?: Readonly<Record<string, string>>;
}

/** Its gun was as long ago as its last crossing says, and a little. */
function lately(board: Board): Board {
  if (board.race.status !== 'running') return board;
  const lastUs = Math.max(...Object.values(board.rows).map(({ timeUs = 0 }) => timeUs));
  return { ...board, clock: { 1: { startUs: Date.now() * 1000 - lastUs - 3_400_000 } } };
}

const massStart = (board: Board): Picture => ({ query: '?race=r', topics: { 'race/r': lately(board) } });
const paired = (board: Board): Picture => ({
  query: '?race=r',
  topics: { 'race/r': lately(board), 'event/m1000': standings(1000), 'event/m500': standings(500) },
});
const team = (board: Board): Picture => ({
  query: '?race=r',
  topics: { 'race/r': lately(board), 'event/tp-men': teamStandings() },
});

function meetPicture(view: string, meet: MeetState, chosen?: SelectionsState, page?: 'lapcounter'): Picture {
  const topics = { now: { meet: 'wc-demo', ...meet.now }, 'meet/wc-demo': meet };
  return {
    ...(page !== undefined && { page }),
    query: `?view=${view}`,
    topics: chosen === undefined ? topics : { ...topics, 'selection/wc-demo': chosen },
  };
}

/** A made-up sponsor's picture. */
const drawing = (width: number, height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" rx="20" fill="#0b5"/><circle cx="${width / 2}" cy="${height / 2}" r="60" fill="#fff"/></svg>`;

const lapBoard = (board: Board): Picture => ({ page: 'lapcounter', query: '?race=r', topics: { 'race/r': board } });

function inLap(board: Board, toGo: number): Board {
  return {
    ...board,
    laps: { ...board.laps, toGo, leader: board.laps.total - toGo, ...(toGo === 1 && { bell: true as const }) },
  };
}

/** Its second sprint was won in this moment. */
function sprintDecided(): Board {
  const board = lately(runningMassStart(24));
  const sprint = Object.keys(board.sprints).find((n) => board.sprints[n]?.state === 'provisional') ?? '1';
  const at = Date.now() * 1000;
  const says = { code: 'sprintWon', values: { sprint: Number(sprint), lap: 8, name: 'X', points: 3 } };
  return { ...board, log: { ...board.log, [`sprint-${sprint}`]: { at, says } } };
}

const told = (settings: Partial<ScreenSettings>) => ({
  name: 'west',
  settings: { view: 'auto', theme: 'dark', delayMs: 0, ...settings },
});

/** As the demo's is called: longer than a line. */
const longName = 'Division A (laps between the sprints reconstructed)';

export const pictures = {
  idle: { query: '', topics: { now: { meet: 'wc-demo', onIce: [], next: 'r2' }, 'meet/wc-demo': programme() } },
  'start-list-16': massStart(scheduledMassStart(16)),
  'start-list-30': massStart(scheduledMassStart(30)),
  'mass-start-24': massStart(inState(runningMassStart(24), { name: longName })),
  'mass-start-30': massStart(runningMassStart(30, true)),
  'mass-start-stopped': massStart(
    inState(scheduledMassStart(24), { status: 'stopped', attempt: 2, cleared: 'stopped' }),
  ),
  'result-24': massStart(withConditions(officialMassStart(24))),
  'result-30': massStart(inState(finishedMassStart(30), { status: 'underReview' })),
  'result-12': massStart(finishedMassStart(12)),
  'result-pending': massStart(officialWithPending(16)),
  'heat-start': massStart(heat(5, 0)),
  'heat-5': massStart(heat(5, 3)),
  'heat-10': massStart(heat(10, 4)),
  'heat-result': massStart(heat(5, 5)),
  'heat-result-10': massStart(heat(10, 5)),
  'false-start': massStart(falseStartCleared()),
  'pair-called-back': paired(pairCalledBack()),
  'pair-500': paired(pair(500, 1)),
  'pair-1000': paired(pair(1000, 2)),
  'pair-1000-result': paired(withConditions(inState(pair(1000, 3), { name: longName }))),
  'pair-10000': paired(pair(10000, 17)),
  'quartet-10000': paired(quartet(10000, 17)),
  'quartet-10000-result': paired(quartet(10000, 25)),
  'team-start': team(teamPursuit(0)),
  'team-live': team(teamPursuit(11)),
  'team-second-attempt': team(inState(teamPursuit(3), { attempt: 2, cleared: 'stopped' })),
  'team-result': team(teamPursuit(16)),
  'standings-teams': { query: '?event=tp-men', topics: { 'event/tp-men': teamStandings() } },
  timetable: meetPicture('programme', day({ minute: 92, lateMinutes: 7 })),
  'timetable-long': meetPicture('programme', day({ minute: -5, distances: 20 })),
  break: meetPicture('break', day({ minute: 29 })),
  'break-late': meetPicture('break', day({ minute: 70 })),
  selection: meetPicture('selection', day({ minute: 40 }), selections()),
  'selection-small': meetPicture('selection', day({ minute: 40 }), selections(6, 24)),
  sponsors: {
    ...meetPicture('sponsors', day({ minute: 40 })),
    sponsors: { 'wide.svg': drawing(600, 160), 'tall.svg': drawing(200, 500) },
  },
  'lapcounter-12': lapBoard(lately(runningMassStart(24))),
  'lapcounter-bell': lapBoard(lately(inLap(runningMassStart(24), 1))),
  'lapcounter-finish': lapBoard(lately(inLap(runningMassStart(24), 0))),
  'lapcounter-start': lapBoard(scheduledMassStart(24)),
  'lapcounter-stopped': lapBoard(inState(scheduledMassStart(24), { status: 'stopped' })),
  'lapcounter-idle': meetPicture('', day({ minute: 29 }), undefined, 'lapcounter'),
  get 'sprint-pop'() {
    return massStart(sprintDecided());
  },
  'screen-waits': { page: 'screen/west', query: '', topics: {} },
  'screen-hidden': { page: 'screen/west', query: '', topics: { 'screen/west': told({ hidden: true }) } },
  'standings-60': { query: '?event=m1000', topics: { 'event/m1000': longStandings(60) } },
} satisfies Readonly<Record<string, Picture>>;

export type PictureName = keyof typeof pictures;
