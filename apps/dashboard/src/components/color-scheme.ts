import { type ThemeColors, themeColors } from '@clv/charts';

/** Whether an element is shown dark: by its own `color-scheme`, and by the system where that allows both; paper is light. */
export function prefersDark(element: Element): boolean {
  if (matchMedia('print').matches) return false;
  const scheme = getComputedStyle(element).colorScheme;
  if (!scheme.includes('dark')) return false;
  return !scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches;
}

/** What a host page set of the colours and the font that charts are drawn with, by its `--clv-*` tokens. */
export function ownColors(element: Element): Partial<ThemeColors> & { font?: string } {
  const style = getComputedStyle(element);
  const names = [...Object.keys(themeColors.light), 'font'];
  const set = names.map((name) => [name, style.getPropertyValue(`--clv-${name}`).trim()] as const);
  return Object.fromEntries(set.filter(([, value]) => value !== ''));
}
