// The mass start of the demo in mid-race: the picture of README, made from the facts that `npm start` sends.
import { anklesOf, demoMeet, raceId } from '../../server/demo/meet.ts';
import { worldCup } from '../../server/demo/meets/world-cup.ts';
import { dated } from '../../server/demo/script.ts';
import { noBoards } from '../../server/engine/boards.ts';
import { fold, stateOf } from '../../server/engine/fold.ts';
import type { Board } from '../../shared/board.ts';
import { isReading, type JournalRecord } from '../../shared/facts.ts';

/** The board as it is when `seconds` of the race are gone; its gun was that long ago. */
export function demoBoard(seconds: number): Board {
  const [race] = worldCup.races;
  if (race === undefined) throw new Error('the demo has no races');
  const id = raceId(1, race, worldCup);
  const zeroUs = (Date.now() - seconds * 1000) * 1000;
  const stamp = { acceptedUs: zeroUs, by: 'demo' };
  const meet: JournalRecord = { kind: 'meet', seq: 1, version: 1, meet: demoMeet(1, [race], worldCup), ...stamp };
  const due = race.script(id, anklesOf(1, race, worldCup)).filter(({ dueUs }) => dueUs <= seconds * 1_000_000);
  const facts = due.map((step, n): JournalRecord => {
    const fact = dated(step, `${id}.${n}`, zeroUs, 1);
    return { ...fact, ...stamp, seq: n + 2, at: isReading(fact) ? fact.at : zeroUs + step.dueUs };
  });
  return stateOf(fold(noBoards, [meet, ...facts]), `race/${id}`) as Board;
}
