/** Whether an element is shown dark: by its own `color-scheme`, and by the system where that allows both. */
export function prefersDark(element: Element): boolean {
  const scheme = getComputedStyle(element).colorScheme;
  if (!scheme.includes('dark')) return false;
  return !scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches;
}
