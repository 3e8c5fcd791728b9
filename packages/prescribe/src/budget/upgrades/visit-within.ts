import { binTest } from '../returns/return-bins.js';
import type { Upgrades } from './find-upgrades.js';

/** Customers are skipped in groups of this many. */
const stride = 64;

/** Visits, in their order, the customers with an upgrade in the bins `low` up to `high`; all others cost one look at each upgrade. */
export function visitWithin(
  { customers, start, marginalReturn }: Upgrades,
  low: number,
  high: number,
  visit: (customer: number) => void,
): void {
  const isWithin = binTest(marginalReturn, low, high);
  const end = start[customers];
  let i = 0;
  for (let u = 0; u < end; u++) {
    if (!isWithin(u)) continue;
    while (i + stride <= customers && start[i + stride] <= u) i += stride;
    while (start[i + 1] <= u) i++;
    visit(i);
    u = start[i + 1] - 1;
  }
}
