import { checkSeed } from './check-seed.js';

describe('checkSeed', () => {
  it.each([0, 42, -7, 2 ** 40])('passes %d', (seed) => {
    expect(() => checkSeed(seed)).not.toThrow();
  });

  it.each([0.5, NaN, Infinity, 1e300, '42', null, {}])('refuses %p', (seed) => {
    expect(() => checkSeed(seed as never)).toThrow(
      expect.objectContaining({
        code: 'INVALID_OPTION',
        path: 'seed',
        message: `seed must be a whole number: ${String(seed)}`,
      }),
    );
  });
});
