// The address of a page as it was at a moment, and how it gets into another program. Knows no page.

/** `href` at this moment, in microseconds on the server's clock; of a race where one is named. */
export function addressAt(href: string, atUs: number, race?: string): string {
  const address = new URL(href);
  if (race !== undefined) address.searchParams.set('race', race);
  address.searchParams.set('at', String(Math.round(atUs)));
  return address.href;
}

/** The same page, live. */
export function addressLive(href: string): string {
  const address = new URL(href);
  address.searchParams.delete('at');
  return address.href;
}

/** True where the clipboard has it: without a secure context there is none. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether a key is the page's: typed into a field, or with a key of the browser's, it is not; a button has its own. */
export function isPageKey({ target, ctrlKey, metaKey, altKey, key }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  if (target instanceof HTMLButtonElement) return key !== ' ' && key !== 'Enter';
  if (target instanceof HTMLInputElement) return target.type === 'range';
  return !(target instanceof HTMLSelectElement);
}
