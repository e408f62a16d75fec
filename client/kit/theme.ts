// The theme of a page: dark unless its address or its screen's settings say otherwise. The colours are in colours.css.
import type { Theme } from '../../shared/screen.ts';

export const themes: readonly Theme[] = ['dark', 'light', 'stadium'];

/** The theme a text names, or undefined for one there is not. */
export function themeOf(text: string | null | undefined): Theme | undefined {
  return themes.find((theme) => theme === text);
}

/** Light or dark, as whoever looks has told his browser: a page in the hand follows its owner, a wall does not. */
export function tasteOf(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Puts the page into a theme. */
export function setTheme(theme: Theme, root: HTMLElement = document.documentElement): void {
  if (theme === 'dark') delete root.dataset.theme;
  else root.dataset.theme = theme;
}
