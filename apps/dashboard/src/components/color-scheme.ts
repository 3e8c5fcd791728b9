import { type ThemeColors, type ThemeName, themeColors } from '@clv/charts';

/** What of the page around a chart is drawn with. */
export interface Look {
  name: ThemeName;
  colors: Partial<ThemeColors> & { font?: string };
}

/** A media query; where there are none, as in jsdom, it never holds. */
export const mediaOf = (query: string): EventTarget & { readonly matches: boolean } =>
  globalThis.matchMedia?.(query) ?? Object.assign(new EventTarget(), { matches: false });

export const lookOf = (element: Element): Look => ({
  name: prefersDark(element) ? 'dark' : 'light',
  colors: ownColors(element),
});

/** Whether an element is shown dark: by its own `color-scheme`, and by the system where that allows both; paper is light. */
function prefersDark(element: Element): boolean {
  if (mediaOf('print').matches) return false;
  const scheme = getComputedStyle(element).colorScheme;
  if (!scheme.includes('dark')) return false;
  return !scheme.includes('light') || mediaOf('(prefers-color-scheme: dark)').matches;
}

/** What a host page set of the colours and the font that charts are drawn with, by its `--clv-*` tokens. */
function ownColors(element: Element): Look['colors'] {
  const style = getComputedStyle(element);
  const names = [...Object.keys(themeColors.light), 'font'];
  const set = names.map((name) => [name, style.getPropertyValue(`--clv-${name}`).trim()] as const);
  return Object.fromEntries(set.filter(([, value]) => value !== ''));
}
