import type { RunSummary } from '@clv/contracts';
import type { Customers } from '../run/customers.js';
import type { CrossFiltered } from './cross-filter.js';
import type { Figures } from './figures.js';
import type { Policy } from '../run/policy.js';

/** A run, and what of it is in sight. */
export interface ShownRun {
  readonly summary: RunSummary;
  readonly customers: Customers;
  /** What the run recommends. */
  readonly recommended: Policy;
  policy: Policy;
  /** What the filter leaves. */
  readonly view: CrossFiltered;
  /** What everyone adds up to under the policy in sight. */
  readonly totals: Figures;
}
