// The Dutch Olympic trials of December 2021 in Thialf: the men's 500 m in two runs and the first four of the 1000 m. Facts: times, who
// fell, who started too early, who withdrew, and that N'tab met Otterspeer, and Otterspeer Nuis. The other pairs are made up.
import { type PairLine, type PairSheet, printedTime } from '../sheet.ts';
import { athleteId } from './athlete-id.ts';

type Skater = readonly [bib: string, name: string];

const krol: Skater = ['1', 'Thomas Krol'];
const mulder: Skater = ['2', 'Ronald Mulder'];
const ntab: Skater = ['3', "Dai Dai N'tab"];
const nuis: Skater = ['4', 'Kjeld Nuis'];
const otterspeer: Skater = ['5', 'Hein Otterspeer'];
const scheperkamp: Skater = ['6', 'Merijn Scheperkamp'];
const snel: Skater = ['7', 'Tijmen Snel'];
const verbij: Skater = ['8', 'Kai Verbij'];

/** Made up, just above the time that is known to have been his best ever. */
const scheperkampBestUs = 34_550_000;
/** A fall in the first bend: the first 100 m are passed. */
const fellAfterUs = 9_900_000;

type Outcome = string | 'fell' | 'withdrew';

function line(lane: PairLine['lane'], [bib, name]: Skater, outcome: Outcome, pbUs?: number): PairLine {
  const person = { entry: athleteId(name), bib, name, nation: 'NED', lane, ...(pbUs !== undefined && { pbUs }) };
  if (outcome === 'fell') return { ...person, status: 'DNF', fellAfterUs };
  if (outcome === 'withdrew') return { ...person, status: 'WDR' };
  return { ...person, ...printedTime(outcome) };
}

export interface TrialPair extends PairSheet {
  /** A false start that is known of. */
  readonly falseStartBy?: string;
}

function pair(id: string, distance: number, lines: readonly PairLine[], early?: Skater): TrialPair {
  const falseStartBy = early === undefined ? {} : { falseStartBy: athleteId(early[1]) };
  return { id: `thialf-2021-trials-${distance}m-men-${id}`, distance, lines, ...falseStartBy };
}

/** The best of the two runs counts. */
export const runs: readonly (readonly TrialPair[])[] = [
  [
    pair('1-1', 500, [line('inner', snel, '34.82')]),
    pair('1-2', 500, [line('inner', mulder, '34.74'), line('outer', scheperkamp, '34.64', scheperkampBestUs)]),
    pair('1-3', 500, [line('inner', verbij, '34.57'), line('outer', krol, '34.69')]),
    pair('1-4', 500, [line('inner', ntab, '34.53'), line('outer', otterspeer, 'fell')], otterspeer),
  ],
  [
    pair('2-1', 500, [line('inner', otterspeer, '34.89'), line('outer', mulder, '34.92')], otterspeer),
    pair('2-2', 500, [line('inner', scheperkamp, '34.45', scheperkampBestUs), line('outer', krol, 'withdrew')]),
    pair('2-3', 500, [line('inner', verbij, 'fell'), line('outer', ntab, '34.63')]),
  ],
];

export const thousand: readonly TrialPair[] = [
  pair('1', 1000, [line('inner', nuis, '1:07.64'), line('outer', otterspeer, '1:07.52')]),
  pair('2', 1000, [line('inner', verbij, '1:07.48'), line('outer', krol, '1:07.24')]),
];
