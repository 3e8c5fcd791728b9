import { checkOptions, InvalidOptionError, shapes, type OptionShapes } from '@clv/contracts';
import type { TableLike } from '@clv/table';
import { assertPurchaseModel, assertSpendModel } from './check-model.js';
import { rate } from './checks/check-numbers.js';
import { eachCustomersPurchases } from './purchases/expected-purchases.js';
import { readPurchaseHistory } from './purchases/purchase-history.js';
import type { PurchaseModel } from './purchases/purchase-model.js';
import type { GammaGammaModel } from './spend/gamma-gamma-model.js';
import { readSpending } from './spend/spending.js';
import { timeUnit, unitsPerMonth, type TimeUnit } from './time-unit.js';

/** The unit of time, the horizon and the discounting of a value. */
export interface CustomerValueOptions {
  /**
   * The unit of the table's times. Without a default, because a wrong one gives a plausible wrong answer: the value of
   * CDNOW's first customer that is often quoted, 140.0962, reads its weeks as days; it is 36.2785.
   */
  timeUnit: TimeUnit;
  /** Over how many months value is counted, at most 1,200 (default 12). */
  months?: number;
  /** How much less a month later counts (default .01). */
  monthlyDiscountRate?: number;
}

export const valueShapes: OptionShapes<CustomerValueOptions> = {
  timeUnit,
  months: shapes.whole(1, 1_200),
  monthlyDiscountRate: rate,
};

/**
 * What each customer is expected to spend on an occasion, by the gamma-gamma model: between the customer's own mean and
 * everybody's, the nearer to the own the more purchases there are.
 *
 * @param table columns `frequency` and `monetary_value`.
 * @returns one amount per row, above 0.
 * @throws InvalidInputError naming every row of a frequency that is not whole, or whose repeat purchases have a mean spend
 *   that is not above 0.
 */
export function expectedSpend(model: GammaGammaModel, table: TableLike): Float64Array {
  assertSpendModel(model);
  const { p, q, v } = model.parameters;
  const { frequency, monetaryValue } = readSpending(table);
  return frequency.map((x, i) => {
    const spent = x === 0 ? 0 : x * monetaryValue[i];
    return (p * (v + spent)) / (p * x + q - 1);
  });
}

/**
 * What each customer is expected to spend in the coming months, a later month counting less: expected purchases of each
 * month times expected spend, over (1 + rate)^month. Times a margin rate it is a margin.
 *
 * @param table columns `frequency`, `recency`, `age`, `monetary_value`.
 * @returns one value per row, never negative.
 * @throws InvalidOptionError for an option that is out of range or unknown, InvalidInputError naming rows that no customer could
 *   have, ClvError `INVALID_MODEL` where a model is damaged.
 */
export function customerValue(
  purchases: PurchaseModel,
  spend: GammaGammaModel,
  table: TableLike,
  options: CustomerValueOptions,
): Float64Array {
  assertPurchaseModel(purchases);
  checkOptions(options, valueShapes);
  const { months = 12, monthlyDiscountRate = 0.01 } = options;
  if (options.timeUnit === undefined)
    throw new InvalidOptionError('timeUnit', 'timeUnit must be day, week or month: undefined');
  const ends = Float64Array.from({ length: months }, (_, m) => (m + 1) * unitsPerMonth[options.timeUnit]);
  const discount = ends.map((_, m) => (1 + monthlyDiscountRate) ** -(m + 1));
  const value = expectedSpend(spend, table);
  eachCustomersPurchases(purchases, readPurchaseHistory(table), ends, (i, upTo) => {
    let sum = 0;
    for (let m = 0; m < months; m++) sum += (upTo[m] - (m > 0 ? upTo[m - 1] : 0)) * discount[m];
    value[i] *= sum;
  });
  return value;
}
