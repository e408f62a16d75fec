import { expect, it } from 'vitest';
import { walk } from '../../tree.ts';

/** What fills its place, what goes with the text around it, and paper and charts, which have sizes of their own. */
const apart = [
  /^(?:min|max|clamp|calc)\(/,
  /^[\d.]+em$/,
  /^(?:inherit|0|var\(--[fsu]\))$/,
  /^(?:1[3-9]|[2-9]\d|1\d\d)(?:\.\d+)?rem$/,
];
const elsewhere = /\/(?:results-print|chart)\.css$/;

const sheets = walk('client', /\.css$/).filter(({ path }) => !path.endsWith('kit/type.css'));
const declared = (property: string) =>
  sheets.flatMap(({ path, text }) =>
    [...text.matchAll(new RegExp(`^\\s*${property}: ([^;]+);`, 'gm'))].map(([, value]) => ({
      path,
      value: value ?? '',
    })),
  );

it('[V67] letters are of a size of the scale, or fill their place', () => {
  const odd = declared('font-size').filter(
    ({ path, value }) =>
      !/^var\(--type-\d+\)$/.test(value) && !apart.some((form) => form.test(value)) && !elsewhere.test(path),
  );
  expect(odd).toEqual([]);
});

it.each([
  ['font-weight', /^(?:var\(--(?:plain|strong)\)|inherit)$/],
  ['font-stretch', /^var\(--(?:wide|narrow|tight)\)$/],
] as const)('[V67] two weights and three widths are all there is: %s', (property, wanted) => {
  const found = declared(property);
  expect(found.length).toBeGreaterThan(10);
  expect(found.filter(({ value }) => !wanted.test(value))).toEqual([]);
});
