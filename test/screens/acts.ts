// What is done before a picture is taken: graphics go on air, an operator signs in and types.
import type { Page } from 'playwright-core';
import type { Take } from '../../shared/on-air.ts';
import type { PlayedMeet } from './played-meet.ts';
import type { Shot } from './shot.ts';

/** A grey like ice, in the pictures only. */
const ice = 'linear-gradient(#b9c6d1, #e4ebf1 45%, #d3dde6 60%, #a9b8c5)';

/** Takes graphics, and waits until they are in. */
export const onAir =
  (...takes: readonly (Take['graphic'] | Omit<Take, 'race'>)[]): NonNullable<Shot['act']> =>
  async (page, { send, race }) => {
    await send('POST', '/api/v1/on-air/main', { out: 'all' });
    for (const take of takes) {
      const wish = typeof take === 'string' ? { graphic: take } : take;
      await send('POST', '/api/v1/on-air/main', { take: { ...wish, race } });
    }
    await page.waitForFunction((n) => document.querySelectorAll('overlay-stage > [on]').length === n, takes.length);
    await page.evaluate((background) => Object.assign(document.documentElement.style, { background }), ice);
  };

async function enter(page: Page, line: string): Promise<void> {
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
}

async function signIn(page: Page, { token }: PlayedMeet): Promise<void> {
  await page.waitForSelector('sign-in input');
  await page.focus('sign-in input');
  await enter(page, token);
}

/** Types a line on the console, as far as `ready` asks. */
export const typed =
  (line: string, ready: string): NonNullable<Shot['act']> =>
  async (page, meet) => {
    await signIn(page, meet);
    await page.waitForSelector('readings-list li[data-id]');
    await enter(page, line);
    await page.waitForSelector(ready);
  };

export async function atDesk({ send, race }: PlayedMeet): Promise<void> {
  const stray = { source: 'decoder', loop: 'finish', transponder: 'ZX-1204', how: 'transponder' };
  await send('POST', '/api/v1/facts', { id: 'stray', kind: 'passing', race, at: Date.now() * 1000, ...stray });
  const measured = { airDeciC: 123, iceDeciC: -61, humidityPercent: 38 };
  await send('POST', '/api/v1/facts', { id: 'ice', kind: 'conditions', race, when: 'start', ...measured });
  await send('PUT', '/api/v1/screens/west', { view: 'auto', place: 'above the stand' });
  await send('PUT', '/api/v1/screens/hidden', { hidden: true, view: 'auto' });
}

/** Signs in to the rundown, and chooses the tower. */
export const choosing: NonNullable<Shot['act']> = async (page, meet) => {
  await signIn(page, meet);
  await page.waitForSelector('.program clock-graphic[on]');
  await page.keyboard.press('2');
  await page.waitForSelector('.preview tower-graphic[on]');
};
