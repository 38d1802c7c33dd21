import { MediaQuery } from 'svelte/reactivity';
import type { ThemeName } from './palette.ts';

const dark = new MediaQuery('(prefers-color-scheme: dark)');

/** The theme to draw in; reactive, so that `system` follows the system while the page is open. */
export function drawnTheme(chosen: ThemeName | 'system'): ThemeName {
  if (chosen !== 'system') return chosen;
  return dark.current ? 'dark' : 'light';
}
