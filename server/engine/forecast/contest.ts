// What is still to be won in a mass start, as numbers: the ground on which everything certain about it is decided.
// Knows no readings, rulings or clocks.

/** Over the line: nothing of theirs changes any more, rulings and the photo finish aside. */
export interface Done {
  readonly entry: string;
  readonly total: number;
  /** In the classification as it stands; of two who are done the order between them is final. */
  readonly rank: number;
}

/** On the way: what they win from now on is free. */
export interface Racing {
  readonly entry: string;
  /** Won so far. */
  readonly points: number;
  /** M6: ruled lapped, so whatever he wins adds up to nothing. */
  readonly pointless: boolean;
  /** M5, M6: lapped, or nobody knows whether he comes round again, so he may end without any points. */
  readonly doubtful: boolean;
  /** Indices of the sprints in which he has his place already. */
  readonly taken: readonly number[];
}

/** Of the places of a sprint those that nobody has taken, in their order. */
interface SprintLeft {
  readonly lap: number;
  readonly points: readonly number[];
}

export interface Contest {
  /** So many are in: they qualify, or have a medal. */
  readonly places: number;
  readonly done: readonly Done[];
  readonly racing: readonly Racing[];
  readonly sprints: readonly SprintLeft[];
  /** Points of the next over the line, of the one after him, …; never rising. */
  readonly finish: readonly number[];
}

/**
 * Steps of search left to one contest. Ordinary tables take some hundred; where a meet brings tables so large that it
 * does not end in time, nothing is called certain.
 */
export interface Effort {
  left: number;
  /** What has been found out on the way. */
  readonly covered: Map<string, boolean>;
}
