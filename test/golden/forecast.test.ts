import { describe, expect, it } from 'vitest';
import type { MassStartSheet } from '../../server/demo/sheet.ts';
import { noBoards } from '../../server/engine/boards.ts';
import { fold, stateOf } from '../../server/engine/fold.ts';
import type { Board } from '../../shared/board.ts';
import { isReading, type JournalRecord } from '../../shared/facts.ts';
import { type Meet, meetSchema } from '../../shared/meet.ts';
import { factsOf, meetOf } from './golden-race.ts';
import { officialSheets, whyAbsent } from './official-sheets.ts';

if (officialSheets.length === 0) it.skip(`[N1] ${whyAbsent}`, () => {});

/** As a semi-final from which eight go on. */
function semiFinal(meet: Meet): Meet {
  return meetSchema.parse({ ...meet, events: meet.events.map((event) => ({ ...event, rules: { qualify: 8 } })) });
}

/** By entry: all that was said to be certain while the race was on, reading by reading; and the board at the end. */
function skated(sheet: MassStartSheet): { claims: ReadonlyMap<string, ReadonlySet<string>>; board: Board } {
  const meet = semiFinal(meetOf(sheet));
  const topic = `race/${meet.races[0]?.id}`;
  const claims = new Map<string, Set<string>>();
  let boards = fold(noBoards, [{ kind: 'meet', seq: 1, acceptedUs: 0, by: 'golden', version: 1, meet }]);
  for (const [index, fact] of factsOf(sheet, false).entries()) {
    const at = isReading(fact) ? fact.at : index;
    boards = fold(boards, [{ ...fact, at, seq: index + 2, acceptedUs: index, by: 'golden' } as JournalRecord]);
    const { rows, race } = stateOf(boards, topic) as Board;
    for (const [entry, { forecast }] of race.status === 'running' ? Object.entries(rows) : []) {
      if (forecast?.state !== 'open')
        claims.set(entry, (claims.get(entry) ?? new Set()).add(forecast?.state ?? 'none'));
    }
  }
  return { claims, board: stateOf(boards, topic) as Board };
}

describe.each(officialSheets)('$title', ({ sheet }) => {
  it('[N1] what was certain of those who finish at any reading is so at the end', () => {
    const { claims, board } = skated(sheet);
    expect(claims.size).toBeGreaterThan(0);
    for (const [entry, { rank = 0, flags, status }] of Object.entries(board.rows)) {
      if (!flags.finished || flags.lapped || status !== undefined) continue;
      expect(['', rank <= 8 ? 'in' : 'out']).toContain([...(claims.get(entry) ?? [''])].join());
    }
  });
});
