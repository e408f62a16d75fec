import { expect, it } from 'vitest';
import { commitsOf } from '../../server/journal/commits.ts';
import { openMemoryJournal } from '../../server/journal/memory-journal.ts';
import type { JournalRecord } from '../../shared/facts.ts';
import { meetOf, passing, ruling } from './samples.ts';

const lines = (...acceptedUs: number[]) =>
  acceptedUs.map((at, i) => ({ seq: i + 1, acceptedUs: at }) as unknown as JournalRecord);

function told(batches: readonly (readonly JournalRecord[])[]): [number, number[]][] {
  return [...commitsOf(batches)].map(({ atUs, records }) => [atUs, records.map(({ seq }) => seq)]);
}

it('[J35] what was accepted at one moment is one commit, in order', () => {
  expect(told([lines(5, 5, 9, 12, 12)])).toEqual([
    [5, [1, 2]],
    [9, [3]],
    [12, [4, 5]],
  ]);
});

it('[J35] where the lines were cut into batches makes no difference', () => {
  const all = lines(5, 5, 5, 9, 9);
  const whole = told([all]);
  for (let cut = 0; cut <= all.length; cut += 1) {
    expect(told([all.slice(0, cut), [], all.slice(cut)])).toEqual(whole);
  }
  expect(told([])).toEqual([]);
  expect(told([[]])).toEqual([]);
});

it('[J35] where the clock went back between openings, commits stay apart and their instants rise', () => {
  expect(told([lines(100, 100, 20, 30, 99, 100, 200)])).toEqual([
    [100, [1, 2]],
    [101, [3]],
    [102, [4]],
    [103, [5]],
    [104, [6]],
    [200, [7]],
  ]);
});

it('[J35] lines that follow others go on from their last instant', () => {
  const [first] = commitsOf([lines(20)], 100);
  expect(first?.atUs).toBe(101);
});

it('[J35] each COMMIT is read again as one, also where the clock stands or moves within it', async () => {
  let nowUs = 5000;
  const journal = openMemoryJournal({ nowUs: () => nowUs });
  const batches: (readonly JournalRecord[])[] = [];
  journal.committed$.subscribe((batch) => batches.push(batch));
  await journal.putMeet(meetOf(), 0, 'desk');
  await journal.append([passing('a'), passing('b')], 'desk');
  const first = journal.append([passing('c')], 'desk');
  nowUs += 1000;
  await Promise.all([first, journal.append([ruling('d')], 'desk'), journal.append([passing('a')], 'desk')]);
  await journal.append([ruling('e')], 'desk');
  const commits = [...commitsOf(journal.read())];
  expect(commits.map(({ records }) => records)).toEqual(batches);
  expect(commits.map(({ atUs }) => atUs)).toEqual([5000, 5001, 5002, 6000]);
  expect(commits.flatMap(({ records }) => records).map(({ acceptedUs }) => acceptedUs)).toEqual([
    5000, 5001, 5001, 5002, 5002, 6000,
  ]);
  journal.close();
});
