// The results of all distances of a matrix by person: who is tied with whom across the quota, and by how much each is in or out.
import type { Distance, Placed } from './distance.ts';
import { marginUs } from './verdict.ts';
import type { MatrixDoc, Walked } from './walk.ts';

/** Where somebody stands at a distance, from 0. */
type Standing = readonly [distance: Distance, index: number];

/** The results of a meet by person, and by which distance each who is in has his ticket. */
export class Field {
  readonly #walked: Walked;
  readonly #standings = new Map<string, Standing[]>();
  readonly #decidedAt = new Map<string, string>();

  constructor({ slots }: MatrixDoc, walked: Walked, distances: readonly Distance[]) {
    this.#walked = walked;
    for (const [person, slot] of walked.tickets) {
      const { event } = { event: undefined, ...slots[slot - 1] };
      if (event !== undefined) this.#decidedAt.set(person, event);
    }
    for (const distance of distances) {
      for (const [i, { person }] of distance.ranked.entries()) {
        const known = this.#standings.get(person);
        if (known === undefined) this.#standings.set(person, [[distance, i]]);
        else known.push([distance, i]);
      }
    }
  }

  /** Where it is decided whether he is in: where he has his ticket, or anywhere where he has none. */
  #deciding(person: string): readonly Standing[] {
    const all = this.#standings.get(person) ?? [];
    return this.#isIn(person) ? all.filter(([{ id }]) => this.#decidedAt.get(person) === id) : all;
  }

  #isIn(person: string): boolean {
    return this.#walked.tickets.has(person);
  }

  /** T5: shares a rank with one on the other side, at the distance by which one of them is in. */
  isTied(person: string): boolean {
    const isIn = this.#isIn(person);
    return this.#deciding(person).some(([{ id, ranked }, index]) => {
      const isRival = (other: Placed | undefined) =>
        other !== undefined &&
        other.rank === ranked[index]?.rank &&
        this.#isIn(other.person) !== isIn &&
        (isIn || this.#decidedAt.get(other.person) === id);
      return isRival(ranked[index - 1]) || isRival(ranked[index + 1]);
    });
  }

  /**
   * Of one who is in: how far the first who is out is behind him, where he got his ticket. Of one who is out: how far he
   * is behind the last who got his by a distance, at the distance where that is least.
   */
  marginOf(person: string): number | undefined {
    const isIn = this.#isIn(person);
    const margins = this.#deciding(person).flatMap(([{ id, ranked, timed }, index]) => {
      if (!timed) return [];
      const rival = isIn
        ? ranked.find((other, i) => i > index && !this.#isIn(other.person))
        : ranked.findLast((other, i) => i < index && this.#decidedAt.get(other.person) === id);
      const [mine, theirs] = [ranked[index]?.timeUs, rival?.timeUs];
      return mine === undefined || theirs === undefined ? [] : [marginUs(mine, theirs)];
    });
    return margins.length === 0 ? undefined : Math.min(...margins);
  }
}
