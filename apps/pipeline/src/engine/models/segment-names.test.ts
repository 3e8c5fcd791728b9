import type { SegmentSummary } from '@clv/contracts';

import { parseConfig } from '../../config/load-config.js';
import { runEngine } from '../run-engine.js';

const median = (values: number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
};

/** The four segments of a run, by name, and the medians of their value and risk. */
async function namedSegments(seed: number) {
  const { summary } = await runEngine(parseConfig({ seed, synthetic: { customers: 3000 } }));
  const { segments } = summary;
  const named = (label: string) => segments.find((segment) => segment.label === label)!;
  return {
    segments,
    named,
    value: median(segments.map(({ mean_clv }) => mean_clv)),
    risk: median(segments.map(({ mean_p_churn }) => mean_p_churn)),
  };
}

describe('the names of the segments are true of the people in them', () => {
  it.each(Array.from({ length: 20 }, (_, i) => i + 1))('with seed %i', async (seed) => {
    const { segments, named, value, risk } = await namedSegments(seed);
    const calm = segments.filter(({ mean_p_churn }) => mean_p_churn < risk);
    const richest = calm.reduce((best: SegmentSummary, other) =>
      other.mean_clv > best.mean_clv ? other : best,
    );
    expect(named('VIPs')).toBe(richest);
    expect(named('At-Risk High-Value').mean_clv).toBeGreaterThan(value);
    expect(named('At-Risk High-Value').mean_p_churn).toBeGreaterThan(risk);
    expect(named('Low-Value Transients').mean_clv).toBeLessThan(value);
    expect(named('Steady Users').mean_p_churn).toBeLessThan(risk);
  });
});
