// What an eye would complain about in a picture at rest: things off the screen, letters cut off, letters on letters.
import type { Page } from 'playwright-core';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A line of text as it stands, and what is left of the screen for it after all that cuts off what overflows. */
interface Text extends Box {
  readonly says: string;
  /** Number of its element: an element's own lines do not count as standing on each other. */
  readonly of: number;
  readonly room: Box;
  readonly rem: number;
}

export interface Faults {
  readonly outside: readonly string[];
  readonly clipped: readonly string[];
  readonly overlapping: readonly string[];
}

/** Letters are measured within a pixel or so. */
const tolerancePx = 1.5;

/** Every line of text that a page shows in these elements. */
export function textsOf(page: Page, within = 'main *, connection-badge *'): Promise<Text[]> {
  return page.evaluate((within) => {
    /** A letter box is higher than its letters. */
    const letterShare = 0.7;
    const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const clips = (element: Element) => {
      const { overflowX, contain } = getComputedStyle(element);
      return overflowX === 'hidden' || contain === 'strict';
    };
    const everywhere: Box = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };
    const rooms = new Map<Element | null, Box>([
      [document.body, everywhere],
      [null, everywhere],
    ]);
    /** What of the screen is left for an element: within all around it that cuts off. */
    const roomOf = (element: Element | null): Box => {
      const known = rooms.get(element);
      if (known !== undefined || element === null) return known ?? everywhere;
      const around = roomOf(element.parentElement);
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const cuts = clips(element);
      // A part of the picture keeps to its height, whether it hides what overflows or not.
      const isPart = element.parentElement?.localName === 'main';
      const room = {
        left: cuts ? Math.max(around.left, left) : around.left,
        right: cuts ? Math.min(around.right, right) : around.right,
        top: cuts || isPart ? Math.max(around.top, top) : around.top,
        bottom: cuts || isPart ? Math.min(around.bottom, bottom) : around.bottom,
      };
      rooms.set(element, room);
      return room;
    };
    const linesOf = (node: Node, of: number, element: Element): Text[] => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const fontPx = Number.parseFloat(getComputedStyle(element).fontSize);
      const half = (fontPx * letterShare) / 2;
      const says = `${element.parentElement?.className} ${element.className}: ${node.textContent?.trim().slice(0, 40)}`;
      const room = roomOf(element);
      return [...range.getClientRects()]
        .filter(({ width }) => width > 0 && fontPx > 0)
        .map(({ left, right, top, bottom }) => {
          const middle = (top + bottom) / 2;
          return { says, of, room, rem: fontPx / remPx, left, right, top: middle - half, bottom: middle + half };
        });
    };
    return [...document.querySelectorAll(within)].flatMap((element, of) =>
      [...element.childNodes]
        .filter((node) => node.nodeType === 3 && node.textContent?.trim() !== '')
        .flatMap((node) => linesOf(node, of, element)),
    );
  }, within);
}

const standsIn = (text: Box, room: Box) =>
  text.left >= room.left - tolerancePx &&
  text.top >= room.top - tolerancePx &&
  text.right <= room.right + tolerancePx &&
  text.bottom <= room.bottom + tolerancePx;

const isApart = (a: Box, b: Box) =>
  a.left >= b.right - tolerancePx ||
  b.left >= a.right - tolerancePx ||
  a.top >= b.bottom - tolerancePx ||
  b.top >= a.bottom - tolerancePx;

/** What is wrong with texts on a screen of this size. */
export function faultsOf(texts: readonly Text[], { width, height }: { width: number; height: number }): Faults {
  const screen = { left: 0, top: 0, right: width, bottom: height };
  const says = (wrong: readonly Text[]) => wrong.map((text) => text.says);
  return {
    outside: says(texts.filter((text) => !standsIn(text, screen))),
    clipped: says(texts.filter((text) => !standsIn(text, text.room))),
    overlapping: texts.flatMap((a, i) =>
      texts
        .slice(i + 1)
        .filter((b) => a.of !== b.of && !isApart(a, b))
        .map((b) => `${a.says} / ${b.says}`),
    ),
  };
}
