// A small meet and facts about it, in as few words as a test needs.
import type { FactDraft } from '../../shared/facts.ts';
import { type Meet, meetSchema } from '../../shared/meet.ts';

/** A meet of two races, r1 and r2, each with entries e1 and e2 who wear T-1 and T-2. */
export function meetOf(
  id = 'm1',
  races: readonly string[] = ['r1', 'r2'],
  entries: readonly string[] = ['e1', 'e2'],
): Meet {
  return meetSchema.parse({
    id,
    name: 'Test meet',
    venue: 'Thialf',
    dates: { from: '2026-11-20', to: '2026-11-22' },
    timeZone: 'Europe/Amsterdam',
    events: [{ id: `${id}-ms`, name: 'Mass start', kind: 'massStart', track: { lapMetres: 384 } }],
    races: races.map((race) => ({
      id: race,
      event: `${id}-ms`,
      name: race,
      entries: entries.map((entry) => ({
        id: entry,
        name: `Skater ${entry}`,
        transponders: [entry.replace('e', 'T-')],
      })),
    })),
  });
}

export type Loose = Record<string, unknown>;

/** A reading by a decoder that knows no race. */
export const passing = (id: string, more: Loose = {}): FactDraft =>
  ({ id, kind: 'passing', at: 5_000_000, source: 'decoder', loop: 'finish', how: 'transponder', ...more }) as FactDraft;

export const start = (id: string, race = 'r1', more: Loose = {}): FactDraft =>
  ({ id, kind: 'start', at: 1_000_000, source: 'gun', race, ...more }) as FactDraft;

/** A decision about race r1 unless told. */
export const decide = (id: string, kind: string, more: Loose = {}): FactDraft =>
  ({ id, kind, race: 'r1', ...more }) as unknown as FactDraft;

/** A decision about another fact; it names no race unless told. */
export const about = (id: string, kind: string, target: string, more: Loose = {}): FactDraft =>
  ({ id, kind, target, ...more }) as unknown as FactDraft;

export const ruling = (id: string, entry = 'e1', more: Loose = {}): FactDraft =>
  decide(id, 'ruling', { entry, status: 'DQ', ...more });
