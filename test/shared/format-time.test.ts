import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatClock, formatDiff, formatSamalog, formatTime, lapUs, truncateUs } from '../../shared/format-time.ts';

const numRuns = 500;
/** Up to three hours, longer than any race. */
const time = fc.integer({ min: 0, max: 3 * 3_600_000_000 });

it.each([
  [34_379_999, 2, '34.37'],
  [34_370_000, 2, '34.37'],
  [34_369_999, 2, '34.36'],
  [41_199_999, 3, '41.199'],
  [41_200_000, 3, '41.200'],
  [59_999_999, 2, '59.99'],
  [60_000_000, 2, '1:00.00'],
  [462_970_400, 2, '7:42.97'],
  [3_599_999_999, 2, '59:59.99'],
  [3_723_040_000, 2, '1:02:03.04'],
  [0, 2, '0.00'],
  [9_999, 2, '0.00'],
  [12_345_678, 0, '12'],
  [12_345_678, 1, '12.3'],
] as const)('[T1] %i µs with %i digits are cut off to %s', (us, digits, text) => {
  expect(formatTime(us, { digits })).toBe(text);
});

it('[T1] a printed time is never later than the measured one and less than a unit earlier', () => {
  fc.assert(
    fc.property(time, fc.constantFrom(2 as const, 3 as const), (us, digits) => {
      const early = us - truncateUs(us, digits);
      expect(early).toBeGreaterThanOrEqual(0);
      expect(early).toBeLessThan(digits === 2 ? 10_000 : 1_000);
    }),
    { numRuns },
  );
});

it('[T1] a printed time reads back as the truncated one', () => {
  fc.assert(
    fc.property(time, (us) => {
      const seconds = formatTime(us)
        .split(':')
        .reduce((sum, part) => sum * 60 + Number(part), 0);
      expect(Math.round(seconds * 100)).toBe(truncateUs(us) / 10_000);
    }),
    { numRuns },
  );
});

it('[T1] a negative time is printed as nothing gone', () => {
  expect(formatTime(-1)).toBe('0.00');
  expect(formatClock(-1)).toBe('0:00');
});

it('[T2] a lap is the difference of the truncated times, not the truncated difference', () => {
  expect(lapUs(60_009_999, 30_010_000)).toBe(29_990_000);
  expect(truncateUs(60_009_999 - 30_010_000)).toBe(29_990_000);
  expect(lapUs(60_010_000, 30_019_999)).toBe(30_000_000);
  expect(truncateUs(60_010_000 - 30_019_999)).toBe(29_990_000);
});

it('[T2] printed laps always add up to the printed finish time', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 60_000_000 }), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(steps, fc.constantFrom(2 as const, 3 as const), (laps, digits) => {
      let now = 0;
      let sum = 0;
      for (const lap of laps) {
        sum += lapUs(now + lap, now, digits);
        now += lap;
      }
      expect(sum).toBe(truncateUs(now, digits));
    }),
    { numRuns },
  );
});

it.each([
  [34_374_900, '34.37(4)'],
  [34_376_100, '34.37(6)'],
  [34_370_999, '34.37(0)'],
  [476_939_000, '7:56.93(9)'],
])('[T4] the thousandth of %i µs stands in brackets: %s', (us, text) => {
  expect(formatTime(us, { thousandth: true })).toBe(text);
});

it('[T4] without a tie there are no brackets', () => {
  expect(formatTime(34_374_900)).toBe('34.37');
  expect(formatTime(34_374_900, { thousandth: false })).toBe('34.37');
});

it.each([
  [67_210_000, '+1:07.21'],
  [67_219_999, '+1:07.21'],
  [510_000, '+0.51'],
  [-80_000, '-0.08'],
  [-67_210_000, '-1:07.21'],
  [10_000, '+0.01'],
  [0, '0.00'],
  [9_999, '0.00'],
  [-9_999, '0.00'],
])('[T5] a difference of %i µs is printed as %s', (us, text) => {
  expect(formatDiff(us)).toBe(text);
});

it('[T5] a difference has as many digits as are asked for', () => {
  expect(formatDiff(1_234_567, 1)).toBe('+1.2');
  expect(formatDiff(-1_234_567, 3)).toBe('-1.234');
  expect(formatDiff(49_999, 1)).toBe('0.0');
});

it.each([
  [0, '0:00'],
  [7_999_999, '0:07'],
  [59_999_999, '0:59'],
  [60_000_000, '1:00'],
  [750_000_000, '12:30'],
  [3_600_000_000, '1:00:00'],
])('[T1] a running clock shows whole seconds gone: %i µs are %s', (us, text) => {
  expect(formatClock(us)).toBe(text);
});

it.each([
  [34_186, '34.186'],
  [154_560, '154.560'],
  [71_000, '71.000'],
  [9, '0.009'],
])('[L10] %i thousandths of a point are printed as %s', (thousandths, text) => {
  expect(formatSamalog(thousandths)).toBe(text);
});
