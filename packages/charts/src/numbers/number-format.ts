import { ClvError } from '@clv/contracts';

const formats = new Map<string, Intl.NumberFormat>();

/**
 * `Intl.NumberFormat` is slow to make, and tables write thousands of numbers with the same one.
 *
 * @throws ClvError `INVALID_OPTION` where it cannot be made, or only because `Intl` takes true for a language.
 */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const { currency = '', minimumFractionDigits = 0 } = options;
  if (typeof locale !== 'string' || typeof currency !== 'string' || typeof minimumFractionDigits !== 'number')
    throw unwritable(locale, options);
  const key = locale + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  try {
    const made = new Intl.NumberFormat(locale, options);
    formats.set(key, made);
    return made;
  } catch (cause) {
    throw unwritable(locale, options, cause);
  }
}

function unwritable(locale: string, options: Intl.NumberFormatOptions, cause?: unknown): ClvError {
  const { currency, minimumFractionDigits: digits } = options;
  const by = Object.entries({ locale, currency, digits }).filter(([, value]) => value !== undefined);
  const told = by.map(([name, value]) => `${name} ${String(value)}`).join(', ');
  return new ClvError('INVALID_OPTION', `numbers cannot be written by ${told}`, { path: 'locale', cause });
}

/** What is written for a number that is not finite. */
const nothing = '–';

/** What is written as nothing has no sign. */
const write = (value: number, locale: string, options: Intl.NumberFormatOptions) =>
  Number.isFinite(value)
    ? numberFormat(locale, { ...options, signDisplay: 'negative' }).format(value)
    : nothing;

/** Where a locale has no short word for thousands it writes them out, their groups apart as in all other numbers. */
const compact = { notation: 'compact', maximumSignificantDigits: 3, useGrouping: true } as const;

/** How many digits the smallest coin of a currency has: none in yen. */
const smallestDigits = (currency: string, locale: string) =>
  numberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/**
 * Money in three digits: `$1.24M`, `-$310K`, `$5.30`; where a locale writes thousands out, all of theirs, as zeros in
 * place of digits would be taken at their word: `61.975 €`.
 *
 * @param currency an ISO 4217 code (default USD).
 * @param locale a BCP 47 tag (default en-US).
 */
export function formatMoney(value: number, currency = 'USD', locale = 'en-US'): string {
  const money = { style: 'currency', currency } as const;
  const short = { ...money, ...compact, minimumSignificantDigits: 3 };
  const isShort = ({ type }: Intl.NumberFormatPart) => type === 'compact';
  if (Math.abs(value) >= 999.5 && numberFormat(locale, short).formatToParts(value).some(isShort))
    return write(value, locale, short);
  const whole = Math.abs(value) >= 99.5 || value === 0;
  const digits = whole ? 0 : Math.min(2, smallestDigits(currency, locale));
  return write(value, locale, {
    ...money,
    useGrouping: true,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/**
 * A Vega expression that writes an axis's money as `formatMoney` would, with no more digits than it needs: `$500K`, `$1.5M`.
 *
 * @param largest about how much the axis goes to: all its labels have the same unit.
 */
export function moneyLabels(largest: number, currency = 'USD', locale = 'en-US'): string {
  const format = numberFormat(locale, { style: 'currency', currency, ...compact });
  const around = (value: number) => {
    const parts = format.formatToParts(value);
    const isDigits = ({ type }: Intl.NumberFormatPart) => type === 'integer';
    const text = (some: Intl.NumberFormatPart[]) => JSON.stringify(some.map((part) => part.value).join(''));
    return {
      digits: parts.filter(isDigits).flatMap((part) => [...part.value]).length,
      before: text(parts.slice(0, parts.findIndex(isDigits))),
      after: text(parts.slice(parts.findLastIndex(isDigits) + 1)),
    };
  };
  const power = Math.floor(Math.log10(Math.min(1e12, Math.max(1, largest))) / 3);
  // Not every locale has a short word for every thousandfold.
  const unit = around(1000 ** power).digits === 1 ? 1000 ** power : 1;
  const { before, after } = around(unit);
  return `datum.value === 0 ? ${JSON.stringify(format.format(0))} : ${before} + format(datum.value / ${unit}, ',~f') + ${after}`;
}

/** Money to the smallest unit of its currency: `$1,242,310.27`. Currency and locale are as of `formatMoney` (default USD, en-US). */
export function formatMoneyExact(value: number, currency = 'USD', locale = 'en-US'): string {
  return write(value, locale, { style: 'currency', currency, useGrouping: true });
}

/** A share in [0, 1] with one decimal: `24.3%`; `digits` decimals where more is known (default 1, and en-US). */
export function formatPercent(value: number, digits = 1, locale = 'en-US'): string {
  return write(value, locale, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** A share in whole percent, and `<1%` of one that is not nothing but would be written so. */
export function formatShare(value: number, locale = 'en-US'): string {
  return value > 0 && value < 0.005 ? `<${formatPercent(0.01, 0, locale)}` : formatPercent(value, 0, locale);
}

/** A whole number with its thousands apart, as on axes: `10,000` (default en-US). */
export function formatCount(value: number, locale = 'en-US'): string {
  return write(value, locale, { maximumFractionDigits: 0, useGrouping: true });
}

/** How many times the money comes back: `3.1×` (default en-US). */
export function formatMultiple(value: number, locale = 'en-US'): string {
  return Number.isFinite(value)
    ? `${write(value, locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}×`
    : nothing;
}
