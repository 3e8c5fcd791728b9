import type { Customers } from './customers.js';
import type { Policy } from './policy.js';

/** Above which chance of leaving a customer is to be called. */
export const outreachRisk = 0.5;

/** The rows to call, most valuable first: likely to leave, and here still. */
export function priorityOutreach(
  customers: Customers,
  policy: Policy,
  rows: Uint32Array | null,
): Uint32Array {
  const picked = new Uint32Array(rows ? rows.length : customers.count);
  let count = 0;
  for (let i = 0; i < picked.length; i++) {
    const row = rows ? rows[i] : i;
    if (customers.risk[row] > outreachRisk && !customers.left[row]) picked[count++] = row;
  }
  const { clv } = policy;
  return picked.subarray(0, count).sort((a, b) => clv[b] - clv[a] || a - b);
}
