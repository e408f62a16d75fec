// A small meet to import lists into, and the shortest way to do so.
import { type Imported, importList } from '../../server/startlist/import-list.ts';
import type { MergeOptions } from '../../server/startlist/merge.ts';
import { type Meet, meetSchema } from '../../shared/meet.ts';

const track = { lapMetres: 400 };

export const meet: Meet = meetSchema.parse({
  id: 'nk',
  name: 'NK',
  venue: 'Thialf',
  dates: { from: '2025-12-26', to: '2025-12-30' },
  timeZone: 'Europe/Amsterdam',
  athletes: [
    { id: 'ntab', name: "Dai Dai N'tab", nation: 'NED', club: 'Reggeborgh' },
    { id: 'kramer', name: 'Sven Kramer', nation: 'NED' },
    { id: 'gelinas', name: 'Antoine Gélinas-Beaulieu', nation: 'CAN' },
  ],
  events: [
    { id: 'm500', name: '500 m Men', kind: 'pairs', distance: 500, track, rules: { runs: 2 } },
    { id: 'm1000', name: '1000 m Men', kind: 'pairs', distance: 1000, track },
    { id: 'tp', name: 'Team Pursuit Men', kind: 'teamPursuit', distance: 3200, track },
    {
      id: 'ms',
      name: 'Mass Start Men',
      kind: 'massStart',
      track: { lapMetres: 387 },
      rounds: [{ id: 'semi', advance: [{ places: 8 }] }, { id: 'final' }],
    },
  ],
  races: [
    { id: 'm500-1-1', event: 'm500', name: 'Pair 1', run: 1, entries: [] },
    { id: 'm500-1-2', event: 'm500', name: 'Pair 2', run: 1, entries: [] },
    { id: 'm500-2-1', event: 'm500', name: 'Pair 1', run: 2, entries: [] },
    {
      id: 'm1000-1',
      event: 'm1000',
      name: 'Pair 1',
      number: 12,
      entries: [
        { id: 'a', athlete: 'ntab', bib: '07', lane: 'inner', transponders: ['AA-1', 'AA-2'], pbUs: 69_020_000 },
        { id: 'b', athlete: 'kramer', bib: '8', lane: 'outer' },
      ],
    },
    { id: 'tp-1', event: 'tp', name: 'Heat 1', entries: [] },
    { id: 'ms-s1', event: 'ms', name: 'Semi-final 1', round: 'semi', entries: [] },
    { id: 'ms-s2', event: 'ms', name: 'Semi-final 2', round: 'semi', entries: [] },
    { id: 'ms-f', event: 'ms', name: 'Final', round: 'final', entries: [] },
  ],
});

/** Imports a text, or bytes, into the meet above unless told. */
function imported(list: string | Uint8Array, options: Partial<MergeOptions> & { into?: Meet } = {}): Imported {
  const { into = meet, ...rest } = options;
  const bytes = typeof list === 'string' ? new TextEncoder().encode(list) : list;
  return importList(bytes, into, { isHeld: () => false, ...rest });
}

/** The meet after a list that is good; fails with the faults of one that is not. */
export function taken(list: string | Uint8Array, options: Partial<MergeOptions> & { into?: Meet } = {}) {
  const result = imported(list, options);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result;
}

export function entriesOf(of: Meet, race: string) {
  return of.races.find(({ id }) => id === race)!.entries;
}

/** What is wrong, as `line field: sentence`. */
export function faultsOf(list: string, options: Partial<MergeOptions> & { into?: Meet } = {}): string[] {
  const result = imported(list, options);
  if (result.ok) return [];
  return result.faults.map(({ line, index, field, says }) => `${line ?? index ?? ''} ${field ?? ''}: ${says}`);
}
