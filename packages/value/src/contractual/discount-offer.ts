import { checkArgument, checkOptionNames, InvalidInputError, shapes } from '@clv/contracts';
import { checkColumn, nonNegative, probability } from '../checks/check-numbers.js';
import { FaultList } from '../checks/fault-list.js';
import { discountedMonths, type DiscountedMonthsOptions } from './discounted-months.js';

/** A discount that customers get on their price for some months. */
export interface DiscountOffer {
  /** Per customer: the monthly price, in the margin's currency. */
  price: ArrayLike<number>;
  /** The fraction of the price that is taken off, in [0, 1]. */
  discount: number;
  /** For how many months from now: a whole number of at least 1; what lies beyond the horizon does not count. */
  months: number;
}

const offerShape = shapes.record({
  price: shapes.numbers,
  discount: shapes.number('a number', () => true),
  months: shapes.whole(1),
});

/** So much a product of doubles may be off: a tenth of 3 is more than .3. */
const rounding = 4 * Number.EPSILON;

/**
 * What the discount takes from each customer's value: price times discount in each of its months in which the customer is
 * there, discounted like the margin.
 *
 * @throws InvalidInputError naming every row whose margin would fall below 0.
 */
export function discountCost(
  discountOffer: DiscountOffer,
  margin: ArrayLike<number>,
  horizon: DiscountedMonthsOptions,
): Float64Array {
  checkOptionNames(discountOffer, { price: true, discount: true, months: true });
  checkArgument('discountOffer', discountOffer, offerShape);
  const { price, discount, months } = discountOffer;
  checkColumn('discount', [discount], probability);
  checkColumn('price', price, nonNegative);
  if (price.length !== margin.length) {
    const message = `price must have ${margin.length} values for as many margins: ${price.length}`;
    throw new InvalidInputError([{ rule: 'lengths-differ', message, column: 'price' }]);
  }
  const faults = new FaultList();
  const cost = discountedMonths(cutTo(Math.min(months, horizon.months), horizon));
  for (let i = 0; i < cost.length; i++) {
    const perMonth = price[i] * discount;
    cost[i] *= Math.min(perMonth, margin[i]);
    if (perMonth <= margin[i] * (1 + rounding)) continue;
    const message = `row ${i + 1}, price: a discount of ${perMonth} is above the margin of ${margin[i]}`;
    faults.add({ rule: 'discount-above-margin', message, column: 'price', row: i + 1, value: price[i] });
  }
  faults.throwIfAny();
  return cost;
}

/** The same customers over fewer months; everyone stays inside the window, so that a curve may be cut there. */
function cutTo(months: number, horizon: DiscountedMonthsOptions): DiscountedMonthsOptions {
  const { survival } = horizon;
  if (!survival || months === horizon.months) return { ...horizon, months };
  const customers = survival.length / horizon.months;
  const cut = new Float64Array(customers * months);
  for (let i = 0; i < customers; i++) {
    for (let t = 0; t < months; t++) cut[i * months + t] = survival[i * horizon.months + t];
  }
  return { ...horizon, months, survival: cut };
}
