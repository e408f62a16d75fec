// A hub with a past, for tests of delays.
import { maxDelayMs } from '../../shared/protocol.ts';
import { Bench } from './pair.ts';

export const topic = 'race/final';
export const delayMs = 10_000;

/** A hub whose topic has shown 1 for as long as anybody may look back. */
export function benchWith(...topics: string[]): Bench {
  const bench = new Bench();
  for (const name of [topic, ...topics]) bench.put(name, { n: 1 });
  bench.pass(maxDelayMs);
  return bench;
}

/** Changes, each so many milliseconds after the one before. */
export function change(bench: Bench, gapsMs: readonly number[], from = 2): void {
  for (const [i, gapMs] of gapsMs.entries()) {
    bench.pass(gapMs);
    bench.put(topic, { n: from + i });
  }
}
