import { expect, it } from 'vitest';
import { iceLines } from '../../../client/arena/ice-lines.ts';
import { runningMassStart, scheduledMassStart } from '../fixtures.ts';

const keys = (board: Parameters<typeof iceLines>[0]) => iceLines(board).lines.map(({ key }) => key);

it('[V7] rows stand by position on the ice, each group after its band', () => {
  const all = keys(runningMassStart());
  const rows = all.filter((key) => !key.startsWith('band'));
  const board = runningMassStart();
  expect(rows.map((entry) => board.rows[entry]?.position)).toEqual(rows.map((_, i) => i + 1));
  expect(all[0]).toBe('band 1');
  expect(all.indexOf('band 2')).toBe(4);
  expect(all.indexOf('band 3')).toBe(6);
});

it('[V7] several dropped groups share one band', () => {
  expect(keys(runningMassStart()).filter((key) => key.startsWith('band'))).toEqual([
    'band 1',
    'band 2',
    'band 3',
    'band 4',
  ]);
});

it('[V7] who was not seen yet stands behind those who were', () => {
  const board = runningMassStart();
  const { position: _, group: __, ...unseen } = board.rows.e4!;
  const rows = { ...board.rows, e4: { ...unseen, order: 1 } };
  expect(keys({ ...board, rows }).at(-1)).toBe('e4');
  expect(keys(scheduledMassStart()).slice(0, 3)).toEqual(['e1', 'e2', 'e3']);
});

it('[V7] who rides across is known', () => {
  expect([...iceLines(runningMassStart()).bridging]).toEqual(['e1']);
});

it('[V7] a row whose group the board does not name has no band', () => {
  const board = runningMassStart();
  expect(keys({ ...board, groups: {} }).some((key) => key.startsWith('band'))).toBe(false);
});
