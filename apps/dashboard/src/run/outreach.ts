import type { Customers } from './customers.js';
import type { Policy } from './policy.js';

/** Above which chance of leaving a customer is to be called. */
export const outreachRisk = 0.5;

/** Of the given rows, those to call, most valuable first: likely to leave, and here still. */
export function priorityOutreach(customers: Customers, policy: Policy, rows: Uint32Array): Uint32Array {
  const { clv } = policy;
  return rows
    .filter((row) => customers.risk[row] > outreachRisk && !customers.left[row])
    .sort((a, b) => clv[b] - clv[a] || a - b);
}
