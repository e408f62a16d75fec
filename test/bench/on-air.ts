// What the on-air ledger costs: the boards of one race with no output and with three that show it.
import { VirtualTimeScheduler } from 'rxjs';
import { AirWatch, lookEveryMs } from '../../server/air-watch.ts';
import { noBoards } from '../../server/engine/boards.ts';
import { fold } from '../../server/engine/fold.ts';
import { Hub } from '../../server/hub/hub.ts';
import type { JournalRecord } from '../../shared/facts.ts';
import { Client } from '../hub/pair.ts';
import { median, type Row } from './row.ts';

const outputs = 3;
/** With and without outputs take turns, and who is first; a first pass is for the compiler. */
const passes = 9;
const mostRatio = 1.1;
/** Outputs say so often what they show. */
const ackUs = 1_000_000;

const store = { read: () => new Map(), write: () => undefined };

/** Puts a clock, a tower and a sprint on air on each of so many outputs, and returns what makes each say what it shows. */
function onAir(hub: Hub, count: number, topics: readonly string[]): () => void {
  const graphics = { clock: { graphic: 'clock' }, side: { graphic: 'tower' }, right: { graphic: 'sprint' } };
  const taken = Object.entries(graphics).map(([slot, take]) => [slot, { ...take, takenUs: 0 }]);
  const clients = Array.from({ length: count }, (_, n) => {
    const output = `o${n + 1}`;
    hub.put({ changed: new Map([[`air/${output}`, { output, graphics: Object.fromEntries(taken) }]]) });
    const client = new Client(hub);
    const followed = [`air/${output}`, ...topics];
    for (const topic of followed) client.say({ t: 'sub', topic });
    return { client, followed };
  });
  return () => {
    for (const { client, followed } of clients) {
      for (const topic of followed) client.say({ t: 'ack', topic, version: hub.get(topic)?.version ?? 0 });
    }
  };
}

/** CPU of a race, fact by fact, its boards put and looked at as on a server. */
function raceMs(records: readonly JournalRecord[], count: number): number {
  const [meet, ...facts] = records as [JournalRecord, ...JournalRecord[]];
  let atUs = facts[0]?.acceptedUs ?? 0;
  const hub = new Hub({ epoch: 'j.1', nowUs: () => atUs, scheduler: new VirtualTimeScheduler() });
  const watch = new AirWatch({ hub, nowUs: () => atUs, store, trouble: () => undefined });
  watch.stop();
  let boards = fold(noBoards, [meet]);
  hub.put(boards);
  const ack = onAir(hub, count, ['now', 'race/ms-1', 'event/ms']);
  let ackedUs = 0;
  let lookedUs = atUs;
  const began = process.cpuUsage();
  for (const fact of facts) {
    for (; lookedUs <= fact.acceptedUs; lookedUs += lookEveryMs * 1000) {
      atUs = lookedUs;
      if (atUs - ackedUs >= ackUs) {
        ackedUs = atUs;
        ack();
      }
      watch.look();
      watch.keep();
    }
    atUs = fact.acceptedUs;
    boards = fold(boards, [fact]);
    hub.put(boards);
  }
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** A race, and what three outputs add to it: the median over the passes, of which each has both. */
export function onAirBench(records: readonly JournalRecord[]): Row[] {
  raceMs(records, outputs);
  const turns = Array.from({ length: passes }, (_, n) => {
    const counts = n % 2 === 0 ? [0, outputs] : [outputs, 0];
    const took = new Map(counts.map((count) => [count, raceMs(records, count)]));
    return { none: took.get(0) ?? 0, some: took.get(outputs) ?? 0 };
  });
  const without = median(turns.map(({ none }) => none));
  const ratio = median(turns.map(({ none, some }) => some / none));
  return [
    { name: 'a race with the on-air ledger, no output', value: without, unit: 'ms' },
    {
      name: `the same with ${outputs} outputs`,
      value: ratio,
      unit: 'x',
      bar: `at most ${mostRatio}`,
      met: ratio <= mostRatio,
    },
  ];
}
