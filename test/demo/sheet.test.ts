import { describe, expect, it } from 'vitest';
import { finishTimes } from '../../server/demo/finish-times.ts';
import { between, seeded } from '../../server/demo/seeded.ts';
import { printedTime } from '../../server/demo/sheet.ts';
import { formatTime } from '../../shared/format-time.ts';

describe('times as sheets print them', () => {
  it.each([
    ['34.37', { timeUs: 34_370_000 }],
    ['34.37(4)', { timeUs: 34_370_000, thousandth: 4 }],
    ['7:42.97(6)', { timeUs: 462_970_000, thousandth: 6 }],
    ['12:01.05', { timeUs: 721_050_000 }],
  ])('[R20] %s is read', (text, time) => {
    expect(printedTime(text)).toEqual(time);
  });

  it.each(['', '7:42', '7.42.97', '34.371', 'DNF', '34.37(12)'])('[R20] %j is refused as no time', (text) => {
    expect(() => printedTime(text)).toThrow('not a time as sheets print it');
  });

  it('[R20] raw times print as the sheet does, the thousandth in brackets included', () => {
    const line = { bib: '1', name: 'A', nation: 'NED' };
    const times = finishTimes('x', [
      { ...line, entry: 'a', ...printedTime('7:42.97(6)') },
      { ...line, entry: 'b', ...printedTime('7:42.97(9)') },
      { ...line, entry: 'c', ...printedTime('7:43.01') },
      { ...line, entry: 'd' },
    ]);
    expect(formatTime(times.get('a')!, { thousandth: true })).toBe('7:42.97(6)');
    expect(formatTime(times.get('b')!, { thousandth: true })).toBe('7:42.97(9)');
    expect(formatTime(times.get('c')!)).toBe('7:43.01');
    expect(times.has('d')).toBe(false);
  });
});

describe('numbers that look random', () => {
  it('[R21] the same text gives the same numbers, another text others', () => {
    const draw = (text: string) => Array.from({ length: 5 }, seeded(text));
    expect(draw('a race')).toEqual(draw('a race'));
    expect(draw('a race')).not.toEqual(draw('another race'));
  });

  it('[R21] they fill the range they are asked for evenly', () => {
    const random = seeded('evenly');
    const drawn = Array.from({ length: 2000 }, () => between(random, 10, 20));
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...drawn)).toBeLessThan(20);
    for (const low of [10, 12, 14, 16, 18]) {
      const part = drawn.filter((one) => one >= low && one < low + 2).length;
      expect(Math.abs(part - 400)).toBeLessThan(80);
    }
  });
});
