import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { anklesOf, demoMeet, raceId } from '../../server/demo/meet.ts';
import { worldCup } from '../../server/demo/meets/world-cup.ts';
import type { Board } from '../../shared/board.ts';
import { screen } from '../browser.ts';
import { does, note, signedIn, started, type } from './console-desk.ts';
import { quartetMeet } from './quartet-meet.ts';
import { demoRace, type RealServer } from './real-race.ts';
import { stumbles } from './stumbles.ts';

const demo = worldCup.races.find(({ kind }) => kind === 'mass-start')!;
const race = raceId(1, demo, worldCup);
const facts = '/api/v1/facts';

const boardWhere = (server: RealServer, fits: (board: Board) => boolean) =>
  expect.poll(async () => fits(await server.board(race)), { interval: 30 }).toBe(true);

const entryOf = (board: Board, bib: string) => Object.entries(board.rows).find(([, row]) => row.bib === bib)![0];
const timesOf = (board: Board, bib: string) => board.rows[entryOf(board, bib)]!.splits;

describe('the tasks of docs/console.md, with the keyboard alone', () => {
  it('[K6] a race is started', async () => {
    const server = await started();
    const meet = demoMeet(1, [demo], worldCup);
    await server.send('PUT', `/api/v1/meets/${meet.id}`, meet);
    await server.send('POST', facts, { id: 'called', kind: 'officials', race, referee: 'Jansen' });
    const page = await signedIn(server);
    await does(page, 'start a race');
    await boardWhere(server, (board) => board.race.status === 'running');
    await page.waitForSelector('race-head .status.running');
  });

  it('[K6][K7][K8][K9][K10][K19] a race is run to its signature', async () => {
    const server = await started();
    const played = await demoRace(server, 'mass-start');
    await played.upTo(0.6);
    const right = await server.board(race);
    const [a, b] = [entryOf(right, '43'), entryOf(right, '3')];
    const ankles = anklesOf(1, demo, worldCup);
    const wear = (entry: string, by: string) =>
      ankles
        .get(entry)!
        .map((transponder) => ({ id: `w-${transponder}`, kind: 'assign', race, transponder, entry: by }));
    await server.send('POST', facts, [...wear(a, b), ...wear(b, a)]);
    const at = Object.values(right.clock)[0]!.startUs! + 1_000_000;
    const stray = { kind: 'passing', at, source: 'decoder', loop: 'finish', transponder: 'ZX-1', how: 'transponder' };
    await server.send('POST', facts, { id: 'stray', race, ...stray });
    const page = await signedIn(server);

    await page.waitForSelector('readings-list .waiting [data-id="stray"]');
    await does(page, 'say who wears an unknown transponder');
    await page.waitForSelector('readings-list .waiting', { state: 'detached' });

    expect(timesOf(await server.board(race), '43')).not.toEqual(timesOf(right, '43'));
    await does(page, 'fix two swapped transponders');
    await boardWhere(server, (board) => JSON.stringify(timesOf(board, '43')) === JSON.stringify(timesOf(right, '43')));

    await does(page, 'enter a photo finish of five');
    const [first = '', ...second] = ['64', '3', '43'].map((bib) => entryOf(right, bib));
    // A sprint shows whom it gives points.
    const won = [[first], second];
    await expect.poll(() => page.locator('sprint-orders li').first().textContent()).toMatch(/S1.*64 3 =43/s);
    await boardWhere(server, ({ sprints }) => JSON.stringify(sprints[1]?.order) === JSON.stringify(won));
    const said = page.locator('decisions-list li:has-text("sprint 1 1. 64")');
    expect(await said.first().textContent()).toMatch(/2\. 3 \S+ \S+ = 43 .* 4\. 74 .* 5\. 166/);

    await played.upTo(0.999);
    await page.waitForSelector('race-head .status.finished');
    await does(page, 'disqualify with a code');
    await boardWhere(server, ({ rows }) => rows[a]?.status === 'DQ' && rows[a]?.code === 'T25');

    await does(page, 'make it official');
    await boardWhere(server, (board) => board.race.revision?.signer === 'Jansen');
    await page.waitForSelector('race-head .status.official');
  });
});

