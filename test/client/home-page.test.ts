import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { screen } from '../browser.ts';
import { built } from '../built.ts';
import { BoardServer } from './board-server.ts';
import { runningMassStart } from './fixtures.ts';
import { programme } from './pair-fixtures.ts';
import { stumbles } from './stumbles.ts';

it('[R4] the first page names what is on and every page there is, for phones too, and keeps the language asked for', async () => {
  const server = await BoardServer.start({ pages: built('pages') });
  server.put('now', { meet: 'wc-demo', onIce: [] });
  server.put('meet/wc-demo', programme());
  const { page, errors, elsewhere } = await screen({ viewport: { width: 390, height: 844 } });
  await page.goto(`${server.origin}/home?lang=nl`);
  await page.waitForSelector('home-page .meet');
  const { name } = programme().meet;
  expect(await page.textContent('home-page .on')).toContain(name);
  const links = await page.$$eval('home-page li a', (all) => all.map((link) => link.getAttribute('href') ?? ''));
  const pages = links.map((link) => link.replace(/^\/|\?.*$/g, ''));
  expect(pages.filter((one) => !existsSync(join(built('pages'), one, 'index.html')))).toEqual([]);
  expect(pages).toContain('results');
  expect(links.every((link) => link.endsWith('?lang=nl'))).toBe(true);
  expect(await page.textContent('home-page li b')).toBe('Uitslagen');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect({ errors, elsewhere }).toEqual({ errors: [], elsewhere: [] });
  await server.stop();
});

it('[V68] nobody stumbles over anything serious on a page that only shows', async () => {
  const server = await BoardServer.start({ pages: built('pages') });
  server.put('race/r', runningMassStart());
  const { page } = await screen();
  const found: Record<string, readonly string[]> = {};
  for (const [path, shown] of [
    ['home', 'home-page a'],
    ...['dark', 'light', 'stadium'].map((theme) => [`arena?race=r&theme=${theme}`, 'ice-order .line']),
    ['lapcounter?race=r', 'main'],
    ['screen', 'name-form input'],
    ['overlay?race=r', 'body > *'],
  ] as [string, string][]) {
    await page.goto(`${server.origin}/${path}`);
    await page.waitForSelector(shown, { state: 'attached' });
    found[path] = await stumbles(page);
  }
  await server.stop();
  expect(Object.values(found).flat()).toEqual([]);
  expect(Object.keys(found)).toHaveLength(7);
});
