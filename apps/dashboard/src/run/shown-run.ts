import type { RunSummary } from '@clv/contracts';
import type { Customers } from './customers.js';
import type { Figures } from './figures.js';
import type { Policy } from './policy.js';

/** A run, and the policy of it that is in sight. */
export interface ShownRun {
  readonly summary: RunSummary;
  readonly customers: Customers;
  /** What the run recommends. */
  readonly recommended: Policy;
  policy: Policy;
  /** What everyone adds up to under the policy in sight. */
  readonly totals: Figures;
}
