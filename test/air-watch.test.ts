import { VirtualTimeScheduler } from 'rxjs';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { AirWatch, browsersMost } from '../server/air-watch.ts';
import { Hub } from '../server/hub/hub.ts';
import { type AiredStore, openAired } from '../server/journal/aired-store.ts';
import { airedStateSchema, outputsStateSchema } from '../shared/aired.ts';
import type { Board } from '../shared/board.ts';
import { finishedMassStart } from './client/fixtures.ts';
import { Client } from './hub/pair.ts';
import { tempFile } from './journal/temp-file.ts';

const race = 'ms-men-final';
const over = finishedMassStart(24);
const [first] = Object.entries(over.rows).find(([, { rank }]) => rank === 1) as [string, Board['rows'][string]];
const corrected: Board = { ...over, rows: { ...over.rows, [first]: { ...over.rows[first]!, rank: 2 } } };

let temp: ReturnType<typeof tempFile>;
beforeEach(() => {
  temp = tempFile();
});
afterEach(() => temp.remove());

/** A hub with the result of a race on air on `main`, and the ledger beside it, over the file of the test. */
function hall(fromUs = 1_800_000_000_000_000) {
  const scheduler = new VirtualTimeScheduler();
  const nowUs = () => fromUs + scheduler.frame * 1000;
  const made: { watch?: AirWatch } = {};
  const hub = new Hub({ epoch: 'j.1', nowUs, scheduler, make: (topic) => made.watch?.make(topic) });
  const store = openAired(temp.file);
  onTestFinished(() => store.close());
  const writes: number[] = [];
  const troubles: unknown[] = [];
  const disk = { isFull: false };
  const write: AiredStore['write'] = (changed) => {
    if (disk.isFull) throw new Error('the disk is full');
    writes.push(changed.size);
    store.write(changed);
  };
  const trouble = (error: unknown) => troubles.push(error);
  const watch = new AirWatch({ hub, nowUs, store: { read: store.read, write }, trouble });
  made.watch = watch;
  watch.stop();
  const put = (topic: string, state: object) => hub.put({ changed: new Map([[topic, state]]) });
  put(`race/${race}`, over);
  put('air/main', { output: 'main', graphics: { full: { graphic: 'result', race, takenUs: nowUs() } } });
  const pass = (ms: number) => {
    const until = scheduler.frame + ms;
    scheduler.maxFrames = until;
    scheduler.flush();
    scheduler.frame = until;
  };
  const output = (delayMs = 0) => {
    const client = new Client(hub);
    for (const topic of ['air/main', `race/${race}`]) client.say({ t: 'sub', topic, ...(delayMs > 0 && { delayMs }) });
    return client;
  };
  const alerts = () => Object.values(airedStateSchema.parse(hub.get('aired')?.state).alerts);
  return { hub, watch, put, pass, output, alerts, nowUs, writes, troubles, disk };
}

it('[B21] a correction of what an output said it shows is told, for all to read', () => {
  const { watch, put, output, alerts } = hall();
  watch.look();
  put(`race/${race}`, corrected);
  watch.look();
  // Nobody was connected: nothing was aired.
  expect(alerts()).toEqual([]);
  put(`race/${race}`, over);
  const client = output();
  client.say({ t: 'ack', topic: 'air/main', version: 1 });
  client.say({ t: 'ack', topic: `race/${race}`, version: 3 });
  watch.look();
  put(`race/${race}`, corrected);
  watch.look();
  expect(alerts()).toMatchObject([
    { output: 'main', graphic: 'result', changes: { [first]: { fields: { rank: { before: 1, after: 2 } } } } },
  ]);
  client.session.ended();
});

it('[B21] an output aired what it says it shows, not what is newest', () => {
  const { watch, put, output, alerts } = hall();
  const client = output();
  client.say({ t: 'ack', topic: 'air/main', version: 1 });
  client.say({ t: 'ack', topic: `race/${race}`, version: 1 });
  put(`race/${race}`, corrected);
  watch.look();
  expect(alerts()).toMatchObject([{ changes: { [first]: { fields: { rank: { before: 1, after: 2 } } } } }]);
  const other = hall();
  const late = other.output();
  other.put(`race/${race}`, corrected);
  late.say({ t: 'ack', topic: 'air/main', version: 1 });
  late.say({ t: 'ack', topic: `race/${race}`, version: 2 });
  other.watch.look();
  expect(other.alerts()).toEqual([]);
  client.session.ended();
  late.session.ended();
});

