// The name of this screen: in its address, and remembered by its browser, so that a kiosk that opens /screen finds itself again.

/** As the server takes it: the pattern of an id. */
export const namePattern = '[A-Za-z0-9][A-Za-z0-9._:\\-]{0,63}';

const isName = (text: string) => new RegExp(`^${namePattern}$`).test(text);

const key = 'splitcast.screen';

/** The name in `/screen/<name>`; undefined where there is none that a server takes. */
export function nameIn(pathname: string): string | undefined {
  const [, , part = ''] = pathname.split('/');
  try {
    const name = decodeURIComponent(part);
    return isName(name) ? name : undefined;
  } catch {
    return undefined;
  }
}

/** What this browser was called last; a browser without a memory has forgotten. */
export function remembered(): string | undefined {
  try {
    const name = localStorage.getItem(key) ?? '';
    return isName(name) ? name : undefined;
  } catch {
    return undefined;
  }
}

export function remember(name: string): void {
  try {
    localStorage.setItem(key, name);
  } catch {
    // It is called by its address then.
  }
}
