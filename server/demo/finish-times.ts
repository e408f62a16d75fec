// The raw time of everybody's last crossing: what the sheet prints, with the digits below it made up.
import { between, seeded } from './seeded.ts';
import type { SheetLine } from './sheet.ts';

const thousandthUs = 1_000;
/** Rule T1: raw capture is 0.1 ms. */
const captureUs = 100;

/**
 * By entry, the raw time since the gun. Cut off to hundredths it is the sheet's, and to thousandths where the sheet
 * prints one. Lines equal in hundredths without a printed digit keep the order of the sheet, a thousandth apart.
 */
export function finishTimes(id: string, lines: readonly SheetLine[]): ReadonlyMap<string, number> {
  const random = seeded(`${id} finish`);
  const times = new Map<string, number>();
  const byHundredth = new Map<number, SheetLine[]>();
  for (const line of lines) {
    if (line.timeUs === undefined) continue;
    byHundredth.set(line.timeUs, [...(byHundredth.get(line.timeUs) ?? []), line]);
  }
  for (const [timeUs, equal] of byHundredth) {
    for (const [place, { entry, thousandth }] of equal.entries()) {
      const digit = thousandth ?? (equal.length === 1 ? Math.floor(between(random, 0, 10)) : place);
      const below = Math.floor(between(random, 0, thousandthUs / captureUs)) * captureUs;
      times.set(entry, timeUs + digit * thousandthUs + below);
    }
  }
  return times;
}
