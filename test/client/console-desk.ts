// A console in a browser as its operator works it: signed in, keys pressed one by one, tasks as docs/console.md has them.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { screen } from '../browser.ts';
import { built } from '../built.ts';
import { RealServer } from './real-race.ts';

interface Task {
  readonly typed: string;
  readonly keystrokes: number;
}

/** The tasks as docs/console.md has them: what is typed, and how many keystrokes it says that are. */
async function taskOf(name: string): Promise<Task> {
  const text = await readFile(new URL('../../docs/console.md', import.meta.url), 'utf8');
  const row = text.split('\n').find((line) => line.startsWith(`| ${name} |`)) ?? '';
  const [, , typed = '', count = ''] = row.split('|');
  return {
    typed: typed.replaceAll(/`([^`]*)`|⏎|\s/g, (mark, keys?: string) => keys ?? (mark === '⏎' ? '\n' : '')),
    keystrokes: Number(count),
  };
}

/** Two frames: what a key has changed is on the page. */
const painted = (page: Page) =>
  page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));

/** Presses every key of `text`, and after an Enter waits for what came of it. Returns how many keys that were. */
export async function type(page: Page, text: string): Promise<number> {
  for (const key of text) {
    await page.keyboard.press(key === '\n' ? 'Enter' : key === ' ' ? 'Space' : key);
    if (key !== '\n') continue;
    await painted(page);
    await page.waitForSelector('#line[aria-busy="false"]');
  }
  return text.length;
}

export async function started(): Promise<RealServer> {
  return RealServer.start(built('pages'));
}

export async function signedIn(server: RealServer): Promise<Page> {
  const { page, errors } = await screen({ viewport: { width: 1280, height: 720 } });
  await page.goto(`${server.url}/console`);
  await page.waitForSelector('sign-in input');
  await page.keyboard.type(server.token);
  await page.keyboard.press('Enter');
  await page.waitForSelector('connection-badge .live');
  await page.waitForSelector('readings-list');
  expect(errors).toEqual([]);
  return page;
}

export const note = (page: Page) => page.locator('confirm-line').textContent();

/** Does a task as it is written, and counts its keystrokes. */
export async function does(page: Page, name: string): Promise<void> {
  const { typed, keystrokes } = await taskOf(name);
  expect([name, await type(page, typed)]).toEqual([name, keystrokes]);
  expect(await note(page)).toContain('Done');
}