it('[K24][K25][K26][K27][K28][K29][K32] and a referee and a secretary have their day', async () => {
  const server = await started();
  await server.send('PUT', '/api/v1/meets/day', quartetMeet());
  await server.send('POST', facts, { id: 'armed', kind: 'arm', race: 'q1' });
  const page = await signedIn(server);
  const sheet = () => page.locator('race-sheet').textContent();
  await does(page, 'name referee and starter');
  await type(page, 'air 12.3 ice -6.1 hum 38\n');
  expect(await page.locator('confirm-line .told').textContent()).toMatch(/At the start.*–→Air 12\.3 °C · Ice -6\.1/s);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await does(page, 'enter air, ice and humidity');
  await expect.poll(sheet).toMatch(/Referee Jansen · Starter Smit.*Air 12\.3 °C · Ice -6\.1 °C · Humidity 38 %/s);
  await type(page, 'set 3 lane outer\n');
  expect(await page.locator('confirm-line .about').textContent()).toMatch(
    /Entry\s*3 Kim Vos inner 2→3 Kim Vos outer 2/,
  );
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await does(page, 'change lanes');
  await does(page, 'start both pairs of a quartet');
  await expect.poll(async () => Object.keys((await server.board('q1')).clock)).toEqual(['1', '2']);
  await does(page, 'enter three watches');
  await expect
    .poll(async () => (await server.board('q1')).rows.e3)
    .toMatchObject({ timeUs: 34_510_000, basis: 'hand' });

  await type(page, 'dq 4 T0');
  expect(await page.locator('confirm-line .codes li').allTextContents()).toContain('T04 false start');
  await page.keyboard.press('Escape');
  await type(page, 'dq 4 T99\n');
  expect(await page.locator('confirm-line .doubt').textContent()).toContain('“T99” is no code known here');
  await page.keyboard.press('Escape');
  await does(page, 'disqualify with a code nobody knows');
  await does(page, 'enter a protest');
  await expect.poll(sheet).toMatch(/Protest NED.*open · until \d\d:\d\d · pushed/s);
  await does(page, 'reject it');
  await expect.poll(async () => (await server.board('q1')).protests).toMatchObject({ NED: { state: 'rejected' } });

  await does(page, 'say that the programme is late');
  await expect.poll(sheet).toMatch(/Next\s*\d\d:\d\d · \+10 min · Pair 2/);
  await does(page, 'choose what everybody is shown');
  await does(page, 'designate a skater');
  await expect.poll(sheet).toMatch(/Everybody sees\s*Quartet 1.*Slot 2 Men\s*Jorrit Bergsma/s);
  await does(page, 'call up the next race');
  await expect.poll(sheet).toMatch(/Called up\s*Pair 2/);
  // Of the meet: seen, and taken back, from here.
  const late = page.locator('decisions-list li:has-text("The programme is 10 min late")');
  expect(await late.textContent()).toContain('test');
  await late.locator('button').click();
  await page.waitForSelector('confirm-line .told');
  await type(page, '\n');
  await expect.poll(sheet).not.toContain('+10 min');
});

describe('what is not typed blindly', () => {
  it('[K11][K12] a correction shows what it changes, Esc leaves it, and what was sent is taken back and done again', async () => {
    const server = await started();
    await (await demoRace(server, 'mass-start')).upTo(0.6);
    const before = await server.board(race);
    const entry = entryOf(before, '43');
    const page = await signedIn(server);
    await type(page, 'dq 43 T25\n');
    const changes = await page.locator('confirm-line li').allTextContents();
    expect(changes[0]).toContain('43 Viktor Hald Thorup');
    expect(changes[0]).toMatch(/Status\s*–→DQ T25/);
    await page.keyboard.press('Escape');
    await page.waitForSelector('confirm-line .asks', { state: 'detached' });
    expect((await server.board(race)).rows[entry]?.status).toBeUndefined();
    await type(page, '\n\n');
    await boardWhere(server, ({ rows }) => rows[entry]?.status === 'DQ');
    await page.keyboard.press('Control+z');
    await page.waitForSelector('confirm-line .asks');
    await type(page, '\n');
    await boardWhere(server, ({ rows }) => rows[entry]?.status === undefined);
    await page.reload();
    await page.waitForSelector('decisions-list .gone');
    await type(page, 'redo\n\n');
    await boardWhere(server, ({ rows }) => rows[entry]?.status === 'DQ');
    expect(await page.locator('decisions-list li').first().textContent()).toContain('test');
  });

  it('[K13] whoever was overtaken by another operator is told, and decides anew upon what is shown', async () => {
    const server = await started();
    await (await demoRace(server, 'mass-start')).upTo(0.6);
    const entry = entryOf(await server.board(race), '43');
    const page = await signedIn(server);
    await page.keyboard.type('dq 43 T25');
    await server.send('POST', facts, { id: 'theirs', kind: 'ruling', race, entry, status: 'YC', code: 'S5' });
    await page.waitForSelector('decisions-list [data-id="theirs"]');
    await type(page, '\n');
    expect(await page.locator('confirm-line .wrong').textContent()).toMatch(/Not done: .*decided anew meanwhile/);
    expect(await page.locator('#line').inputValue()).toBe('dq 43 T25');
    expect((await server.board(race)).rows[entry]?.status).toBeUndefined();
    await type(page, '\n\n');
    await boardWhere(server, ({ rows }) => rows[entry]?.status === 'DQ');
  });
});

