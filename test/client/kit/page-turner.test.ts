import fc from 'fast-check';
import type { ReactiveControllerHost } from 'lit';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PageTurner, pageAt, pageMs } from '../../../client/kit/page-turner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

const time = { nowUs: () => Date.now() * 1000 };

function host() {
  const updates = { count: 0 };
  const added: unknown[] = [];
  const made = {
    addController: (controller: unknown) => added.push(controller),
    requestUpdate: () => {
      updates.count += 1;
    },
  } as unknown as ReactiveControllerHost;
  return { made, updates, added };
}

it('[V17] every page has its turn, and after the last comes the first', () => {
  const pages = Array.from({ length: 7 }, (_, turn) => pageAt(turn * pageMs + 1, 3).page);
  expect(pages).toEqual([0, 1, 2, 0, 1, 2, 0]);
});

it('[V17] whatever the clock says, there is a page, and it stays no longer than its turn', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e13, max: 1e13, noNaN: true }), fc.integer({ min: 1, max: 9 }), (sinceMs, pages) => {
      const { page, leftMs } = pageAt(sinceMs, pages);
      expect(page).toBeGreaterThanOrEqual(0);
      expect(page).toBeLessThan(pages);
      expect(leftMs).toBeGreaterThan(0);
      expect(leftMs).toBeLessThanOrEqual(pageMs);
    }),
  );
});

it('[V17] two screens that were opened at different times show the same page', () => {
  const [one, other] = [new PageTurner(host().made), new PageTurner(host().made)];
  vi.setSystemTime(3 * pageMs + 10);
  expect(one.page(5, time)).toBe(3);
  vi.setSystemTime(3 * pageMs + 7000);
  expect(other.page(5, time)).toBe(3);
});

it('[V17] the host is rendered again when the next page is due, and not before', () => {
  const { made, updates, added } = host();
  const turner = new PageTurner(made);
  expect(added).toEqual([turner]);
  expect(turner.page(2, time)).toBe(0);
  vi.advanceTimersByTime(pageMs - 1);
  expect(updates.count).toBe(0);
  vi.advanceTimersByTime(2);
  expect(updates.count).toBe(1);
  expect(turner.page(2, time)).toBe(1);
});

it('[V17] one page never turns, and a list that is gone has no timer', () => {
  const { made, updates } = host();
  const turner = new PageTurner(made);
  turner.page(1, time);
  expect(vi.getTimerCount()).toBe(0);
  turner.page(2, time);
  turner.hostDisconnected();
  vi.advanceTimersByTime(10 * pageMs);
  expect(updates.count).toBe(0);
});

it('[V17] before the server has told its time the first page stays, and it is asked for again', () => {
  const { made, updates } = host();
  const turner = new PageTurner(made);
  expect(turner.page(3, { nowUs: () => undefined })).toBe(0);
  vi.advanceTimersByTime(1001);
  expect(updates.count).toBe(1);
});
