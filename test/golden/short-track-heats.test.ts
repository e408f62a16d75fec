import { describe, expect, it } from 'vitest';
import { heatRounds, heats, whyNoHeats } from './short-track-heats.ts';

if (heats.length === 0) it.skip(`[S2] ${whyNoHeats}`, () => {});

describe.runIf(heats.length > 0)('the heats of 2012 to 2015 as they are printed', () => {
  it('[S2] every row is in a whole heat whose places are 1 to n, those without one after them', () => {
    for (const { title, lines } of heats) {
      const places = lines.map(({ place }) => place);
      const placed = places.filter((place) => place !== undefined);
      expect(places, title).toEqual([...placed, ...lines.slice(placed.length).map(() => undefined)]);
      expect(placed, title).toEqual(placed.map((_, index) => index + 1));
      expect(new Set(lines.map(({ entry }) => entry)).size, title).toBe(lines.length);
    }
    expect(heats.flatMap(({ lines }) => lines)).toHaveLength(3078);
    expect(heats).toHaveLength(732);
    expect(heatRounds).toHaveLength(162);
  });

  it('[S2] places go by time, and who has a place or a time has no status', () => {
    for (const { title, lines } of heats) {
      const times = lines.flatMap(({ timeUs }) => timeUs ?? []);
      expect(times, title).toEqual(times.toSorted((a, b) => a - b));
      for (const { place, timeUs, status } of lines) {
        expect(status === undefined, title).toBe(place !== undefined);
        if (status !== undefined) expect(timeUs, title).toBeUndefined();
      }
    }
  });

  it('[T2] of nearly all with a time the printed laps add up to it', () => {
    const timed = heats.flatMap(({ lines }) => lines).filter(({ timeUs }) => timeUs !== undefined);
    const consistent = timed.filter(({ consistent: adds }) => adds);
    expect(timed).toHaveLength(2917);
    expect(consistent).toHaveLength(2896);
  });
});
