// `npm run screens`: pictures of the arena page in every size, to be looked at. Without arguments the few that the
// documents show, into docs/screens; with a folder, all of them there: `npm run screens -- /tmp/all [name or size …]`.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { BoardServer } from '../client/board-server.ts';
import { buildPages } from '../client/build-pages.ts';
import { type Picture, pictures } from './pictures.ts';
import { type Size, sizes } from './sizes.ts';

/** One a size; the largest is left out, for it is the picture of 1920x1080 with more dots. */
const ofDocuments: readonly (readonly [keyof typeof pictures, Size])[] = [
  ['team-live', '1280x720'],
  ['result-24', '1920x1080'],
  ['mass-start-24', '1080x1920'],
  ['pair-1000', '1920x192'],
];
const documents = new URL('../../docs/screens/', import.meta.url).pathname;

async function shoot(browser: Browser, pages: string, picture: Picture, size: Size, path: string): Promise<void> {
  const server = await BoardServer.start({ pages });
  for (const [topic, state] of Object.entries(picture.topics)) server.put(topic, state);
  const context = await browser.newContext({ viewport: sizes[size], reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${server.origin}/arena${picture.query}`);
  await page.waitForSelector('main > :not(idle-screen), idle-screen .coming');
  await page.waitForSelector('connection-badge .live', { state: 'attached' });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path });
  await context.close();
  await server.stop();
}

async function main(): Promise<void> {
  const [folder, ...only] = process.argv.slice(2);
  const all = (Object.keys(pictures) as (keyof typeof pictures)[]).flatMap((name) =>
    (Object.keys(sizes) as Size[]).map((size) => [name, size] as const),
  );
  const asked = all.filter(([name, size]) =>
    only.every((word) => word === name || word === size || name.startsWith(word)),
  );
  const wanted = folder === undefined ? ofDocuments : asked;
  const into = folder ?? documents;
  await mkdir(into, { recursive: true });
  const pages = await mkdtemp(join(tmpdir(), 'splitcast-screens-'));
  await buildPages(pages);
  const executablePath = process.env.SPLITCAST_CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  for (const [name, size] of wanted) {
    const path = join(into, `arena-${name}-${size}.png`);
    await shoot(browser, pages, pictures[name], size, path);
    process.stdout.write(`${path}\n`);
  }
  await browser.close();
  await rm(pages, { recursive: true });
}

await main();
