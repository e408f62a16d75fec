import { describe, expect, it } from 'vitest';
import { compareStream, type Finding } from '../proof/compare.ts';
import { Follower } from '../proof/follower.ts';
import { absent, files, isThere, linesOf } from '../proof/recording.ts';
import { finishedRaces, unequalRaces } from '../proof/recovery.ts';
import { summaryLine } from '../proof/sources.ts';
import { countOf } from '../proof/table.ts';
import { checksOf } from '../proof/thialf.ts';
import { readText } from '../tree.ts';

const women = '056474ba';
const lines = isThere ? linesOf(files.day) : [];
const whole = new Follower();
const findings = compareStream(lines, whole);
const of = (distances: readonly string[]) =>
  findings.filter(({ race }) => distances.includes(race.split('.')[0] ?? ''));
const odd = (some: readonly Finding[]) => some.filter(({ verdict }) => verdict !== 'equal');

describe.skipIf(!isThere)(`Thialf 2020${isThere ? '' : ` (${absent})`}`, () => {
  it('[L3] every value published live or in a result is ours, or the rule that says why not is named', () => {
    expect(findings.length).toBeGreaterThan(1000);
    expect(findings.filter(({ verdict }) => verdict === 'unexplained')).toEqual([]);
  });

  it('[T2] every lap time of the women’s 1000 m and of the team pursuits is the one that was shown', () => {
    const laps = findings.filter(({ what }) => what === 'lap time');
    expect(odd(laps).map(({ line }) => line)).toEqual([1355, 2543]);
    expect(laps.length).toBe(242);
  });

  it('[L3] every rank at every split is that of the moment, but for five whose reasons are known', () => {
    const ranks = findings.filter(({ what }) => what === 'rank at a split');
    expect(odd(ranks).map(({ line, why }) => [line, why?.slice(0, 3)])).toEqual([
      [444, 'L3:'],
      [1355, 'P2a'],
      [1361, 'fol'],
      [2543, 'P1a'],
      [2662, 'L3:'],
    ]);
  });

  it('[T1] every final time, status and personal best is the one entered', () => {
    for (const what of ['final time', 'status', 'PB mark', 'committed lap'] as const) {
      expect(countOf(findings, what, 'equal'), what).toBe(countOf(findings, what));
    }
    expect(countOf(of([women]), 'PB mark')).toBe(22);
  });

  it('[P1a] the withdrawn skater credited with a beam is never shown with a time', () => {
    const follower = new Follower();
    for (const line of lines) {
      follower.hear(line);
      expect(follower.board(`${women}.1.1`)?.rows.f661af1e?.timeUs).toBeUndefined();
    }
  });

  it('[I6] the pair that was started again has two attempts, and the first counts no more', () => {
    const board = whole.board(`${women}.1.1`);
    expect(board?.race.attempt).toBe(2);
    expect(board?.rows.c2b77f0e?.splits['200']?.timeUs).toBe(18_892_900);
  });

  it('[I9] the pair that was opened and committed again is finished once', () => {
    expect(whole.board(`${women}.1.10`)?.race).toMatchObject({ status: 'finished', attempt: 1 });
    expect(whole.board('bd0a2144.1.1')?.race.status).toBe('scheduled');
  });

  it('[P1] the picture replaces what was shown, of every one who finished', () => {
    for (const race of whole.races()) {
      for (const row of Object.values(whole.board(race)?.rows ?? {})) {
        if (row.flags.finished) expect(row.basis, `${race} ${row.name}`).toBe('photo');
      }
    }
  });

  it.each([
    ['teamPursuit', '240faddd.1.3'],
    ['thousand', `${women}.1.4`],
  ] as const)('[I5] who joined in mid-race (%s) ends with the same board', (file, race) => {
    expect(finishedRaces(files[file])).toEqual([race]);
    expect(unequalRaces(whole, files[file])).toEqual([]);
  });

  it('[I2] nothing of the day is refused', () => {
    expect(whole.refused).toEqual([]);
  });

  it('[I1] told again from the beginning nothing is new', () => {
    const { size } = whole.facts;
    whole.reconnect().hearAll(lines);
    expect(whole.facts.size).toBe(size);
  });

  it('[L3] the page with the proof says what was found', () => {
    expect(readText('docs/proof.md')).toContain(summaryLine('thialf', 1, checksOf(findings)));
  });
});
