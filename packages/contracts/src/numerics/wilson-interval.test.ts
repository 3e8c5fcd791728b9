import fc from 'fast-check';
import { normalQuantile } from './gaussian.js';
import { wilsonInterval } from './wilson-interval.js';

const z = normalQuantile(0.975);

describe('wilsonInterval', () => {
  it('gives the published interval of 81 among 263', () => {
    // Newcombe (1998), Statistics in Medicine 17, table I.
    const { low, high } = wilsonInterval(81 / 263, 263, z);
    expect([low, high].map((end) => end.toFixed(4))).toEqual(['0.2553', '0.3662']);
  });

  it('ends where the share that was counted is z of its own standard errors off', () => {
    const counted = fc
      .integer({ min: 1, max: 5000 })
      .chain((count) => fc.record({ count: fc.constant(count), left: fc.integer({ min: 0, max: count }) }));
    fc.assert(
      fc.property(counted, ({ count, left }) => {
        const share = left / count;
        const { low, high } = wilsonInterval(share, count, z);
        for (const end of [low, high].filter((one) => one > 1e-9 && one < 1 - 1e-9))
          expect(Math.abs(share - end) / Math.sqrt((end * (1 - end)) / count)).toBeCloseTo(z, 6);
        expect(low).toBeLessThanOrEqual(share + 1e-12);
        expect(high).toBeGreaterThanOrEqual(share - 1e-12);
      }),
    );
  });

  it('says nothing of nobody, and all of everybody', () => {
    expect(wilsonInterval(0, 0, z)).toEqual({ low: 0, high: 1 });
    expect(wilsonInterval(0.3, Infinity, z)).toEqual({ low: 0.3, high: 0.3 });
  });
});
