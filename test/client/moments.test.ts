import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { screen } from '../browser.ts';
import { built } from '../built.ts';
import { demoRace, RealServer } from './real-race.ts';

const ranks = (page: Page) => page.locator('order-table tbody tr .place').allTextContents();
const shownAt = (page: Page) => page.locator('scrub-bar output').textContent();

it('[V51][V53][V54] from live pages back into the race, through it by keys, and live again; nothing of later is fetched', async () => {
  const server = await RealServer.start(built('pages'));
  const played = await demoRace(server, 'mass-start');
  await played.upTo(0.3);
  const { page, errors } = await screen({ permissions: ['clipboard-read', 'clipboard-write'] });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${server.url}/commentator?lang=en`);
  await page.waitForSelector('connection-badge .live');
  await page.waitForSelector('moment-links button');
  await page.waitForFunction(() => {
    const { live } = document.querySelector('commentator-page') as unknown as { live: { clock: { nowUs(): unknown } } };
    return live.clock.nowUs() !== undefined;
  });
  await page.keyboard.press('m');
  await page.waitForSelector('moment-links button:has-text("Copied")');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const early = await ranks(page);
  await page.keyboard.press('ArrowDown');
  await page.waitForSelector('athlete-card h2');
  expect(asked.filter((path) => path.startsWith('/api/v1/races/'))).toEqual([]);
  await played.upTo(0.9);

  await page.goto(link);
  await page.waitForSelector('connection-badge .past');
  await page.waitForSelector('order-table tbody tr');
  expect(new URL(link).searchParams.get('race')).toBe(played.race);
  expect(await ranks(page)).toEqual(early);
  expect(await page.locator('moment-links').count()).toBe(0);
  await page.keyboard.press('Home');
  const first = await shownAt(page);
  await page.keyboard.press('Space');
  await page.waitForFunction((before) => document.querySelector('scrub-bar output')?.textContent !== before, first);
  await page.keyboard.press('l');
  await page.waitForSelector('connection-badge .live');
  expect(new URL(page.url()).searchParams.has('at')).toBe(false);
  await page.waitForSelector('moment-links button');

  await page.goto(link.replace('/commentator', '/results'));
  await page.waitForSelector('race-result tbody tr');
  expect(await page.locator('.actions a[download], moment-links button').count()).toBe(0);
  await page.locator('.actions a').click();
  await page.waitForSelector('standings-table tbody tr');
  await page.goto(`${server.url}/arena?at=${new URL(link).searchParams.get('at')}`);
  await page.waitForSelector('scrub-bar');
  expect(new URL(page.url()).searchParams.get('race')).toBe(played.race);

  // All of it came within the last two minutes, of which a picture so late knows nothing.
  await page.goto(`${link}&delay=120`);
  await page.waitForSelector('connection-badge .live');
  expect(await page.locator('scrub-bar, order-table').count()).toBe(0);
  expect(errors).toEqual([]);
});
