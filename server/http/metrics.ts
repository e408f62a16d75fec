// What `/metrics` tells Prometheus. Numbers of the hub are read when asked for, so nothing is counted twice.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Where a number that somebody else counts is read. */
export interface Gauged {
  readonly name: string;
  readonly help: string;
  read(): number;
}

export interface Metrics {
  readonly registry: Registry;
  readonly accepted: Counter;
  readonly duplicates: Counter;
  readonly refused: Counter<'code'>;
  readonly commitSeconds: Histogram;
}

/** Bounds around the bar of 5 ms from fact to frame, up to what a failing disk takes. */
const commitBuckets = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5];

/** One registry a server, so that two servers in one process do not mix. */
export function createMetrics(gauges: readonly Gauged[]): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  for (const { name, help, read } of gauges) {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  }
  return {
    registry,
    accepted: new Counter({ name: 'splitcast_facts_accepted_total', help: 'Facts stored', registers }),
    duplicates: new Counter({
      name: 'splitcast_facts_duplicates_total',
      help: 'Facts that were stored before with the same content',
      registers,
    }),
    refused: new Counter({
      name: 'splitcast_requests_refused_total',
      help: 'Requests with facts that the journal refused, by its code',
      labelNames: ['code'],
      registers,
    }),
    commitSeconds: new Histogram({
      name: 'splitcast_commit_seconds',
      help: 'From facts handed to the journal until they are durable and on the boards',
      buckets: commitBuckets,
      registers,
    }),
  };
}
