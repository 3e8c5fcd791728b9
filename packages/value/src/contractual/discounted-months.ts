import { checkOptions, InvalidOptionError, shapes, type OptionShapes } from '@clv/contracts';
import { checkColumn, probability, rate } from '../checks/check-numbers.js';
import { checkSurvival } from '../checks/check-survival.js';
import { geometricSum } from './geometric-sum.js';

/** What is known of how long customers stay: exactly one of the two. */
export interface Staying {
  /** Per customer: the chance of leaving inside the decision window, in [0, 1]; a constant hazard follows from it. */
  churnProbability?: ArrayLike<number>;
  /** Customers x months, row-major: the unconditional chance of being there after 1, 2, … months, in [0, 1]. */
  survival?: ArrayLike<number>;
}

/** Survival and time: what discounted months are made of. */
export interface DiscountedMonthsOptions extends Staying {
  /** How many months are counted: a whole number of at least 1. */
  months: number;
  /** The decision window in whole months (default 3), in which everyone is taken to stay. */
  windowMonths?: number;
  /** The yearly rate at which later money counts less (default .1); 0 counts all months alike. */
  annualDiscountRate?: number;
}

export const stayingShapes = {
  churnProbability: shapes.numbers,
  survival: shapes.numbers,
  windowMonths: shapes.whole(1),
  annualDiscountRate: rate,
};

const optionShapes: OptionShapes<DiscountedMonthsOptions> = { ...stayingShapes, months: shapes.whole(1) };

/**
 * How many months a customer who stays through the decision window is worth, a later month counting less:
 * the sum over t = 1..months of S(t | stays through the window) / (1 + r)^(t / 12).
 *
 * From `churnProbability` p the monthly hazard is h = 1 - (1 - p)^(1 / window), S(t) = 1 inside the window and
 * (1 - h)^(t - window) after it. From `survival`, S(t) / S(window) after it, and 0 where S(window) is 0. Survival starts
 * after the window so that the chance of leaving inside it, which the caller multiplies by, is not counted twice.
 *
 * @returns one number per customer, in [0, months].
 * @throws InvalidOptionError for an option that is out of range or unknown, or when not exactly one of the two is given.
 * @throws InvalidInputError naming every row whose probability is not in [0, 1] or whose survival rises.
 */
export function discountedMonths(options: DiscountedMonthsOptions): Float64Array {
  checkOptions(options, optionShapes);
  const { months, windowMonths = 3, annualDiscountRate = 0.1, churnProbability, survival } = options;
  if (months === undefined) throw new InvalidOptionError('months', 'months must be given');
  const discount = (1 + annualDiscountRate) ** (-1 / 12);
  if (churnProbability && !survival) return fromHazard(churnProbability, months, windowMonths, discount);
  if (survival && !churnProbability) return fromSurvival(survival, months, windowMonths, discount);
  throw new InvalidOptionError('churnProbability', 'give either churnProbability or survival');
}

function fromHazard(churn: ArrayLike<number>, months: number, window: number, discount: number) {
  checkColumn('churnProbability', churn, probability);
  const certain = geometricSum(discount, Math.min(months, window));
  const uncertainMonths = Math.max(0, months - window);
  const atWindowsEnd = discount ** window;
  const total = new Float64Array(churn.length).fill(certain);
  if (uncertainMonths === 0) return total;
  for (let i = 0; i < total.length; i++) {
    const stay = Math.exp(Math.log1p(-churn[i]) / window);
    total[i] += atWindowsEnd * geometricSum(stay * discount, uncertainMonths);
  }
  return total;
}

function fromSurvival(survival: ArrayLike<number>, months: number, window: number, discount: number) {
  checkSurvival(survival, months);
  const certainMonths = Math.min(months, window);
  const certain = geometricSum(discount, certainMonths);
  const atWindowsEnd = discount ** certainMonths;
  const total = new Float64Array(survival.length / months).fill(certain);
  for (let i = 0; i < total.length; i++) {
    const row = i * months;
    let uncertain = 0;
    for (let t = months; t > certainMonths; t--) uncertain = (uncertain + survival[row + t - 1]) * discount;
    const stayed = survival[row + certainMonths - 1];
    if (stayed > 0) total[i] += (uncertain / stayed) * atWindowsEnd;
  }
  return total;
}
