import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { words } from '../testing/drawn.js';
import { axisLocale } from './axis-locale.js';
import {
  formatCount,
  formatMoney,
  formatMoneyExact,
  formatMultiple,
  formatPercent,
  formatShare,
  moneyLabels,
} from './number-format.js';

describe('formatMoney', () => {
  it.each([
    [1_242_310.27, '$1.24M'],
    [310_000, '$310K'],
    [-310_000, '-$310K'],
    [1_000, '$1.00K'],
    [999.4, '$999'],
    [999.6, '$1.00K'],
    [5.3, '$5.30'],
    [0, '$0'],
    [-0, '$0'],
    [-0.001, '$0.00'],
    [NaN, '–'],
  ])('writes %d as %s', (value, text) => {
    expect(formatMoney(value)).toBe(text);
  });

  it('follows currency and locale', () => {
    expect(formatMoney(1_242_310, 'EUR')).toBe('€1.24M');
    expect(formatMoney(1_242_310, 'EUR', 'de-DE').replace(/\s/g, ' ')).toBe('1,24 Mio. €');
  });

  it('has no smaller coins than the currency', () => {
    expect(formatMoney(5.3, 'JPY')).toBe('¥5');
    expect(formatMoney(94.91, 'JPY')).toBe('¥95');
    expect(formatMoney(5.3, 'KWD').replace(/\s/g, ' ')).toBe('KWD 5.30');
  });

  it.each([
    ['de-DE', 9350, '9.350 €'],
    ['de-DE', 43_000, '43.000 €'],
    ['de-DE', -61_975.4, '-61.975 €'],
    ['de-DE', 999_600, '1,00 Mio. €'],
    ['en-US', 9350, '€9.35K'],
  ])(
    'in %s writes %d with all its thousands, apart, unless it has a short word for them',
    (locale, value, text) => {
      expect(formatMoney(value, 'EUR', locale).replace(/\s/g, ' ')).toBe(text);
    },
  );
});

describe('a number that is written as nothing', () => {
  it('has no sign', () => {
    const written = [
      formatMoneyExact(-0.001),
      formatPercent(-0.0001),
      formatShare(-0.001),
      formatCount(-0.2),
      formatMultiple(-0),
    ];
    expect(written).toEqual(['$0.00', '0.0%', '0%', '0', '0.0×']);
  });
});

describe('moneyLabels', () => {
  /** What Vega writes along an axis. */
  async function labels(largest: number, values: number[], currency?: string, locale?: string) {
    const axis = { values, labelExpr: moneyLabels(largest, currency, locale), labelOverlap: false };
    const { spec } = compile(
      {
        data: { values: [{ money: 0 }, { money: Math.max(...values) }] },
        mark: 'point',
        width: 400,
        encoding: { x: { field: 'money', type: 'quantitative', title: null, axis } },
      },
      { config: { locale: axisLocale(locale) } },
    );
    return words(await new View(parse(spec), { renderer: 'none' }).toSVG()).map((word) =>
      word.replace(/\s/g, ' '),
    );
  }

  it.each([
    [26_000, [0, 5000, 25_000], ['$0', '$5K', '$25K']],
    [2_600_000, [0, 500_000, 1_500_000], ['$0', '$0.5M', '$1.5M']],
    [3_100_000_000, [1_000_000_000], ['$1B']],
    [40, [0, 2.5, 20], ['$0', '$2.5', '$20']],
    [0, [0], ['$0']],
  ])('up to %d have one unit', async (largest, values, texts) => {
    expect(await labels(largest, values)).toEqual(texts);
  });

  it('follow currency and locale, which may have no short word for thousands', async () => {
    expect(await labels(43_000, [0, 20_000], 'EUR', 'de-DE')).toEqual(['0 €', '20.000 €']);
    expect(await labels(4_300_000, [1_500_000], 'EUR', 'de-DE')).toEqual(['1,5 Mio. €']);
    expect(await labels(43_000, [20_000], 'EUR', 'fr-FR')).toEqual(['20 k €']);
  });
});

describe('formatMoneyExact', () => {
  it('keeps the smallest unit of the currency', () => {
    expect(formatMoneyExact(1_242_310.267)).toBe('$1,242,310.27');
    expect(formatMoneyExact(1_242_310.267, 'JPY')).toBe('¥1,242,310');
  });
});

describe('formatPercent, formatShare, formatCount and formatMultiple', () => {
  it('write shares, whole numbers and multiples', () => {
    expect(formatPercent(0.2431)).toBe('24.3%');
    expect(formatPercent(0.2431, 0)).toBe('24%');
    expect(formatCount(10_000)).toBe('10,000');
    expect(formatCount(5036, 'es-ES')).toBe('5.036');
    expect([0, 0.0001, 0.006, 0.243].map((value) => formatShare(value))).toEqual(['0%', '<1%', '1%', '24%']);
    expect(formatMultiple(3.14)).toBe('3.1×');
    expect(formatMultiple(Infinity)).toBe('–');
  });
});
