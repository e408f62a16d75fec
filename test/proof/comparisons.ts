// Every source compared by the helpers of its golden test; a source that is not there has no documents.
import type { Check } from '../golden/checks.ts';
import { compareSamalog, compareTrials, samalogExamples, trialRows } from '../golden/distances.ts';
import { compareMassStart } from '../golden/mass-start-compare.ts';
import { officialSheets } from '../golden/official-sheets.ts';
import { comparePairs } from '../golden/pairs-compare.ts';
import { pairsSheets } from '../golden/pairs-sheets.ts';
import { compareSemi, semis } from '../golden/semi-finals.ts';
import { compareHeat, skatedHeats } from '../golden/short-track-compare.ts';
import { compareCompetition, compareRound, leadingRounds, wholeCompetitions } from '../golden/short-track-rounds.ts';
import { compareSplits, recordedSplits } from '../golden/splits-3000.ts';
import { compareMatrix, women } from '../golden/women-matrix.ts';
import type { SourceId } from './sources.ts';

export interface Compared {
  readonly id: SourceId;
  readonly documents: number;
  readonly checks: readonly Check[];
}

function compared<T>(id: SourceId, all: readonly T[], compare: (one: T) => Check[]): Compared {
  return { id, documents: all.length, checks: all.flatMap((one) => compare(one)) };
}

export function compareAll(): Compared[] {
  return [
    compared('massStart', officialSheets, compareMassStart),
    compared('pairs', pairsSheets, comparePairs),
    compared('heats', skatedHeats, (heat) => compareHeat(heat)),
    compared('rounds', leadingRounds, compareRound),
    compared('competitions', wholeCompetitions, compareCompetition),
    compared('semiFinals', semis, compareSemi),
    compared('splits', recordedSplits, compareSplits),
    compared('matrix', women === undefined ? [] : [women], compareMatrix),
    compared('trials', trialRows.length === 0 ? [] : [trialRows], compareTrials),
    compared('samalogs', samalogExamples, compareSamalog),
  ];
}
