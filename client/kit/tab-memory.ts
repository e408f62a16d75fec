// What a browser tab remembers until it is closed: an operator's token, and whatever a page keeps by a key of its own.

const tokenKey = 'splitcast.token';

export function recall<T>(key: string): T | undefined {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

/** A full or forbidden storage costs the memory of a reload, nothing else. */
export function keep(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // The page goes on with what it has.
  }
}

/** K16: kept for this tab alone, and in no address. */
export const token = {
  get: (): string | undefined => recall<string>(tokenKey),
  set: (value: string): void => keep(tokenKey, value),
  /** Back to the question for a token. */
  signOut(): void {
    sessionStorage.removeItem(tokenKey);
    location.reload();
  },
};
