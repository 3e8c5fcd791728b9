import fc from 'fast-check';

import { aboutCount, aboutShare, isSurelyUnder } from './about-count.js';

describe('aboutCount', () => {
  it('is the same rounded number for all counts that a hidden one could be instead', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 100_000 }), fc.integer({ min: -4, max: 4 }), (customers, off) => {
        const about = aboutCount(customers);
        if (about === undefined) return;
        const { number, unit } = about;
        expect(number % unit).toBe(0);
        expect(Math.abs(customers + off - number)).toBeLessThanOrEqual(unit / 2);
      }),
    );
  });

  it('is near, and there for all counts from 100', () => {
    expect([882, 933, 5000, 126].map((customers) => aboutCount(customers)?.number)).toEqual([
      880, 950, 5000, 100,
    ]);
    for (let customers = 100; customers < 400; customers++) expect(aboutCount(customers)).toBeDefined();
  });

  it('is not there where it would be a guess', () => {
    expect([5, 13, 30, 72].map(aboutCount)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('aboutShare', () => {
  it('is the same rounded share for all counts that a hidden one could be instead', () => {
    const count = fc.integer({ min: 5, max: 5000 });
    fc.assert(
      fc.property(count, count, fc.integer({ min: -4, max: 4 }), (customers, others, off) => {
        const about = aboutShare(customers, customers + others);
        if (about === undefined) return;
        const { share, unit } = about;
        expect(share).toBeGreaterThan(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(Math.abs((customers + off) / (customers + others) - share)).toBeLessThanOrEqual(
          unit / 2 + 1e-9,
        );
      }),
    );
  });

  it('is the nearer, the less the others matter', () => {
    expect([186, 1860, 18_600].map((customers) => aboutShare(customers, 2 * customers + 60))).toEqual([
      { share: 0.4, unit: 0.1 },
      { share: 0.49, unit: 0.01 },
      { share: 0.5, unit: 0.01 },
    ]);
  });

  it('is not there where it would be a guess', () => {
    expect([7, 13].map((customers) => aboutShare(customers, 1000))).toEqual([undefined, undefined]);
  });
});

describe('isSurelyUnder', () => {
  it('leaves room for the counts that a hidden one could be instead', () => {
    expect(isSurelyUnder(0.01, 1, 600)).toBe(true);
    expect(isSurelyUnder(0.01, 1, 500)).toBe(false);
  });
});
