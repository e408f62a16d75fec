// The three shapes of screens: a wide one, a tall one on its side, a banner of LEDs. Style sheets ask the same questions
// as `@media`, so that what is counted and what is drawn always agree.
import { Value, type Watchable } from './value.ts';

export type Shape = 'wide' | 'tall' | 'banner';

/** A square is tall: two lists beside each other would be too narrow on it. */
export const tallQuery = '(max-aspect-ratio: 1/1)';
/** Four times as wide as high: a picture of 16:9 would leave more than half of it empty. */
export const bannerQuery = '(min-aspect-ratio: 4/1)';

/** The shape of the window from now on, for as long as the page lives. */
export function watchShape(ask: (query: string) => MediaQueryList): Watchable<Shape> {
  const [tall, banner] = [ask(tallQuery), ask(bannerQuery)];
  const shape = (): Shape => (tall.matches ? 'tall' : banner.matches ? 'banner' : 'wide');
  const shape$ = new Value(shape());
  for (const query of [tall, banner]) query.addEventListener('change', () => shape$.set(shape()));
  return shape$;
}
