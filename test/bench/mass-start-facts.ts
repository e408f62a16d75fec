// A 24-skater mass start of 16 laps as facts, two readings a crossing, for the benches.
import type { FactDraft } from '../../shared/facts.ts';
import { type Meet, meetSchema } from '../../shared/meet.ts';

const skaters = 24;
const laps = 16;
const lapUs = 29_000_000;

/** The most races {@link massStartMeet24} has. */
const racesMax = 300;

const entries = Array.from({ length: skaters }, (_, i) => ({
  id: `e${i + 1}`,
  name: `Skater ${i + 1}`,
  bib: String(i + 1),
  nation: 'NED',
  transponders: [`FZ-${i + 1}a`, `FZ-${i + 1}b`],
}));

/** A meet of many mass starts of the same 24. */
export const massStartMeet24: Meet = meetSchema.parse({
  id: 'bench',
  name: 'Bench',
  venue: 'Here',
  dates: { from: '2026-11-20', to: '2026-11-22' },
  timeZone: 'Europe/Amsterdam',
  events: [{ id: 'ms', name: 'Mass start', kind: 'massStart', track: { lapMetres: 384 } }],
  races: Array.from({ length: racesMax }, (_, i) => ({
    id: `ms-${i + 1}`,
    event: 'ms',
    name: `Race ${i + 1}`,
    entries,
  })),
});

/** Place in the bunch of a skater at a lap: it changes a little every lap, so that positions do. */
function placeAt(skater: number, lap: number): number {
  return (skater * 7 + lap * 5 + ((skater * lap) % 3)) % skaters;
}

/** The facts of one race in the order in which they happen: gun, then 768 readings of about 300 B. */
export function massStartDrafts(race: string, gunUs: number): FactDraft[] {
  const readings: FactDraft[] = [];
  for (let lap = 1; lap <= laps; lap += 1) {
    for (let skater = 0; skater < skaters; skater += 1) {
      const at = gunUs + lap * lapUs + placeAt(skater, lap) * 180_000;
      for (const [ankle, lateUs] of [
        ['a', 0],
        ['b', 11_000],
      ] as const) {
        const seq = readings.length + 1;
        readings.push({
          id: `${race}.decoder.${seq}`,
          kind: 'passing',
          at: at + lateUs,
          source: 'decoder',
          race,
          loop: 'finish',
          transponder: `FZ-${skater + 1}${ankle}`,
          how: 'transponder',
          seq,
          strength: 80 + (seq % 60),
          hits: 20 + (seq % 30),
          raw: `8E02${seq.toString(16).padStart(8, '0')}F3A0B0C0D0E0F0118F`,
        });
      }
    }
  }
  readings.sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  return [{ id: `${race}.gun`, kind: 'start', at: gunUs, source: 'decoder', race }, ...readings];
}
