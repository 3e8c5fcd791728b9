import { randomSource } from '@clv/contracts';
import { checkOffers } from '../offers/check.js';
import { defaultOffers } from '../offers/offer.js';
import { fairnessReport } from './fairness-report.js';

const offers = checkOffers(defaultOffers);

/** Three groups; the first is selected `bias` times as often as the others. */
function policy(seed: number, bias: number) {
  const next = randomSource(seed);
  const group = Array.from({ length: 3000 }, (_, i) => ['north', 'south', 'west'][i % 3]);
  const choice = Int32Array.from(group, (label) =>
    next() < (label === 'north' ? bias : 1) * 0.15 ? 1 + Math.floor(2 * next()) : 0,
  );
  return { group, choice, offers };
}

const flagged = (seed: number, bias: number) =>
  fairnessReport(policy(seed, bias))
    .filter(({ isFlagged }) => isFlagged)
    .map(({ group }) => group);

describe('fairnessReport', () => {
  it('flags a planted twofold bias for 20 of 20 seeds, whichever way it goes', () => {
    for (let seed = 0; seed < 20; seed++) {
      expect(flagged(seed, 2)).toContain('north');
      expect(flagged(seed, 0.5)).toContain('north');
    }
  });

  it('flags no bias for at most 1 of 20 seeds', () => {
    const alarms = Array.from({ length: 20 }, (_, seed) => flagged(seed, 1).length > 0).filter(Boolean);
    expect(alarms.length).toBeLessThanOrEqual(1);
  });

  it('flags small groups by chance no more often than it says', () => {
    const next = randomSource(9);
    const group = Array.from(
      { length: 900 },
      (_, i) => ['of 5', 'of 10', 'of 20'][[5, 15, 35].findIndex((end) => i < end)] ?? 'rest',
    );
    let alarms = 0;
    for (let trial = 0; trial < 200; trial++) {
      const choice = group.map(() => (next() < 0.1 ? 1 : 0));
      if (fairnessReport({ choice, offers, group }).some(({ isFlagged }) => isFlagged)) alarms++;
    }
    expect(alarms).toBeLessThanOrEqual(10);
  });

  it('is not certain of a group of three of whom nobody is selected', () => {
    const choice = Array.from({ length: 1000 }, (_, i) => (i % 10 === 5 ? 1 : 0));
    const [small] = fairnessReport({ choice, offers, group: choice.map((_, i) => (i < 3 ? 'few' : 'rest')) });
    expect(small).toMatchObject({ group: 'few', isFlagged: false });
    // Of 3 + 1.96² customers half of 1.96²: 0.2807, with a standard error of 0.1718.
    expect(small.selectionRate).toEqual({
      value: 0,
      low: 0,
      high: expect.closeTo(0.2807 + 1.96 * 0.1718, 3),
    });
    expect(small.ratio.value).toBe(0);
    expect(small.ratio.high).toBeGreaterThan(1);
    expect(small.meanDiscount.high).toBeGreaterThan(0.03);
  });

  it('tells where nobody else is selected, and where nobody is', () => {
    const ratios = (choice: number[], group = ['a', 'a', 'b', 'b']) =>
      fairnessReport({ choice, offers, group }).map(({ ratio }) => ratio.value);
    expect(ratios([1, 0, 0, 0])).toEqual([Infinity, 0]);
    expect(ratios([0, 0, 0, 0])).toEqual([NaN, NaN]);
    expect(ratios([1, 0, 0, 0], ['a', 'a', 'a', 'a'])).toEqual([NaN]);
  });

  it('puts groups in the order of their numbers', () => {
    const ordered = (group: (string | number)[]) =>
      fairnessReport({ choice: [0, 1, 0], offers, group }).map(({ group }) => group);
    expect(ordered([10, 2, 1])).toEqual([1, 2, 10]);
    expect(ordered(['age 65', 'age 9', 'age 18'])).toEqual(['age 9', 'age 18', 'age 65']);
  });

  it('counts rates and discounts as one does by hand', () => {
    const [a, b] = fairnessReport({
      choice: [1, 0, 2, 2, 0, 0, 0, 1],
      offers,
      group: ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b'],
    });
    expect(a).toMatchObject({
      group: 'a',
      customers: 4,
      selectionRate: { value: 0.75 },
      ratio: { value: 3 },
    });
    expect(a.meanDiscount.value).toBeCloseTo((0.05 + 0.1 + 0.1) / 4, 12);
    expect(b).toMatchObject({ selectionRate: { value: 0.25 } });
    expect(b.ratio.value).toBeCloseTo(1 / 3, 12);
  });

  it('has intervals around its rates', () => {
    for (const { selectionRate, meanDiscount } of fairnessReport(policy(3, 2))) {
      expect(selectionRate.low).toBeLessThan(selectionRate.value);
      expect(selectionRate.value).toBeLessThan(selectionRate.high);
      expect(meanDiscount.low).toBeLessThan(meanDiscount.high);
    }
  });

  it('has ratios whose intervals hold the true one as often as two groups together are to, in 95 of 100', () => {
    const next = randomSource(11);
    const group = Array.from({ length: 150 }, (_, i) => (i < 60 ? 'few' : 'rest'));
    let held = 0;
    const trials = 1500;
    for (let trial = 0; trial < trials; trial++) {
      const choice = group.map((label) => (next() < (label === 'few' ? 0.4 : 0.2) ? 1 : 0));
      const [{ ratio }] = fairnessReport({ choice, offers, group });
      if (ratio.low <= 2 && 2 <= ratio.high) held++;
    }
    // Each of two groups at 97.5%, give or take three standard errors, and half a point for a normal that is about so.
    expect(Math.abs(held / trials - 0.975)).toBeLessThan(0.012 + 0.005);
  });

  it('refuses labels of other customers', () => {
    expect(() => fairnessReport({ choice: [0, 1], offers, group: ['a'] })).toThrow(
      'group has 1 values, expected 2',
    );
    expect(() => fairnessReport({ choice: [0, 9], offers, group: ['a', 'b'] })).toThrow(
      'row 2: choice must be a whole number from 0',
    );
    expect(() => fairnessReport({ choice: [0, 1], offers, group: ['a', 'b'] }, { tolerance: 80 })).toThrow(
      'tolerance must be in (0, 1]: 80',
    );
  });
});
