import {
  formatCount,
  formatMoney,
  formatMoneyExact,
  formatMultiple,
  formatPercent,
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
    [NaN, '–'],
  ])('writes %d as %s', (value, text) => {
    expect(formatMoney(value)).toBe(text);
  });

  it('follows currency and locale', () => {
    expect(formatMoney(1_242_310, 'EUR')).toBe('€1.24M');
    expect(formatMoney(1_242_310, 'EUR', 'de-DE').replace(/\s/g, ' ')).toBe('1,24 Mio. €');
  });
});

describe('formatMoneyExact', () => {
  it('keeps the smallest unit of the currency', () => {
    expect(formatMoneyExact(1_242_310.267)).toBe('$1,242,310.27');
    expect(formatMoneyExact(1_242_310.267, 'JPY')).toBe('¥1,242,310');
  });
});

describe('formatPercent, formatCount and formatMultiple', () => {
  it('write shares, whole numbers and multiples', () => {
    expect(formatPercent(0.2431)).toBe('24.3%');
    expect(formatPercent(0.2431, 0)).toBe('24%');
    expect(formatCount(10_000)).toBe('10,000');
    expect(formatMultiple(3.14)).toBe('3.1×');
    expect(formatMultiple(Infinity)).toBe('–');
  });
});
