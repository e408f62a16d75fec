// Pictures of pages that need a real server: the console in mid-race, a correction before it is made, the results on a
// phone and on paper.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { startServer } from '../../server/commands/start-server.ts';
import { demoRace } from '../client/real-race.ts';

/** So far the demo's mass start is told: after its second sprint; and how long ago its gun was then. */
const share = 0.6;
const agoS = 295;

const phone = { width: 390, height: 844 };
const monitor = { width: 1280, height: 720 };
const paper = { width: 794, height: 1123 };

/** Does what `act` does on a page of its own, and takes the picture. */
type Shoot = (file: string, url: string, size: typeof phone, act: (page: Page) => Promise<void>) => Promise<void>;

async function enter(page: Page, line: string): Promise<void> {
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
}

const consoles =
  (token: string, line: string, ready: string) =>
  async (page: Page): Promise<void> => {
    await page.waitForSelector('sign-in input');
    await enter(page, token);
    await page.waitForSelector('readings-list li[data-id]');
    await page.waitForSelector('[data-screen="west"]');
    await enter(page, line);
    await page.waitForSelector(ready);
  };

export async function shootDesks(browser: Browser, pages: string, into: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'splitcast-screens-'));
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    journal: join(folder, 'race.db'),
    log: pino({ level: 'silent' }),
    pagesFolder: pages,
  });
  const token = server.tokens.add('desk', 'operator');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const send = async (method: string, path: string, body: unknown) => {
    const answer = await fetch(server.url + path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  };
  const shoot: Shoot = async (file, url, viewport, act) => {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(server.url + url);
    await act(page);
    await page.evaluate(() => document.fonts.ready);
    const path = join(into, `${file}.png`);
    await page.screenshot({ path });
    process.stdout.write(`${path}\n`);
    await context.close();
  };
  const { race, upTo } = await demoRace({ send }, 'mass-start', agoS);
  await upTo(share);
  const at = Date.now() * 1000;
  const stray = {
    kind: 'passing',
    race,
    at,
    source: 'decoder',
    loop: 'finish',
    transponder: 'ZX-1204',
    how: 'transponder',
  };
  await send('POST', '/api/v1/facts', { id: 'stray', ...stray });
  await send('PUT', '/api/v1/screens/west', { view: 'auto', place: 'above the stand' });
  await send('PUT', '/api/v1/screens/lobby', { view: 'standings', theme: 'light', delayMs: 5000, language: 'nl' });
  const measured = { airDeciC: 123, iceDeciC: -61, humidityPercent: 38 };
  await send('POST', '/api/v1/facts', { id: 'ice', kind: 'conditions', race, when: 'start', ...measured });
  await shoot('console-race', `/console?race=${race}`, monitor, consoles(token, 's1 64 3 =43', 'confirm-line .asks'));
  await shoot('console-dry-run', `/console?race=${race}`, monitor, consoles(token, 'dq 43 T25', 'confirm-line .about'));
  await upTo(1);
  const rows = (page: Page) => page.waitForSelector('lap-chart svg', { state: 'attached' }).then(() => undefined);
  await shoot('results-phone', `/results?race=${race}`, phone, rows);
  await shoot('results-print', `/results?race=${race}`, paper, async (page) => {
    await rows(page);
    await page.emulateMedia({ media: 'print' });
  });
  await server.close();
  await rm(folder, { recursive: true });
}
