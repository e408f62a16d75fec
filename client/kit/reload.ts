// A kiosk has nobody to press reload. Where the server no longer speaks this page's protocol, it serves a page that
// does.
import type { ConnectionState } from './live.ts';
import type { Watchable } from './value.ts';

/** Often enough for a screen on a wall, seldom enough for a server that refuses on purpose. */
export const reloadAfterMs = 30_000;

/** Once the connection is closed for good, loads the page anew as soon as the server can serve it. */
export function reloadWhenClosed(connection$: Watchable<ConnectionState>): void {
  connection$.watch((state) => {
    if (state === 'closed') setTimeout(() => void reload(), reloadAfterMs);
  });
}

/** Asks first: a reload while the server is away would leave the browser's own error page on the wall. */
async function reload(): Promise<void> {
  const answer = await fetch(location.href, { method: 'HEAD' }).catch(() => undefined);
  if (answer?.ok === true) location.reload();
  else setTimeout(() => void reload(), reloadAfterMs);
}
