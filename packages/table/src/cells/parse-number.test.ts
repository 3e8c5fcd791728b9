import fc from 'fast-check';
import { parseNumber } from './parse-number.js';

describe('parseNumber', () => {
  it('reads back every finite number that JavaScript writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(parseNumber(String(number)) === number).toBe(true);
        expect(parseNumber(` ${number}\t`) === number).toBe(true);
      }),
    );
  });

  it('reads back numbers as the locales of Germany and the United States write them, but for a lone group', () => {
    const [german, american] = ['de-DE', 'en-US'].map(
      (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (cents) => {
        const number = cents / 100;
        expect(parseNumber(german.format(number), ',')).toBeCloseTo(number, 6);
        expect(parseNumber(american.format(number), '.')).toBeCloseTo(number, 6);
      }),
    );
  });

  it.each([
    ['1,299', '.'],
    ['1.299', ','],
    ['12,99.5', '.'],
    ['29.85', ','],
    ['0x1f', '.'],
    ['0b11', '.'],
    [' 0o17', '.'],
    ['$5', '.'],
    ['12%', '.'],
    ['--5', '.'],
    ['1 2', '.'],
    ['', '.'],
    ['abc', '.'],
    ['\u0001', '.'],
    ['\u0001', ','],
  ] as const)('does not take %j with %j before its decimals for a number', (text, decimal) => {
    expect(parseNumber(text, decimal)).toBeNaN();
  });

  it.each([
    [true, 1],
    [false, 0],
    [12n, 12],
    ['1,234,567', 1_234_567],
    ['-1,299.50', -1299.5],
    ['+.5', 0.5],
    ['\u00a07\u00a0', 7],
    ['1e999', Infinity],
    [null, NaN],
    [{}, NaN],
    [[5], NaN],
  ])('reads %p as %p', (cell, number) => {
    expect(parseNumber(cell)).toBe(number);
  });
});
