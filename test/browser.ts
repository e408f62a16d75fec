// The browser of all tests that need one: Debian's Chromium, started once a test file, closed at its end. Whatever a
// page asks of another host is refused and remembered.
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach } from 'vitest';

const executablePath = process.env.SPLITCAST_CHROMIUM ?? '/usr/bin/chromium';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let launched: Promise<Browser> | undefined;

function browser(): Promise<Browser> {
  launched ??= chromium.launch({ executablePath, args });
  return launched;
}

/** A screen in a test: its page, what went wrong in it, and what it asked of hosts other than the server's. */
export interface Screen {
  readonly page: Page;
  readonly errors: string[];
  readonly elsewhere: string[];
}

const open = new Set<Page>();

/** A page of its own at 1920x1080, without cache or memory of another test; it is closed when the test ends. */
export async function screen(options: BrowserContextOptions = {}): Promise<Screen> {
  const context = await (await browser()).newContext({ viewport: { width: 1920, height: 1080 }, ...options });
  const page = await context.newPage();
  open.add(page);
  const errors: string[] = [];
  const elsewhere: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // A refused connection is logged by the browser itself, and the tests refuse many.
    if (message.type() === 'error' && !/WebSocket connection|ERR_|Failed to load/.test(message.text())) {
      errors.push(message.text());
    }
  });
  await context.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => {
      elsewhere.push(route.request().url());
      return route.abort();
    },
  );
  return { page, errors, elsewhere };
}

afterEach(async () => {
  const pages = [...open];
  open.clear();
  for (const page of pages) await page.context().close();
});

afterAll(async () => {
  await (await launched)?.close();
  launched = undefined;
});
