import type { SegmentSummary } from '@clv/contracts';

import { parseConfig } from '../../config/load-config.js';
import { runEngine } from '../run-engine.js';

/** The segments of a run, by name, and the means of their customers' value and risk. */
async function namedSegments(seed: number) {
  const { summary } = await runEngine(parseConfig({ seed, synthetic: { customers: 3000 } }));
  const { segments, customers } = summary;
  const named = (label: string) => segments.find((segment) => segment.label === label)!;
  const meanOf = (column: 'mean_clv' | 'mean_p_churn') =>
    segments.reduce((sum, segment) => sum + segment[column] * segment.customers, 0) / customers;
  return { segments, named, value: meanOf('mean_clv'), risk: meanOf('mean_p_churn') };
}

describe('the names of the segments are true of the people in them', () => {
  it.each(Array.from({ length: 20 }, (_, i) => i + 1))('with seed %i', async (seed) => {
    const { segments, named, value, risk } = await namedSegments(seed);
    const calm = segments.filter(({ mean_p_churn }) => mean_p_churn < risk);
    const richest = calm.reduce((best: SegmentSummary, other) =>
      other.mean_clv > best.mean_clv ? other : best,
    );
    expect(named('VIPs')).toBe(richest);
    expect(named('VIPs').mean_clv).toBeGreaterThan(value);
    expect(named('At-Risk High-Value').mean_clv).toBeGreaterThan(value);
    expect(named('At-Risk High-Value').mean_p_churn).toBeGreaterThan(risk);
    expect(named('Low-Value Transients').mean_clv).toBeLessThan(value);
    expect(named('Low-Value Transients').mean_p_churn).toBeGreaterThan(risk);
    expect(named('Steady Users').mean_p_churn).toBeLessThan(risk);
  });
});
