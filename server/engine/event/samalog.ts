// The points of a combined event (L10): a time at any distance as the time over 500 m. Whole thousandths, so that nothing is rounded.

/** A second over so many metres is a point. */
const metresOfPoint = 500;

/**
 * Thousandths of a point of a time over so many metres: the printed seconds over (metres / 500), cut off after three decimals.
 * 1:42.56 over 1500 m is 34.186.
 */
export function samalogOf(timeUs: number, metres: number): number {
  const hundredths = Math.trunc(timeUs / 10_000);
  // A distance has at most two decimals, so in centimetres both sides of the division are whole.
  const centimetres = Math.round(metres * 100);
  const dividend = hundredths * 10 * metresOfPoint * 100;
  return (dividend - (dividend % centimetres)) / centimetres;
}

/** The difference of so many thousandths of a point as time at a distance: 0.100 over 5000 m is a second. */
export function samalogTimeUs(thousandths: number, metres: number): number {
  return Math.round((thousandths * 1000 * metres) / metresOfPoint);
}

/** The slowest printed time over a distance that has at most so many thousandths of a point. */
export function slowestForSamalogUs(thousandths: number, metres: number): number {
  const centimetres = Math.round(metres * 100);
  return (Math.ceil(((thousandths + 1) * centimetres) / (10 * metresOfPoint * 100)) - 1) * 10_000;
}
