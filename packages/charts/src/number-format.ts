const formats = new Map<string, Intl.NumberFormat>();

/** `Intl.NumberFormat` is slow to make, and tables write thousands of numbers with the same one. */
function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, options);
  formats.set(key, made);
  return made;
}

/** What stands for a number that is not one. */
const nothing = '–';

const write = (value: number, locale: string, options: Intl.NumberFormatOptions) =>
  Number.isFinite(value) ? numberFormat(locale, options).format(value) : nothing;

/**
 * Money in three digits: `$1.24M`, `-$310K`, `$5.30`.
 *
 * @param currency an ISO 4217 code (default USD).
 * @param locale a BCP 47 tag (default en-US).
 */
export function formatMoney(value: number, currency = 'USD', locale = 'en-US'): string {
  const small = Math.abs(value) < 999.5;
  const whole = Math.abs(value) >= 99.5 || value === 0;
  const fraction = small
    ? { minimumFractionDigits: whole ? 0 : 2, maximumFractionDigits: whole ? 0 : 2 }
    : {};
  const compact = small
    ? {}
    : { notation: 'compact' as const, minimumSignificantDigits: 3, maximumSignificantDigits: 3 };
  return write(value, locale, { style: 'currency', currency, ...compact, ...fraction });
}

/** Money to the smallest unit of its currency: `$1,242,310.27`. */
export function formatMoneyExact(value: number, currency = 'USD', locale = 'en-US'): string {
  return write(value, locale, { style: 'currency', currency });
}

/** A share in [0, 1] with one decimal: `24.3%`; `digits` decimals where more is known (default 1). */
export function formatPercent(value: number, digits = 1, locale = 'en-US'): string {
  return write(value, locale, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** A whole number with its thousands apart: `10,000`. */
export function formatCount(value: number, locale = 'en-US'): string {
  return write(value, locale, { maximumFractionDigits: 0 });
}

/** How many times the money comes back: `3.1×`. */
export function formatMultiple(value: number, locale = 'en-US'): string {
  return Number.isFinite(value)
    ? `${write(value, locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}×`
    : nothing;
}
