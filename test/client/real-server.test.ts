import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { staleAfterMs } from '../../client/kit/live.ts';
import { livePath, subprotocol } from '../../shared/protocol.ts';
import { screen } from '../browser.ts';
import { built } from '../built.ts';
import { absent, files, isThere, linesOf } from '../proof/recording.ts';
import { CuttableLine } from './cuttable-line.ts';
import { demoRace, type Played, RealServer, recordedRace } from './real-race.ts';
import { shownOf, shownOn } from './shown.ts';

/** The bar: so long after it can know, a page shows what the server has. */
const rightMs = 2000;

const teamPursuit = '240faddd.1.3';
const recorded = (server: RealServer) => recordedRace(server, linesOf(files.teamPursuit), teamPursuit);
const races: readonly (readonly [string, (server: RealServer) => Promise<Played>])[] = [
  ['a mass start', (server) => demoRace(server, 'mass-start')],
  // What a recorded pursuit proves of lanes, a pair of the demo proves where the recording is not there.
  isThere ? ['a recorded team pursuit', recorded] : ['a pair', (server) => demoRace(server, 'pairs')],
];
if (!isThere) it.skip(`[V21] a recorded team pursuit, ${absent}`, () => undefined);

/** Waits until so many beats have come to another screen: time in which the server had nothing new to say. */
async function beatsOf(server: RealServer, topic: string, count: number): Promise<void> {
  const socket = new WebSocket(server.url.replace('http', 'ws') + livePath, subprotocol);
  let heard = 0;
  await new Promise<void>((resolve) => {
    socket.on('open', () => socket.send(JSON.stringify({ t: 'sub', topic })));
    socket.on('message', (data) => {
      if (JSON.parse(String(data)).t === 'beat') heard += 1;
      if (heard === count) resolve();
    });
  });
  socket.close();
}

describe.each(races)('%s', (_, play) => {
  let server: RealServer;
  let line: CuttableLine;
  let race: Played;

  beforeEach(async () => {
    server = await RealServer.start(built('pages'));
    line = await CuttableLine.to(() => server.port);
    onTestFinished(() => line.close());
    race = await play(server);
    await race.upTo(0.3);
  });

  async function arena(): Promise<Page> {
    const { page } = await screen();
    await page.goto(`http://127.0.0.1:${line.port}/arena?race=${race.race}`);
    await page.waitForSelector('connection-badge .live');
    await page.evaluate(() => Object.assign(window, { neverReloaded: true }));
    return page;
  }

  /** Waits until the page says what the server's board says, no longer than the bar. */
  async function isRight(page: Page): Promise<void> {
    const board = await server.board(race.race);
    await expect
      .poll(
        async () => {
          const shown = await shownOn(page);
          return { shown, right: shownOf(board, shown), live: await page.locator('connection-badge .live').count() };
        },
        { timeout: rightMs, interval: 50 },
      )
      .toSatisfy(({ shown, right, live }) => live === 1 && JSON.stringify(shown) === JSON.stringify(right));
    expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true);
  }

  /** The page says STALE, as late as two silent beats allow, and still shows what it had. */
  async function saysStale(page: Page, before: object): Promise<void> {
    await page.waitForSelector('connection-badge .stale', { timeout: staleAfterMs + 4000 });
    expect(await shownOn(page)).toEqual(before);
  }

  it('[V21] joined late, the page shows the board as it is', async () => {
    await race.upTo(0.6);
    const page = await arena();
    await isRight(page);
    await race.upTo(0.8);
    await isRight(page);
    await race.upTo(1);
    await isRight(page);
    expect((await server.board(race.race)).race.status).toMatch(/finished|official/);
  });

  it('[V21] with its line cut the page says STALE, and once it is mended the page is right', async () => {
    const page = await arena();
    await isRight(page);
    const before = await shownOn(page);
    line.cut();
    await race.upTo(0.6);
    await saysStale(page, before);
    line.mend();
    await isRight(page);
    expect(await shownOn(page)).not.toEqual(before);
    await race.upTo(0.7);
    await isRight(page);
  });

  it('[V21] over a restart of the server the page says STALE, and is right after it', async () => {
    const page = await arena();
    await race.upTo(0.5);
    await isRight(page);
    const before = await shownOn(page);
    await server.down();
    await saysStale(page, before);
    await server.up();
    await isRight(page);
    await race.upTo(0.7);
    await isRight(page);
  });

  it('[V21] a tab that was frozen while the race went on is right when it is seen again', async () => {
    const page = await arena();
    await isRight(page);
    await page.evaluate(() => {
      const ticks = { count: 0 };
      Object.assign(window, { ticks });
      setInterval(() => {
        ticks.count += 1;
      }, 10);
    });
    const ticks = () => page.evaluate(() => (window as unknown as { ticks: { count: number } }).ticks.count);
    const before = await ticks();
    // A browser without a window hides no tab; held by the debugger, a page does as little as a hidden one may do.
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Debugger.enable');
    const held = new Promise((resolve) => devtools.once('Debugger.paused', resolve));
    await devtools.send('Debugger.pause');
    await held;
    await race.upTo(0.6);
    await beatsOf(server, `race/${race.race}`, 3);
    await race.upTo(0.7);
    await devtools.send('Debugger.resume');
    await devtools.send('Debugger.disable');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    // Three beats would be 600 of its ticks.
    expect((await ticks()) - before).toBeLessThan(200);
    await isRight(page);
    await race.upTo(0.8);
    await isRight(page);
  });
});
