import type { RunEvidence } from '../../engine/evidence/run-evidence.js';
import { scaledSensitivity } from '../../engine/evidence/scaled-sensitivity.js';

/** What of the evidence is money or counts. */
type Amounts = Pick<RunEvidence, 'policies' | 'assumptions' | 'frontier'>;

/** The evidence of a sample as that of all customers: shares and ratios stay, counts and money grow with their number. */
export function scaledEvidence<T extends Amounts>(evidence: T, factor: number): T {
  const scaled = <T extends { value: number; low: number; high: number }>(estimate: T): T => ({
    ...estimate,
    value: estimate.value * factor,
    low: estimate.low * factor,
    high: estimate.high * factor,
  });
  return {
    ...evidence,
    policies: evidence.policies.map((policy) => ({
      ...policy,
      customers: Math.round(policy.customers * factor),
      value: scaled(policy.value),
      gain: scaled(policy.gain),
      spend: scaled(policy.spend),
      behindOurs: scaled(policy.behindOurs),
    })),
    assumptions: scaledSensitivity(evidence.assumptions, factor),
    frontier: evidence.frontier.map(({ budget, gain, marginalReturn }) => ({
      budget: budget * factor,
      gain: gain * factor,
      marginalReturn,
    })),
  };
}
