import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const file = await readFile(new URL('../../../client/kit/colours.css', import.meta.url), 'utf8');
const css = file.replace(/\/\*.*?\*\/|@import[^;]*;/gs, '');

/** The custom properties of every rule with this selector. */
function tokensOf(selector: string): Record<string, string> {
  const tokens: Record<string, string> = {};
  for (const [, head = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (head.trim() !== selector) continue;
    for (const [, name = '', value = ''] of body.matchAll(/(--[\w-]+):\s*([^;]+);/g)) tokens[name] ??= value;
  }
  return tokens;
}

/** WCAG 2.2: relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const dark = tokensOf(':root');
const themes = {
  dark,
  light: { ...dark, ...tokensOf(':root[data-theme="light"]') },
  stadium: { ...dark, ...tokensOf(':root[data-theme="stadium"]') },
};

it.each(Object.entries(themes))(
  '[V23] in theme %s every text stands out from every ground by AA at least',
  (name, theme) => {
    const least = name === 'stadium' ? 7 : 4.5;
    for (const ground of ['--ground', '--panel', '--raised']) {
      for (const text of ['--text', '--soft', '--dim', '--ice', '--gold', '--slower', '--alarm-ink']) {
        expect(contrast(theme[text] ?? '', theme[ground] ?? ''), `${text} on ${ground}`).toBeGreaterThanOrEqual(least);
      }
    }
    for (const [letters, field] of [
      ['--on-bright', '--ice'],
      ['--on-bright', '--gold'],
      ['--on-alarm', '--alarm'],
    ] as const) {
      expect(contrast(theme[letters] ?? '', theme[field] ?? ''), `${letters} on ${field}`).toBeGreaterThanOrEqual(4.5);
    }
  },
);

it('[V23] a theme has no colour of its own that the others lack', () => {
  for (const theme of Object.values(themes)) expect(Object.keys(theme).sort()).toEqual(Object.keys(dark).sort());
});

it('[V23] the measure is right: black on white is 21, equal is 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#777777')).toBe(1);
});
