import { checkWhole } from './check-whole.js';

describe('checkWhole', () => {
  it.each([1, 2, 1e9])('passes %d where 1 is the least', (value) => {
    expect(() => checkWhole('resamples', value, 1)).not.toThrow();
  });

  it('says both ends where there are two', () => {
    expect(() => checkWhole('folds', 50, 3, 50)).not.toThrow();
    for (const value of [2, 51])
      expect(() => checkWhole('folds', value, 3, 50)).toThrow(
        `folds must be a whole number from 3 to 50: ${value}`,
      );
  });

  it.each([0, -1, 1.5, NaN, Infinity, 1e300, null as never, undefined as never])('refuses %p', (value) => {
    expect(() => checkWhole('resamples', value, 1)).toThrow(
      expect.objectContaining({
        code: 'INVALID_OPTION',
        path: 'resamples',
        message: `resamples must be a whole number of at least 1: ${value}`,
      }),
    );
  });

  it('quotes a number that is text, which looks right without', () => {
    expect(() => checkWhole('folds', '5' as never, 3)).toThrow(
      'folds must be a whole number of at least 3: "5"',
    );
  });
});
