/** What is amiss with how a page wants numbers written; undefined where nothing is. */
export function mannerFault(locale: string, currency: string): string | undefined {
  if (!isKnown(() => new Intl.NumberFormat(locale)))
    return `locale is not a language tag such as de-DE: ${locale}`;
  if (!isKnown(() => new Intl.NumberFormat('en', { style: 'currency', currency })))
    return `currency is not a code of three letters such as EUR: ${currency}`;
  return undefined;
}

function isKnown(make: () => Intl.NumberFormat): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}

/** An attribute that is taken away again leaves what holds without it. */
export const orElse = (value: string) => ({ fromAttribute: (given: string | null) => given || value });
