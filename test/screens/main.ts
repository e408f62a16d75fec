// `npm run screens`: pictures of the pages, the arena's in every size, to be looked at. Without arguments the few that the
// documents show, into docs/screens; with a folder, all of them there: `npm run screens -- /tmp/all [part of a name …]`.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { built } from '../built.ts';
import { BoardServer } from '../client/board-server.ts';
import { airPictures } from './air-pictures.ts';
import { demoBoard } from './demo-board.ts';
import { shootDesks } from './desks.ts';
import { type Picture, pictures } from './pictures.ts';
import { type Size, sizes } from './sizes.ts';

/** One a size, and README's; the largest is left out, for it is the picture of 1920x1080 with more dots. */
const ofDocuments: readonly (readonly [file: string, () => Picture, Size])[] = [
  ['arena-mass-start', () => ({ query: '?race=r', topics: { 'race/r': demoBoard(388) } }), '1280x720'],
  ['arena-team-pursuit-1920x1080', () => pictures['team-result'], '1920x1080'],
  ['arena-team-pursuit-1080x1920', () => pictures['team-live'], '1080x1920'],
  ['arena-mass-start-1920x192', () => pictures['mass-start-24'], '1920x192'],
  ['arena-standings-1280x720', () => pictures['standings-teams'], '1280x720'],
  ['arena-selection-1280x720', () => pictures.selection, '1280x720'],
  ['arena-timetable-1280x720', () => pictures.timetable, '1280x720'],
  ['arena-break-1920x192', () => pictures.break, '1920x192'],
  ['lapcounter-bell-1280x720', () => pictures['lapcounter-bell'], '1280x720'],
  ['lapcounter-1080x1920', () => pictures['lapcounter-12'], '1080x1920'],
  [
    'commentator-mass-start',
    () => ({ page: 'commentator', query: '?race=r', topics: { 'race/r': demoBoard(388) } }),
    '1280x720',
  ],
  ...Object.entries(airPictures).map(([name, picture]) => [name, picture, '1280x720'] as const),
];
const documents = new URL('../../docs/screens/', import.meta.url).pathname;

async function shoot(browser: Browser, pages: string, picture: Picture, size: Size, path: string): Promise<void> {
  const server = await BoardServer.start({ pages });
  for (const [topic, state] of Object.entries(picture.topics)) server.put(topic, state);
  for (const [name, drawing] of Object.entries(picture.sponsors ?? {})) server.sponsors.set(name, drawing);
  const context = await browser.newContext({ viewport: sizes[size], reducedMotion: 'reduce' });
  const page = await context.newPage();
  await picture.before?.(page);
  await page.goto(`${server.origin}/${picture.page ?? 'arena'}${picture.query}`);
  if (picture.shown !== undefined) await picture.shown(page);
  else {
    await page.waitForSelector('main > :not(idle-screen), idle-screen .coming, gap-chart canvas');
    await page.waitForSelector('connection-badge .live', { state: 'attached' });
  }
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path });
  await context.close();
  await server.stop();
}

async function main(): Promise<void> {
  const [folder, ...only] = process.argv.slice(2);
  const all = (Object.keys(pictures) as (keyof typeof pictures)[]).flatMap((name) =>
    (Object.keys(sizes) as Size[]).map(
      (size) => [`arena-${name}-${size}`, (): Picture => pictures[name], size] as const,
    ),
  );
  const wanted = folder === undefined ? ofDocuments : all.filter(([file]) => only.every((word) => file.includes(word)));
  const into = folder ?? documents;
  await mkdir(into, { recursive: true });
  const pages = built('pages');
  const executablePath = process.env.SPLITCAST_CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  for (const [file, picture, size] of wanted) {
    const path = join(into, `${file}.png`);
    await shoot(browser, pages, picture(), size, path);
    process.stdout.write(`${path}\n`);
  }
  if (folder === undefined || only.length === 0) await shootDesks(browser, pages, into);
  await browser.close();
}

await main();
