// Takes the pictures of docs/screens, and writes the page that shows them.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { gallery } from './gallery.ts';
import { type PlayedMeet, playedMeet } from './played-meet.ts';
import type { Moment, Shot } from './shot.ts';

async function shoot(browser: Browser, meet: PlayedMeet, shot: Shot, into: string): Promise<void> {
  const { size, path, theme, language = 'en', scale = 1, act } = shot;
  const context = await browser.newContext({
    viewport: { width: size[0], height: size[1] },
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
    colorScheme: 'dark',
    locale: language === 'en' ? 'en-GB' : language,
  });
  const page = await context.newPage();
  const url = new URL(path.replaceAll('{race}', meet.race).replaceAll('{meet}', meet.meet), meet.url);
  if (theme !== undefined && theme !== 'paper') url.searchParams.set('theme', theme);
  await page.goto(url.href);
  if (act === undefined) await page.waitForSelector('connection-badge .live', { state: 'attached' });
  else await act(page, meet);
  if (theme === 'paper') await page.emulateMedia({ media: 'print' });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(into, `${shot.file}.png`) });
  process.stdout.write(`${shot.file}\n`);
  await context.close();
}

async function shootMoment(browser: Browser, pages: string, { shots, ...moment }: Moment, into: string) {
  const meet = await playedMeet(pages, moment.demo, moment.race, moment.seconds);
  await moment.before?.(meet);
  for (const shot of shots) await shoot(browser, meet, shot, into);
  await meet.stop();
}

const languages = { nl: 'Dutch', da: 'Danish' } as const;

function pageOf(shots: readonly Shot[]): string {
  const parts = new Map<string, Shot[]>();
  for (const shot of shots) {
    const part = shot.file.split('-')[0] ?? '';
    parts.set(part, [...(parts.get(part) ?? []), shot]);
  }
  const picture = ({ file, says, size, theme, language }: Shot) =>
    `**${says}.** ${size.join(' x ')}, ${theme ?? 'dark'}${language === undefined ? '' : `, ${languages[language]}`}\n\n![${says}](${file}.png)\n`;
  const sections = [...parts].map(
    ([part, of]) => `## /${part === 'home' ? '' : part}\n\n${of.map(picture).join('\n')}`,
  );
  return `# Screens\n\nEvery page, from the demo meets, as \`npm run screens\` takes them and writes this page. Where nothing is said a picture is\nin English.\n\n${sections.join('\n')}`;
}

/** All of them, or those whose names have one of `only` in them; the page is written where all are taken. */
export async function shootGallery(browser: Browser, pages: string, into: string, only: readonly string[]) {
  const wanted = ({ file }: Shot) => only.length === 0 || only.some((word) => file.includes(word));
  for (const moment of gallery) {
    const shots = moment.shots.filter(wanted);
    if (shots.length > 0) await shootMoment(browser, pages, { ...moment, shots }, into);
  }
  if (only.length === 0) await writeFile(join(into, 'README.md'), pageOf(gallery.flatMap(({ shots }) => shots)));
}