it('[B21] a delayed output airs it later: what was corrected meanwhile is told once it has been on', () => {
  const { watch, put, pass, output, alerts } = hall();
  pass(10_000);
  put(`race/${race}`, corrected);
  const client = output(5000);
  client.say({ t: 'ack', topic: 'air/main', version: 1 });
  client.say({ t: 'ack', topic: `race/${race}`, version: 1 });
  watch.look();
  expect(alerts()).toHaveLength(1);
  client.session.ended();
});

it('[B22] the list says how many browsers show an output and how far behind they are; a rundown is none of them', () => {
  const { watch, pass, output, hub } = hall();
  const client = output();
  const desk = new Client(hub, () => ({ name: 'desk', role: 'operator' }));
  desk.say({ t: 'auth', token: 'x' });
  desk.sub('air/main');
  desk.sub('outputs');
  client.say({ t: 'ack', topic: 'air/main', version: 1 });
  const { main } = outputsStateSchema.parse(watch.list()).outputs;
  expect(main).toMatchObject({ graphics: ['result'], connected: 1, shows: { 'air/main': { version: 1, newest: 1 } } });
  const more = Array.from({ length: browsersMost }, () => output());
  expect(watch.list().outputs.main?.connected).toBeLessThanOrEqual(browsersMost);
  for (const { session } of more) session.ended();
  client.session.ended();
  pass(1000);
  expect(watch.list().outputs.main).toMatchObject({ connected: 0, shows: {} });
  desk.session.ended();
});

it('[B23] a caption that was taken for it is marked on the correction', () => {
  const { watch, put, output, alerts, hub } = hall();
  const client = output();
  watch.look();
  put(`race/${race}`, corrected);
  watch.look();
  const [key] = Object.keys(airedStateSchema.parse(hub.get('aired')?.state).alerts);
  expect(alerts()[0]?.captioned).toBeUndefined();
  put('air/main', { output: 'main', graphics: { caption: { graphic: 'correction', alert: key, takenUs: 0 } } });
  watch.look();
  put('air/main', { output: 'main', graphics: {} });
  watch.look();
  expect(alerts()[0]?.captioned).toBe(true);
  client.session.ended();
});

it('[B21] a restart knows what was aired: a correction within ten minutes of it is told, what was told stays so', () => {
  const before = hall();
  const client = before.output();
  before.watch.look();
  before.watch.stop();
  client.session.ended();
  // The server was away for nine minutes.
  const after = hall(before.nowUs() + 9 * 60_000_000);
  after.watch.look();
  expect(after.alerts()).toEqual([]);
  after.put(`race/${race}`, corrected);
  after.watch.look();
  expect(after.alerts()).toMatchObject([
    { output: 'main', airedUs: before.nowUs(), changes: { [first]: { fields: { rank: { before: 1, after: 2 } } } } },
  ]);
  const [found] = after.alerts();
  after.watch.keep();
  const again = hall(after.nowUs() + 9 * 60_000_000);
  expect(again.alerts()).toEqual([found]);
  again.put(`race/${race}`, corrected);
  again.watch.look();
  expect(again.alerts()).toEqual([found]);
  again.pass(61_000);
  again.watch.look();
  again.watch.keep();
  expect(again.alerts()).toEqual([]);
  expect(hall(again.nowUs()).alerts()).toEqual([]);
});

it('[B21] it is written when what is shown changes, else once a minute; a disk that is full is told of once', () => {
  const { watch, put, pass, output, writes, troubles, disk } = hall();
  const client = output();
  const seconds = (n: number) => {
    for (let i = 0; i < n; i += 1) {
      pass(1000);
      client.read();
      watch.look();
      watch.keep();
    }
  };
  seconds(60);
  expect(writes).toEqual([1]);
  seconds(50);
  expect(writes).toEqual([1, 1]);
  put(`race/${race}`, { ...over, laps: { ...over.laps } });
  seconds(1);
  expect(writes).toHaveLength(2);
  disk.isFull = true;
  put(`race/${race}`, corrected);
  seconds(3);
  expect([writes.length, troubles.length]).toEqual([2, 1]);
  disk.isFull = false;
  seconds(1);
  expect(writes).toHaveLength(3);
  client.session.ended();
});