/** Counts the tones a page starts, and keeps them in as a browser does while nobody has touched it: a test's questions are touches. */
const countTones = () => {
  const counted = { tones: 0 };
  class Untouched extends AudioContext {
    constructor() {
      super();
      void this.suspend();
    }
  }
  Object.assign(window, { counted, AudioContext: Untouched });
  const { start } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
    counted.tones += 1;
    start.call(this, when);
  };
};

const tones = (page: Page) => page.evaluate(() => (window as unknown as { counted: { tones: number } }).counted.tones);

it('[K15][K30] a source that falls silent is an alarm in words and tones, which wait for the first key and end when they are told to', async () => {
  const server = await started();
  await (await demoRace(server, 'mass-start')).upTo(0.5);
  const page = await signedIn(server);
  await page.context().addInitScript(countTones);
  await page.reload();
  await page.waitForSelector('readings-list');
  expect(await page.locator('alarm-bar .silent').count()).toBe(0);
  expect(await page.locator('alarm-bar .blocked').textContent()).toContain('No sound yet');
  const place = () => page.locator('#line').boundingBox();
  const before = await place();
  await page.evaluate(() => {
    // The time itself: the page hands it on to its elements whenever it likes.
    const { clock } = (document.querySelector('console-page') as HTMLElement & { live: { clock: { nowUs(): number } } })
      .live;
    const nowUs = clock.nowUs.bind(clock);
    clock.nowUs = () => nowUs() + 90_000_000;
  });
  await page.waitForSelector('alarm-bar .silent');
  expect(await page.locator('alarm-bar .silent').textContent()).toMatch(
    /^decoder is silent for (9\d|\d{3}) s\s*Silence$/,
  );
  expect(await tones(page)).toBe(0);
  expect(await place()).toEqual(before);
  await page.keyboard.press('q');
  await page.waitForSelector('alarm-bar .blocked', { state: 'detached' });
  await expect.poll(() => tones(page)).toBe(2);
  await type(page, 'uiet\n');
  await page.waitForSelector('alarm-bar .silent.quiet');
});

it('[K16][K18][K21] a token is asked for once a tab and stands in no address; nothing serious hinders anybody there', async () => {
  const server = await started();
  await (await demoRace(server, 'mass-start')).upTo(0.1);
  const { page } = await screen();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${server.url}/console`);
  await page.waitForSelector('sign-in input');
  await page.keyboard.type('nobody');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('sign-in .refusal').textContent()).toContain('not known');
  await page.fill('sign-in input', server.token);
  await page.keyboard.press('Enter');
  await page.waitForSelector('readings-list li[data-id]');
  await page.goto(`${server.url}/console?lang=nl`);
  await page.waitForSelector('readings-list li[data-id]');
  expect(await page.locator('[data-line="gun"]').textContent()).toBe('Schot');
  await page.keyboard.press('?');
  for (const theme of ['dark', 'light']) {
    await page.evaluate((name) => Object.assign(document.documentElement.dataset, { theme: name }), theme);
    expect(await stumbles(page), theme).toEqual([]);
  }
  await page.goto(`${server.url}/console?at=1`);
  expect(await page.locator('no-past [role="alert"]').textContent()).toContain('no moment of the past');
  expect(asked.filter((url) => url.includes(server.token))).toEqual([]);
});

it('[K14][K17][K20] a screen is told what to show by its line or by hand, and the buttons are the commands', async () => {
  const server = await started();
  await (await demoRace(server, 'mass-start')).upTo(0.5);
  await server.send('PUT', '/api/v1/screens/west', { view: 'auto', place: 'above the stand' });
  const page = await signedIn(server);
  await page.waitForSelector('[data-screen="west"]');
  await type(page, 'screen west view result delay 5\n');
  await expect.poll(() => page.locator('[data-screen="west"] select').first().inputValue()).toBe('result');
  await page.locator('[data-screen="west"] select').nth(2).selectOption('stadium');
  await page.waitForSelector('confirm-line .done');
  const answer = await fetch(`${server.url}/api/v1/screens`, { headers: { authorization: `Bearer ${server.token}` } });
  const { screens } = (await answer.json()) as { screens: Record<string, { settings: object }> };
  expect(screens.west?.settings).toMatchObject({
    view: 'result',
    theme: 'stadium',
    delayMs: 5000,
    place: 'above the stand',
  });
  await page.locator('[data-screen="west"] select').nth(3).selectOption('da');
  await expect.poll(async () => (await note(page))?.includes('is told')).toBe(true);
  await page.click('[data-line="dq"]');
  await page.keyboard.type('43');
  await expect.poll(() => note(page)).toContain('DQ: 43 Viktor Hald Thorup');
});
