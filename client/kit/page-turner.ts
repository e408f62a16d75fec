// Turns the pages of a list that is longer than its screen. By the server's time, so that all screens of a hall show the
// same page at the same moment.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TimeSource } from './race-clock.ts';

/** A dozen names are read in this time, and the last of five pages still comes round within a minute. */
export const pageMs = 8000;

/** The server's time is known soon after a page is opened; until then the first page stays. */
const clockRetryMs = 1000;

/** Which of `pages` (from 0) is shown `sinceMs` after the first came up, and how long it still stays. */
export function pageAt(sinceMs: number, pages: number): { readonly page: number; readonly leftMs: number } {
  const turns = Math.floor(sinceMs / pageMs);
  return { page: ((turns % pages) + pages) % pages, leftMs: (turns + 1) * pageMs - sinceMs };
}

export class PageTurner implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** The page to render now; the host is rendered again when the next is due. `fromMs` is when the first came up. */
  page(pages: number, time: TimeSource, fromMs = 0): number {
    clearTimeout(this.#timer);
    const nowUs = time.nowUs();
    if (pages <= 1) return 0;
    const turn = nowUs === undefined ? { page: 0, leftMs: clockRetryMs } : pageAt(nowUs / 1000 - fromMs, pages);
    const { page, leftMs } = turn;
    this.#timer = setTimeout(() => this.#host.requestUpdate(), leftMs + 1);
    return page;
  }
}
