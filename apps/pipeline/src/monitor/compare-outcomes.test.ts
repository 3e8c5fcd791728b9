import { compareOutcomes } from './compare-outcomes.js';
import type { MonitoredRun } from './monitored-run.js';

const before = {
  name: 'may',
  ids: ['a', 'b', 'c', 'd', 'e', 'f'],
  pChurn: Float64Array.of(0.2, 0.4, 0.6, 0.8, 0.5, 0.3),
  columns: { recommended_incentive: ['none', 'none', 'call', 'none', 'none', 'gift'] },
} as unknown as MonitoredRun;

describe('compareOutcomes', () => {
  it('judges the chances of those without an offer whose outcome is known, and tells whom it leaves out', () => {
    // In the later table c had an offer, d's label is blank and e does not stand.
    const rowOf = new Map([
      ['d', 0],
      ['c', 1],
      ['b', 2],
      ['a', 3],
    ]);
    const { calibration, notices } = compareOutcomes(before, { labels: Int8Array.of(-1, 1, 1, 0), rowOf });
    // Of a and b, .2 and .4 were predicted, and one has left.
    expect(calibration!.customers).toBe(2);
    expect(calibration!.predicted).toBeCloseTo(0.3, 12);
    expect(calibration!.observed).toBe(0.5);
    // At either end half lies 1.96 standard errors off; outcomes vary by .2, where .21 were that of .3 for both.
    for (const share of calibration!.difference.map((end) => end + 0.3))
      expect((share - 0.5) ** 2).toBeCloseTo((1.959964 ** 2 * (0.2 / 0.21) * share * (1 - share)) / 2, 5);
    expect(notices).toEqual([
      expect.stringMatching(/^2 customers of may are left out of the calibration: they were to get an offer/),
      '2 customers of may are left out of the calibration: their outcome is not known yet.',
    ]);
  });

  it('has no calibration where no outcome is known', () => {
    const { calibration } = compareOutcomes(before, { labels: new Int8Array(0), rowOf: new Map() });
    expect(calibration).toBeUndefined();
  });
});
