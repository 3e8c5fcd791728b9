import { checkSeed } from './check-seed.js';

describe('checkSeed', () => {
  it.each([0, 42, -7, 2 ** 40])('passes %d', (seed) => {
    expect(() => checkSeed(seed)).not.toThrow();
  });

  it.each([
    [0.5, '0.5'],
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    [1e300, '1e+300'],
    ['42', '"42"'],
    [null, 'null'],
    [{}, '{}'],
  ])('refuses %p', (seed, shown) => {
    expect(() => checkSeed(seed as never)).toThrow(
      expect.objectContaining({
        code: 'INVALID_OPTION',
        path: 'seed',
        message: `seed must be a whole number: ${shown}`,
      }),
    );
  });
});
