import { numberFormat } from './number-format.js';

/**
 * How Vega writes the numbers of axes, in the same way as `Intl` writes all others: for a config's `locale`.
 *
 * @param locale a BCP 47 tag (default en-US).
 */
export function axisLocale(locale = 'en-US') {
  const part = (number: number, type: Intl.NumberFormatPartTypes, options: Intl.NumberFormatOptions = {}) =>
    numberFormat(locale, options)
      .formatToParts(number)
      .find((each) => each.type === type)?.value;
  const percent = numberFormat(locale, { style: 'percent' }).format(1);
  return {
    number: {
      decimal: part(1.5, 'decimal') ?? '.',
      thousands: part(1e7, 'group', { useGrouping: true }) ?? '',
      grouping: [3],
      currency: ['', ''] as [string, string],
      // Where the sign stands after the number, with the space that it may have before it.
      percent: /\d(\s*\D+)$/.exec(percent)?.[1] ?? '%',
    },
  };
}
