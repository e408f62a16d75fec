import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { pageMs } from '../../client/kit/page-turner.ts';
import { screen } from '../browser.ts';
import { built } from '../built.ts';
import { type Picture, type PictureName, pictures } from '../screens/pictures.ts';
import { type Size, sizes } from '../screens/sizes.ts';
import { BoardServer } from './board-server.ts';
import { faultsOf, textsOf } from './layout.ts';

/** Below this nobody reads anything: 1.6 % of the height of a wide screen, 9 % of a banner's. */
const smallestRem = { wide: 1.59, banner: 1.7 };

/** Lists that turn pages go by the server's time: as many turns later every page has been seen. */
const turns = { wide: 3, banner: 8 };
const pageTurned = (page: Page) =>
  page.evaluate(async (ms) => {
    const arena = document.querySelector('arena-page') as HTMLElement & { live: { clock: { nowUs(): number } } };
    const { clock } = arena.live;
    const nowUs = clock.nowUs.bind(clock);
    clock.nowUs = () => nowUs() + ms * 1000;
    for (const list of document.querySelectorAll('arena-page, ice-order, start-list, result-sheet')) {
      (list as HTMLElement & { requestUpdate(): void }).requestUpdate();
    }
    // One frame in which the page hears of it, one in which it is rendered, one in which it stands.
    for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
  }, pageMs);

/** Pictures of few words, and those that are made as others are; the points of a sprint are gone before they are measured. */
const apart = /^(screen|sponsors|sprint-pop|break-late|lapcounter-(12|start|finish))/;

/** The largest is the picture of 1920x1080 with more dots: those with most in them speak for all. */
const large = /^(mass-start-30|result-30|pair-10000|heat-10|standings-60|timetable)$/;

it.each((Object.keys(pictures) as PictureName[]).filter((name) => !apart.test(name)))(
  '[V16] on a screen of any size all of it is there, nothing cut off, nothing on anything else: %s',
  async (name) => {
    const { query, topics, page: shown }: Picture = pictures[name];
    const server = await BoardServer.start({ pages: built('pages') });
    for (const [topic, state] of Object.entries(topics)) server.put(topic, state);
    const { page, errors } = await screen({ reducedMotion: 'reduce' });
    await page.goto(`${server.origin}/${shown ?? 'arena'}${query}`);
    await page.waitForSelector('main > :not(idle-screen), idle-screen .coming');
    await page.waitForSelector('connection-badge .live', { state: 'attached' });
    await page.evaluate(() => document.fonts.ready);
    const found: Record<string, object> = {};
    const whole = { outside: [], clipped: [], overlapping: [] };
    for (const size of Object.keys(sizes) as Size[]) {
      if (size === '3840x2160' && !large.test(name)) continue;
      await page.setViewportSize(sizes[size]);
      const kind = size === '1920x192' ? 'banner' : 'wide';
      let first: string | undefined;
      for (let turn = 0; turn < turns[kind]; turn += 1) {
        await pageTurned(page);
        const texts = await textsOf(page);
        // The clock goes on; names stay where nothing turns pages, and come back where all have been seen.
        const says = texts.map((text) => text.says.replace(/[\d:.]+/g, '')).join('\n');
        if (says === first) break;
        first ??= says;
        found[`${size} ${turn}`] = faultsOf(texts, sizes[size]);
        expect(texts.length, size).toBeGreaterThan(2);
        expect(Math.min(...texts.map(({ rem }) => rem)), size).toBeGreaterThan(smallestRem[kind]);
      }
    }
    await server.stop();
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((look) => [look, whole])));
    expect(errors).toEqual([]);
  },
);
