import { VirtualTimeScheduler } from 'rxjs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Hub } from '../server/hub/hub.ts';
import { openAir } from '../server/journal/air-store.ts';
import { Outputs, outputsMax } from '../server/outputs.ts';
import { onAirStateSchema } from '../shared/on-air.ts';
import { Client } from './hub/pair.ts';
import { tempFile } from './journal/temp-file.ts';

const tower = { take: { graphic: 'tower' } } as const;
const result = { take: { graphic: 'result', race: 'r1' } } as const;
let temp: ReturnType<typeof tempFile>;
beforeEach(() => {
  temp = tempFile();
});
afterEach(() => temp.remove());

/** A server's outputs over the store of the test, with a clock that is moved by hand. */
function opened(fromMs = 1_800_000_000_000) {
  const scheduler = new VirtualTimeScheduler();
  const nowUs = () => (fromMs + scheduler.frame) * 1000;
  const store = openAir(temp.file);
  const made: { outputs?: Outputs } = {};
  const hub = new Hub({ epoch: `j.${fromMs}`, nowUs, scheduler, make: (topic) => made.outputs?.make(topic) });
  const outputs = new Outputs(store, hub, nowUs);
  made.outputs = outputs;
  const sink = outputs.before({ put: hub.put, refresh: () => hub.refresh() });
  const pass = (ms: number) => {
    const until = scheduler.frame + ms;
    scheduler.maxFrames = until;
    scheduler.flush();
    scheduler.frame = until;
  };
  const graphics = (output: string, delayMs = 0) =>
    (hub.get(`air/${output}`, delayMs)?.state as { graphics?: object } | undefined)?.graphics;
  return { hub, outputs, sink, store, pass, graphics, nowUs };
}

it('[B3] a graphic takes the place of what stands where it does; a whole page and what it covers take turns', () => {
  const { outputs, store } = opened();
  outputs.upTo(Number.MAX_SAFE_INTEGER);
  const act = (action: Parameters<typeof outputs.act>[1]) => {
    const { graphics } = onAirStateSchema.parse(outputs.act('main', action));
    return Object.values(graphics).map(({ graphic }) => graphic);
  };
  expect(act({ take: { graphic: 'clock' } })).toEqual(['clock']);
  expect(act(tower)).toEqual(['clock', 'tower']);
  expect(act({ take: { graphic: 'pair' } })).toEqual(['clock', 'tower', 'pair']);
  expect(act({ take: { graphic: 'athlete', race: 'r1', entry: 'e1' } })).toEqual(['clock', 'tower', 'athlete']);
  expect(act(result)).toEqual(['clock', 'result']);
  expect(act(tower)).toEqual(['clock', 'tower']);
  expect(act({ out: 'pair' })).toEqual(['clock', 'tower']);
  expect(act({ out: 'tower' })).toEqual(['clock']);
  expect(act({ out: 'all' })).toEqual([]);
  store.close();
});

it('[B3] taken again with a latch it is the same graphic that stays on', () => {
  const { outputs, store, pass } = opened();
  const first = outputs.act('main', tower)?.graphics.side?.takenUs;
  pass(5000);
  const latched = outputs.act('main', { take: { graphic: 'tower', latched: { version: 7, data: { rows: [] } } } });
  expect(latched?.graphics.side).toMatchObject({ takenUs: first, latched: { version: 7 } });
  expect(outputs.act('main', { take: { graphic: 'tower', race: 'r2' } })?.graphics.side?.takenUs).not.toBe(first);
  store.close();
});

it('[B5] a delayed output sees a take as late as its boards, whole', () => {
  const { hub, outputs, pass, graphics, nowUs, store } = opened();
  outputs.upTo(nowUs());
  const late = new Client(hub);
  late.say({ t: 'sub', topic: 'air/main', delayMs: 5000 });
  expect(late.only('snap').state).toMatchObject({ graphics: {} });
  pass(1000);
  outputs.act('main', tower);
  expect(graphics('main')).toHaveProperty('side');
  pass(4900);
  expect(graphics('main', 5000)).toEqual({});
  expect(late.states.get('air/main')?.state).toMatchObject({ graphics: {} });
  pass(200);
  expect(graphics('main', 5000)).toHaveProperty('side');
  store.close();
});

it('[B2] a restart finds what is on air, and a delayed output what was on then', () => {
  const before = opened();
  before.outputs.upTo(before.nowUs());
  before.outputs.act('main', tower);
  before.pass(200_000);
  before.outputs.act('main', { out: 'all' });
  before.pass(3000);
  before.outputs.act('main', result);
  before.outputs.act('studio', tower);
  before.pass(1000);
  before.store.close();
  const after = opened(before.nowUs() / 1000);
  // What the pipeline does: boards of the past come with their times.
  after.sink.put({ changed: new Map([['race/r1', { n: 1 }]]) }, after.nowUs() - 2_000_000);
  after.outputs.upTo(after.nowUs());
  expect(after.graphics('main')).toHaveProperty('full');
  expect(after.graphics('main', 2000)).toEqual({});
  expect(after.graphics('main', 5000)).toHaveProperty('side');
  expect(after.graphics('studio')).toHaveProperty('side');
  expect(after.hub.get('race/r1', 3000)).toBeUndefined();
  after.store.close();
});

it('[B2] an output nobody has told anything is empty, and is kept from its first take on', () => {
  const { hub, outputs, pass, graphics, store } = opened();
  const client = new Client(hub);
  client.sub('air/studio');
  expect(client.only('snap').state).toEqual({ output: 'studio', graphics: {} });
  outputs.act('studio', tower);
  client.session.ended();
  pass(1000);
  expect(graphics('studio')).toHaveProperty('side');
  store.close();
});

it('[B2] as many outputs as a truck has can be told, and one more cannot', () => {
  const { outputs, store } = opened();
  for (let n = 0; n < outputsMax; n += 1) expect(outputs.act(`o${n}`, tower)).toBeDefined();
  expect(outputs.act('more', tower)).toBeUndefined();
  expect(outputs.act('o0', { out: 'all' })).toBeDefined();
  store.close();
});
