// Readings found by when they happened, on their source's clock, without asking each: a day has a hundred thousand, and a
// window moves over some hundred of them.
import type { Fact } from '../../shared/facts.ts';
import { Growing } from './growing.ts';

/** Readings of ten minutes lie together, about those of one race. */
const spanUs = 600_000_000;

export class ByTime {
  /** By number of the span since 1970. */
  readonly #spans: ReadonlyMap<number, Growing<Fact>>;

  constructor(spans: ReadonlyMap<number, Growing<Fact>> = new Map()) {
    this.#spans = spans;
  }

  add(readings: readonly Fact[]): ByTime {
    if (readings.length === 0) return this;
    const more = new Map<number, Fact[]>();
    for (const fact of readings) {
      const span = Math.floor(fact.at / spanUs);
      const list = more.get(span);
      if (list === undefined) more.set(span, [fact]);
      else list.push(fact);
    }
    const spans = new Map(this.#spans);
    for (const [span, list] of more) spans.set(span, (spans.get(span) ?? new Growing<Fact>()).add(list));
    return new ByTime(spans);
  }

  /** All of the spans that are open in part between two instants, and so all between them; in no order. */
  around(fromUs: number, toUs: number): readonly Fact[] {
    const found: Fact[] = [];
    for (const [span, readings] of this.#spans) {
      if ((span + 1) * spanUs > fromUs && span * spanUs < toUs) for (const fact of readings.from(0)) found.push(fact);
    }
    return found;
  }
}
