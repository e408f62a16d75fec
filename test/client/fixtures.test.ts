import { expect, it } from 'vitest';
import { boardSchema } from '../../shared/board.ts';
import { eventStateSchema, meetStateSchema } from '../../shared/meet-state.ts';
import {
  falseStartCleared,
  finishedMassStart,
  officialMassStart,
  runningMassStart,
  scheduledMassStart,
} from './fixtures.ts';
import { heat } from './heat-fixtures.ts';
import { pair, programme, standings } from './pair-fixtures.ts';
import {
  longStandings,
  officialWithPending,
  pairCalledBack,
  teamPursuit,
  teamStandings,
  withConditions,
} from './team-fixtures.ts';

it.each([
  ['a start list', scheduledMassStart()],
  ['30 skaters called up', scheduledMassStart(30)],
  ['a race in mid-race', runningMassStart()],
  ['a race of 12', runningMassStart(12)],
  ['an open sprint', runningMassStart(24, true)],
  ['a result', finishedMassStart()],
  ['an official result', officialMassStart(30)],
  ['a false start', falseStartCleared()],
  ['a pair before its start', pair(500, 0)],
  ['a pair on its way', pair(1000, 2)],
  ['a long pair', pair(10000, 25)],
  ['a pair called back', pairCalledBack()],
  ['a team pursuit before its start', teamPursuit(0)],
  ['a team pursuit on its way', teamPursuit(11)],
  ['a team pursuit that is over', teamPursuit(16)],
  ['a result that later facts would change', officialWithPending()],
  ['a heat before its start', heat(5, 0)],
  ['a heat on its last lap', heat(10, 4)],
  ['a heat that is over', heat(10, 5)],
  ['a result with ice and officials', withConditions(finishedMassStart())],
])('[V9] the pictures are drawn from boards the server could send: %s', (_, board) => {
  expect(boardSchema.safeParse(board).error?.issues).toBeUndefined();
});

it('[V9] so are the standings and the programme beside them', () => {
  for (const event of [standings(1000), teamStandings(), longStandings(60)]) {
    expect(eventStateSchema.safeParse(event).error?.issues).toBeUndefined();
  }
  expect(meetStateSchema.safeParse(programme()).error?.issues).toBeUndefined();
});
