import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bannerQuery, tallQuery, watchShape } from '../../../client/kit/shape.ts';

/** A window of a width and height that can change, as far as the two questions go. */
function windowOf(width: number, height: number) {
  let ratio = width / height;
  const listeners: (() => void)[] = [];
  const answer: Readonly<Record<string, () => boolean>> = {
    [tallQuery]: () => ratio <= 1,
    [bannerQuery]: () => ratio >= 4,
  };
  const ask = (query: string) =>
    ({
      get matches() {
        return answer[query]?.() ?? false;
      },
      addEventListener: (_: string, listener: () => void) => listeners.push(listener),
    }) as unknown as MediaQueryList;
  const resize = (toWidth: number, toHeight: number) => {
    ratio = toWidth / toHeight;
    for (const listener of listeners) listener();
  };
  return { ask, resize };
}

it.each([
  [1920, 1080, 'wide'],
  [1024, 768, 'wide'],
  [1000, 1000, 'tall'],
  [1080, 1920, 'tall'],
  [3840, 1080, 'wide'],
  [800, 200, 'banner'],
  [1920, 192, 'banner'],
] as const)('[V16] a window of %i x %i is %s', (width, height, shape) => {
  expect(watchShape(windowOf(width, height).ask).value).toBe(shape);
});

it('[V16] a window that changes its shape is told, and only then', () => {
  const { ask, resize } = windowOf(1920, 1080);
  const seen: string[] = [];
  watchShape(ask).watch((shape) => seen.push(shape));
  resize(1280, 720);
  resize(1080, 1920);
  resize(1920, 192);
  expect(seen).toEqual(['wide', 'tall', 'banner']);
});

it('[V16] the style sheets ask the same questions', () => {
  const tight = (text: string) => text.replaceAll(' ', '');
  const read = (path: string) => tight(readFileSync(new URL(`../../../client/${path}`, import.meta.url), 'utf8'));
  for (const query of [tallQuery, bannerQuery]) {
    for (const sheet of ['kit/tokens.css', 'arena/arena.css']) expect(read(sheet)).toContain(tight(query));
  }
});
