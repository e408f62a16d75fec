// A relay as it is skated: riders race one and a half laps each, then circle slowly inside until it is their turn again,
// and are read at each crossing of the line.
import fc from 'fast-check';

/** What happened, in seconds since the gun. */
export interface RelayRace {
  /** The team's crossings, lap by lap. */
  readonly team: readonly number[];
  /** Who raced across the line, lap by lap. */
  readonly racing: readonly number[];
  /** Every crossing of every rider, in order of time. */
  readonly read: readonly { readonly rider: number; readonly time: number }[];
}

export interface Plan {
  readonly laps: number;
  readonly riders: number;
  /** A lap of the race, and one of who waits, in seconds. */
  readonly lap: number;
  readonly slow: number;
  /** Exchanges are this share of a lap before the line, or before the opposite straight. */
  readonly before: number;
  /** Between -1 and 1, as many as are asked for, again and again. */
  readonly noise: readonly number[];
}

const noise = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 50, maxLength: 50 });

export function plans(fixed: Pick<Plan, 'laps' | 'riders'>, lap: number): fc.Arbitrary<Plan> {
  return fc.record({
    laps: fc.constant(fixed.laps),
    riders: fc.constant(fixed.riders),
    lap: fc.double({ min: 0.95 * lap, max: 1.06 * lap, noNaN: true }),
    slow: fc.double({ min: 1.5 * lap, max: 2.2 * lap, noNaN: true }),
    before: fc.double({ min: 0.12, max: 0.35, noNaN: true }),
    noise,
  });
}

/** Seconds that a lap from a standing start takes longer. */
const standingStart = 1.6;

export function relayRace({ laps, riders, lap, slow, before, noise: values }: Plan): RelayRace {
  let drawn = 0;
  const draw = () => values[drawn++ % values.length]!;
  const team = [lap + standingStart];
  while (team.length < laps) team.push(team.at(-1)! + lap * (1 + 0.025 * draw()));
  const at = (distance: number) => {
    const done = Math.floor(distance);
    const from = done === 0 ? 0 : team[done - 1]!;
    return from + (distance - done) * ((team[done] ?? from + lap) - from);
  };
  // The last rider has two laps and more.
  const exchanges = [0];
  for (let next = 1.5 - before; next <= laps - 2; next += 1.5) exchanges.push(next);
  const turns = exchanges.map((from, turn) => ({ rider: turn % riders, from, to: exchanges[turn + 1] ?? laps }));
  const racing = team.map((_, index) => turns.findLast(({ from }) => from < index + 1)!.rider);
  const read = team.map((time, index) => ({ rider: racing[index]!, time }));
  for (let rider = 0; rider < riders; rider += 1) {
    const mine = turns.filter((turn) => turn.rider === rider);
    const rests = [undefined, ...mine].map((turn, index) => ({
      after: turn?.to ?? 0,
      until: mine[index]?.from ?? laps,
    }));
    for (const { after, until } of rests) {
      if (after >= until) continue;
      const toLine = Math.ceil(after) - after;
      const speedingUp = (until - Math.floor(until)) * slow * 0.8;
      const end = until >= laps ? at(laps) + 40 : at(until) - speedingUp;
      const first = at(after) + (after === 0 ? slow * (0.6 + 0.4 * draw()) : (0.2 + toLine) * slow);
      for (let time = first; time < end; time += slow * (1 + 0.1 * draw())) read.push({ rider, time });
    }
  }
  return { team, racing, read: read.sort((a, b) => a.time - b.time) };
}
