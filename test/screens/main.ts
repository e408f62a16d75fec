// `npm run screens [-- docs/screens part-of-a-name …]`: the pictures of docs/screens. With another folder every picture of the
// halls' screens in every size, to be looked at: `npm run screens -- /tmp/all [part of a name …]`.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { built } from '../built.ts';
import { BoardServer } from '../client/board-server.ts';
import { type Picture, type PictureName, pictures } from './pictures.ts';
import { shootGallery } from './shoot.ts';
import { type Size, sizes } from './sizes.ts';

const documents = resolve(import.meta.dirname, '../../docs/screens');

async function shoot(browser: Browser, pages: string, picture: Picture, size: Size, path: string): Promise<void> {
  const server = await BoardServer.start({ pages });
  for (const [topic, state] of Object.entries(picture.topics)) server.put(topic, state);
  for (const [name, drawing] of Object.entries(picture.sponsors ?? {})) server.sponsors.set(name, drawing);
  const context = await browser.newContext({ viewport: sizes[size], reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${server.origin}/${picture.page ?? 'arena'}${picture.query}`);
  await page.waitForSelector('main > :not(idle-screen), idle-screen .coming');
  await page.waitForSelector('connection-badge .live', { state: 'attached' });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path });
  process.stdout.write(`${path}\n`);
  await context.close();
  await server.stop();
}

async function shootHalls(browser: Browser, pages: string, into: string, only: readonly string[]): Promise<void> {
  for (const name of Object.keys(pictures) as PictureName[]) {
    for (const size of Object.keys(sizes) as Size[]) {
      const file = `arena-${name}-${size}`;
      if (!only.every((word) => file.includes(word))) continue;
      await shoot(browser, pages, pictures[name], size, join(into, `${file}.png`));
    }
  }
}

async function main(): Promise<void> {
  const [named = documents, ...only] = process.argv.slice(2);
  const folder = resolve(named);
  await mkdir(folder, { recursive: true });
  const pages = built('pages');
  const executablePath = process.env.SPLITCAST_CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  if (folder === documents) await shootGallery(browser, pages, folder, only);
  else await shootHalls(browser, pages, folder, only);
  await browser.close();
}

await main();
