import type { MonthValue } from '@clv/charts';
import { discountedMonths } from '@clv/value';
import type { ClvData } from '../../clv-data.js';

/**
 * One customer's value, month by month: the shape is that of a constant hazard, the sum is the customer's own value.
 * Undefined where the run does not tell its terms, or the customer is worth nothing that can be spread.
 */
export function monthValues(run: ClvData, row: number): MonthValue[] | undefined {
  const { customers, policy, terms, tried } = run;
  if (!terms) return undefined;
  const { horizonMonths, annualDiscountRate } = tried ?? terms.scenario;
  const churnProbability = [customers.risk[row]];
  const upTo = (months: number) =>
    months === 0
      ? 0
      : discountedMonths({
          churnProbability,
          months,
          windowMonths: terms.windowMonths,
          annualDiscountRate,
        })[0];
  const each = Array.from({ length: horizonMonths }, (_, i) => upTo(i + 1) - upTo(i));
  const worth = policy.clv[row] / upTo(horizonMonths);
  if (!Number.isFinite(worth) || worth <= 0) return undefined;
  return each.map((share, i) => ({ month: i + 1, value: share * worth }));
}
