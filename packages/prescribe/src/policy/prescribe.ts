import { InvalidInputError } from '@clv/contracts';
import { allocateBudget } from '../budget/allocate.js';
import { faultsOfBudget } from '../budget/check.js';
import { ExactSum } from '../budget/exact-sum.js';
import { defaultOffers, type CheckedOffer, type Offer } from '../offers/offer.js';
import { committedCost } from '../value/committed-cost.js';
import { expectedValues, type ExpectedValues } from '../value/expected-values.js';
import type { CustomerInputs } from '../value/inputs.js';

/** What a budget must cover: what offers are expected to cost, or what they cost if everyone stays and uses them. */
export type BudgetBasis = 'expected' | 'committed';

export interface PrescribeOptions {
  /** Default: none, 5% and 10% off for 12 months. */
  offers?: readonly Offer[];
  /** In money, counted in whole cents (default: no limit). */
  budget?: number;
  /** Default `expected`; `committed` never overspends, whatever customers do, and so buys less. */
  budgetBasis?: BudgetBasis;
}

/** What to do with each customer, and what that earns. Money is in the currency's units. */
export interface Prescription {
  offers: readonly CheckedOffer[];
  values: ExpectedValues;
  /** The number of the recommended offer for each customer; 0 is none. */
  choice: Int32Array;
  /** What the recommended offers are expected to cost. */
  spend: number;
  /** What counts against the budget: the same as `spend`, or the committed cost. */
  budgeted: number;
  /** The expected value gained over doing nothing, the offers' cost taken off. */
  gain: number;
  /** The expected value when nothing is done. */
  baseline: number;
  /** The expected value under the policy: `baseline + gain`. */
  optimized: number;
  /** No policy within the budget gains more. */
  bound: number;
  /** The share of the bound that is not reached. */
  gap: number;
  /** What one more unit of budget would gain. */
  shadowPrice: number;
}

/**
 * The offer for each customer that together gain most within the budget.
 *
 * @throws {InvalidInputError} with the faults of the offers, the inputs or the budget.
 */
export function prescribe(
  inputs: CustomerInputs,
  { offers = defaultOffers, budget, budgetBasis = 'expected' }: PrescribeOptions = {},
): Prescription {
  const faults = faultsOfBudget(budget);
  if (faults.length > 0) throw new InvalidInputError(faults);
  const values = expectedValues(inputs, offers);
  const { customers, gain, cost } = values;
  const width = values.offers.length;
  const allocation = allocateBudget({
    customers,
    offers: width,
    gain,
    cost: budgetBasis === 'expected' ? cost : committedCost(inputs, values.offers),
    budget,
  });
  const baseline = new ExactSum();
  const spend = new ExactSum();
  for (let i = 0; i < customers; i++) {
    baseline.add(values.value[i * width]);
    spend.add(cost[i * width + allocation.choice[i]]);
  }
  const { spent: budgeted, ...policy } = allocation;
  return {
    offers: values.offers,
    values,
    ...policy,
    spend: spend.value,
    budgeted,
    baseline: baseline.value,
    optimized: baseline.value + allocation.gain,
  };
}
