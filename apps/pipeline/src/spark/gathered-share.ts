import type { PolicySums } from '../engine/policy-totals.js';

/** Of a partition, what those customers come to who are not near the edge of the budget. */
export interface GatheredShare {
  /** What they spend and gain as the budget counts it, in money. */
  spent: number;
  gain: number;
  /** All figures of theirs. */
  sums: PolicySums;
}
