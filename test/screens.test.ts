import { afterEach, beforeEach, expect, it } from 'vitest';
import { Hub } from '../server/hub/hub.ts';
import { openScreens, type ScreenStore, screensMax } from '../server/journal/screen-store.ts';
import { Screens } from '../server/screens.ts';
import { screenSettingsSchema, screenStateSchema, screensStateSchema } from '../shared/screen.ts';
import { Client } from './hub/pair.ts';
import { tempFile } from './journal/temp-file.ts';

const settings = screenSettingsSchema.parse({ view: 'standings', event: 'm500', place: 'West stand' });
let us = 1_800_000_000_000_000;
let store: ScreenStore;
let screens: Screens;
let hub: Hub;
let temp: ReturnType<typeof tempFile>;

beforeEach(() => {
  temp = tempFile();
  store = openScreens(temp.file, { nowUs: () => us });
  hub = new Hub({ epoch: 'j.1', nowUs: () => us, make: (topic) => screens.make(topic) });
  screens = new Screens(store, hub, () => us);
});
afterEach(() => {
  screens.stop();
  store.close();
  temp.remove();
});

function screen(name: string): Client {
  const client = new Client(hub);
  client.sub(`screen/${name}`);
  return client;
}

it('[A28][W32] a screen nobody has told anything follows what is on, and is told while it is watched', () => {
  const client = screen('west');
  expect(screenStateSchema.parse(client.only('snap').state).settings.view).toBe('auto');
  expect(screens.tell('west', settings)).toBe(true);
  client.session.receive('{"t":"ping","at":1}');
  expect(hub.get('screen/west')?.state).toEqual({ name: 'west', settings });
  client.session.ended();
});

it('[K5] the list says what each screen shows, how far behind it is, and when it was last there', () => {
  hub.put({ changed: new Map([['race/r1', { n: 1 }]]) });
  const client = screen('west');
  client.sub('race/r1');
  client.say({ t: 'ack', topic: 'race/r1', version: 1 });
  us += 3_000_000;
  hub.put({ changed: new Map([['race/r1', { n: 2 }]]) });
  us += 2_000_000;
  const { west } = screensStateSchema.parse(screens.list()).screens;
  expect(west).toMatchObject({ connected: 1, seenUs: us });
  expect(west?.shows['race/r1']).toEqual({ version: 1, newest: 2, behindUs: 2_000_000 });
  client.say({ t: 'ack', topic: 'race/r1', version: 2 });
  expect(screens.list().screens.west?.shows['race/r1']).toEqual({ version: 2, newest: 2 });
  const twin = screen('west');
  expect(screens.list().screens.west?.connected).toBe(2);
  twin.session.ended();
  client.session.ended();
  const goneUs = us;
  us += 60_000_000;
  expect(screens.list().screens.west).toMatchObject({ connected: 0, seenUs: goneUs, shows: {} });
});

it('[K5] what a screen was told is there after a restart, whatever it was', () => {
  const { file } = temp;
  const before = openScreens(file);
  before.put('west', settings);
  before.close();
  const after = openScreens(file);
  expect(after.all().get('west')).toEqual(settings);
  expect(after.remove('west')).toBe(true);
  expect(after.remove('west')).toBe(false);
  after.close();
});

it('[K5] as many screens as a hall has can be told, and one more cannot', () => {
  for (let n = 0; n < screensMax; n += 1) expect(screens.tell(`s${n}`, settings)).toBe(true);
  expect(screens.tell('more', settings)).toBe(false);
  expect(screens.tell('s0', settings)).toBe(true);
  expect(screens.forget('s0')).toBe(true);
  expect(screens.tell('more', settings)).toBe(true);
});
