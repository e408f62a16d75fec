import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Board } from '../../shared/board.ts';
import { screen } from '../browser.ts';
import { built } from '../built.ts';
import { BoardServer } from './board-server.ts';
import { runningMassStart } from './fixtures.ts';

let server: BoardServer;
let board: Board;
beforeEach(async () => {
  server = await BoardServer.start({ pages: built('pages') });
  board = lapsLeft(7);
  server.put('race/r', board);
});
afterEach(() => server.stop());

const lapsLeft = (toGo: number): Board => {
  const running = runningMassStart();
  return { ...running, laps: { ...running.laps, toGo }, clock: { 1: { startUs: (Date.now() - 100_000) * 1000 } } };
};

async function arena() {
  const shown = await screen();
  await shown.page.goto(`${server.origin}/arena?race=r`);
  await shows(shown.page, 'live', 7);
  await shown.page.evaluate(() => Object.assign(window, { neverReloaded: true }));
  return shown;
}

/** Waits until the badge says `freshness` and so many laps are to go. */
function shows(page: Page, freshness: string, toGo: number) {
  return page.waitForFunction(
    ([wanted, laps]) =>
      document.querySelector(`connection-badge .${wanted}`) !== null &&
      document.querySelector('race-tower .laps b')?.textContent === laps,
    [freshness, String(toGo)] as const,
    { timeout: 20_000 },
  );
}

const neverReloaded = (page: Page) => page.evaluate(() => 'neverReloaded' in window);

async function restarted(toGo: number, epoch: string): Promise<void> {
  const { port } = server;
  server = await BoardServer.start({ pages: built('pages'), port, epoch });
  server.put('race/r', lapsLeft(toGo));
}

it('[V4] a server that falls silent makes the whole screen say so, and the screen comes back with it', async () => {
  const { page } = await arena();
  server.silence();
  server.put('race/r', lapsLeft(6));
  await shows(page, 'stale', 7);
  const sign = page.locator('connection-badge .stale');
  expect(await sign.boundingBox()).toMatchObject({ x: 0, y: 0, width: 1920 });
  expect(await sign.textContent()).toMatch(/^Stale.*no data for \d+ s$/);
  const covered = await page.evaluate(() => {
    const bottom = document.querySelector('connection-badge .stale')?.getBoundingClientRect().bottom ?? 0;
    return [...document.querySelectorAll('main *')].filter((element) => {
      const { top, width } = element.getBoundingClientRect();
      return width > 0 && top < bottom;
    }).length;
  });
  expect(covered).toBe(0);
  server.silence(false);
  await shows(page, 'live', 6);
  expect(await neverReloaded(page)).toBe(true);
});

it('[V4] live is said as long as beats come, and the badge is always there', async () => {
  const { page } = await arena();
  for (let n = 0; n < 3; n += 1) {
    const heard = server.heard.length;
    server.beat();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect.poll(() => server.heard.length).toBeGreaterThan(heard);
    await shows(page, 'live', 7);
  }
  expect(await page.locator('connection-badge p').isVisible()).toBe(true);
});

it('[V2] after a restart of the server it shows what the new one says', async () => {
  const { page } = await arena();
  await server.stop();
  await page.waitForSelector('connection-badge :is(.offline, .stale)');
  await restarted(5, 'j.2');
  await shows(page, 'live', 5);
  server.put('race/r', lapsLeft(4));
  await shows(page, 'live', 4);
  expect(await neverReloaded(page)).toBe(true);
  expect(server.heard.find((message) => message.t === 'sub')).toMatchObject({ epoch: 'j.1', version: 1 });
});

it('[V2] a page that was there before the server finds it, however long that takes', async () => {
  server.takesSockets = false;
  const { page } = await screen();
  let refused = 0;
  page.on('websocket', () => {
    refused += 1;
  });
  await page.goto(`${server.origin}/arena?race=r`);
  await expect.poll(() => refused, { timeout: 20_000 }).toBeGreaterThan(4);
  expect(await page.locator('connection-badge .waiting').isVisible()).toBe(true);
  server.takesSockets = true;
  await shows(page, 'live', 7);
});

it('[V2] a network that was lost and found is used at once', async () => {
  const { page } = await arena();
  const context = page.context();
  await context.setOffline(true);
  server.closeAll(4000);
  await page.waitForSelector('connection-badge .stale', { timeout: 20_000 });
  server.put('race/r', lapsLeft(2));
  await context.setOffline(false);
  await shows(page, 'live', 2);
  expect(server.clients).toBe(1);
  expect(await neverReloaded(page)).toBe(true);
});

it('[V3] told not to come back it stays away and says so', async () => {
  const { page } = await arena();
  server.closeAll(4500);
  await shows(page, 'closed', 7);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  server.put('race/r', lapsLeft(6));
  expect(server.clients).toBe(0);
  expect(await page.locator('race-tower .laps b').textContent()).toBe('7');
});

/** What the clock says in each of the next 60 frames, and how far it is behind the time since `startMs`. */
const clockFrames = (page: Page, startMs: number) =>
  page.evaluate(async (start) => {
    const all: { text: string; behindMs: number }[] = [];
    for (let n = 0; n < 60; n += 1) {
      await new Promise(requestAnimationFrame);
      const text = document.querySelector('race-tower race-clock')?.textContent ?? '';
      const [minutes = 0, seconds = 0] = text.split(':').map(Number);
      all.push({ text, behindMs: Date.now() - start - (minutes * 60 + seconds) * 1000 });
    }
    return all;
  }, startMs);

it('[V6] the clock runs by itself, and never backwards', async () => {
  const { page } = await arena();
  const texts = (await clockFrames(page, 0)).map(({ text }) => text);
  expect(texts.every((text) => /^1:\d\d\.\d$/.test(text))).toBe(true);
  expect(texts).toEqual([...texts].sort());
  expect(new Set(texts).size).toBeGreaterThan(3);
});

it('[V5] the clock is the time since the gun on the server, once a few pings have come back', async () => {
  const { page } = await arena();
  const startMs = (board.clock['1']?.startUs ?? 0) / 1000;
  // A tenth is cut off, and a frame may be some tens of milliseconds late; a page that is loading answers late too.
  const most = async () => {
    const behind = (await clockFrames(page, startMs)).map(({ behindMs }) => behindMs).sort((a, b) => a - b);
    return behind[0]! > -20 && behind[30]! < 200;
  };
  await expect.poll(most, { timeout: 15_000 }).toBe(true);
});

it('[V6] a tab that was hidden for a minute is right in the moment it is seen, before any frame', async () => {
  const { page } = await arena();
  await page.waitForFunction(() => document.querySelector('race-tower race-clock')?.textContent !== '');
  const [before, after] = await page.evaluate(() => {
    const clock = document.querySelector('race-tower race-clock');
    const seconds = () => {
      const [m = 0, s = 0] = (clock?.textContent ?? '').split(':').map(Number);
      return m * 60 + s;
    };
    const seen = () => {
      document.dispatchEvent(new Event('visibilitychange'));
      return seconds();
    };
    const was = seen();
    const now = performance.now.bind(performance);
    performance.now = () => now() + 60_000;
    return [was, seen()];
  });
  expect(after! - before!).toBeGreaterThan(59.8);
  expect(after! - before!).toBeLessThan(61);
});

it('[V12] the built page is what is served', async () => {
  const served = await fetch(`${server.origin}/arena`);
  expect(await served.text()).toBe(await readFile(join(built('pages'), 'arena/index.html'), 'utf8'));
});
