import { notANumber } from './not-a-number.js';

describe('notANumber', () => {
  it.each([
    ['abc', '.', 'is not a number'],
    ['', '.', 'is not a number'],
    ['12%', '.', 'is not a number'],
    [{}, '.', 'is not a number'],
    ['$1,212.17', '.', 'is not a number: write it as 1,212.17'],
    ['1.212,17 €', ',', 'is not a number: write it as 1.212,17'],
    ['1.212,17 €', '.', 'is not a number: write it as 1212.17'],
    ['$1,212.17', ',', 'is not a number: write it as 1212,17'],
    ['1,50 EUR', '.', 'is not a number: write it as 1.5'],
    ['CHF 12.50', '.', 'is not a number: write it as 12.50'],
    ['12 500', '.', 'is not a number: write it as 12500'],
    ['-1,212', '.', 'is not a number: write it as -1212 or -1.212, whichever it is'],
    ['1.212 €', ',', 'is not a number: write it as 1212 or 1,212, whichever it is'],
    ['40,41', '.', 'is not a number where . marks decimals (decimal: "," would read it)'],
    ['40.41', ',', 'is not a number where , marks decimals (decimal: "." would read it)'],
  ] as const)('of %p, where %s marks decimals: %s', (cell, decimal, said) => {
    expect(notANumber(cell, decimal)).toBe(said);
  });
});
