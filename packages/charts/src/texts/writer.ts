import { checkChartOptions, type ChartOptions } from '../chart.js';
import {
  formatCount,
  formatMoney,
  formatPercent,
  formatShare,
  moneyLabels,
  numberFormat,
} from '../numbers/number-format.js';
import { sayWith, type Say } from './say.js';

/** How a chart writes: texts in the language asked for, numbers in the locale, money in the currency. */
export interface Writer {
  say: Say;
  money(value: number): string;
  /** A Vega expression for the labels of an axis of money that goes to about `largest`. */
  moneyLabels(largest: number): string;
  count(value: number): string;
  /** A share in [0, 1] with this many decimals (default 1). */
  percent(value: number, digits?: number): string;
  /** A share in whole percent, `<1%` where it is little but not nothing. */
  wholePercent(value: number): string;
  /** With exactly this many decimals. */
  decimal(value: number, digits: number): string;
}

/** @throws InvalidOptionError where an option is misspelt or of another type. */
export function writerFor(options: ChartOptions): Writer {
  checkChartOptions(options);
  const { currency, locale, texts } = options;
  return {
    say: sayWith(texts),
    money: (value) => formatMoney(value, currency, locale),
    moneyLabels: (largest) => moneyLabels(largest, currency, locale),
    count: (value) => formatCount(value, locale),
    percent: (value, digits) => formatPercent(value, digits, locale),
    wholePercent: (value) => formatShare(value, locale),
    decimal: (value, digits) =>
      numberFormat(locale ?? 'en-US', {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(value),
  };
}
