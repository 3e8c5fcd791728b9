import type { Customers } from '../run/customers.js';

/** Above which chance of leaving a customer is to be called. */
export const outreachRisk = 0.5;

/** Of the given rows, those to call: likely to leave, here still, and not held out of the campaign. */
export function toCall(customers: Customers, rows: Uint32Array): Uint32Array {
  const { risk, left, heldOut } = customers;
  const called = new Uint32Array(rows.length);
  let count = 0;
  for (const row of rows)
    if (risk[row] > outreachRisk && left[row] === 0 && heldOut[row] === 0) called[count++] = row;
  return called.subarray(0, count);
}
