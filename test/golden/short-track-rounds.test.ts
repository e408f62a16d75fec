import { describe, expect, it } from 'vitest';
import { summaryLine } from '../proof/sources.ts';
import { readText } from '../tree.ts';
import { type Check, countOf, unexplained } from './checks.ts';
import { heatRounds, whyNoHeats } from './short-track-heats.ts';
import {
  compareFinalists,
  compareRanking,
  compareRound,
  competitions,
  hasFillableFinals,
  leadingRounds,
  wholeCompetitions,
} from './short-track-rounds.ts';

if (heatRounds.length === 0) it.skip(`[S3] ${whyNoHeats}`, () => {});

describe.runIf(heatRounds.length > 0)('the rounds of 2012 to 2015', () => {
  it('[S3][S4][S5] bring on exactly who is printed, by place, time and the referee, by the usual configuration', {
    timeout: 240_000,
  }, () => {
    const checks = leadingRounds.flatMap(compareRound);
    expect(checks.filter(({ verdict }) => verdict !== 'equal')).toEqual([]);
    expect([leadingRounds.length, countOf(checks, 'equal')]).toEqual([111, 1726]);
    expect(readText('docs/proof.md')).toContain(summaryLine('rounds', leadingRounds.length, checks));
  });

  it('[S9] of 27 competitions all sheets are there of 24', () => {
    expect([competitions.size, wholeCompetitions.length]).toEqual([27, 24]);
  });
});

const found: Check[] = [];

describe.each(wholeCompetitions)('%s', (title, rounds) => {
  it('[S3][S9] ranks final A, final B, who was penalised there, and the others by round and time', () => {
    const checks = compareRanking([title, rounds]);
    expect(checks.length).toBeGreaterThan(20);
    expect(unexplained(checks)).toEqual([]);
    found.push(...checks);
  });

  it.runIf(hasFillableFinals([title, rounds]))('[S11] fills its finals with the printed finalists', () => {
    const checks = compareFinalists([title, rounds]);
    expect(checks.length).toBeGreaterThan(3);
    expect(unexplained(checks)).toEqual([]);
    found.push(...checks);
  });
});

it.runIf(wholeCompetitions.length > 0)('[S9] the page with the proof says what was found of all', () => {
  expect(readText('docs/proof.md')).toContain(summaryLine('competitions', wholeCompetitions.length, found));
});
