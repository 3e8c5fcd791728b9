import type { OptionNames } from '@clv/contracts';
import type { Constraints } from '../constraints/constraints.js';
import type { CheckedOffer, Offer } from '../offers/offer.js';
import type { BudgetBasis } from '../value/budget-choices.js';
import type { ExpectedValues } from '../value/expected-values.js';

/** The offers and the budget of a prescription, and what counts against it; each has a default. */
export interface BudgetOptions {
  /** Default: none, 5% and 10% off for 12 months. */
  offers?: readonly Offer[];
  /** In money, counted in whole cents (default: no limit). */
  budget?: number;
  /** Default `expected`; `committed` never overspends, whatever customers do, and so buys less. */
  budgetBasis?: BudgetBasis;
  /**
   * How many standard errors (`inputs.effectError`) each gain is lowered by before offers are chosen (default 0: the
   * expected gain counts alone); 1 shuns offers whose effect is not known well.
   */
  riskAversion?: number;
}

/** The same, and other limits than the budget. */
export interface PrescribeOptions extends BudgetOptions, Constraints {}

export const budgetOptionNames: OptionNames<BudgetOptions> = {
  offers: true,
  budget: true,
  budgetBasis: true,
  riskAversion: true,
};

export const prescribeOptionNames: OptionNames<PrescribeOptions> = {
  ...budgetOptionNames,
  capacity: true,
  perSegment: true,
  fairness: true,
};

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
  /** What was maximised: the gain, lowered by `riskAversion` standard errors for each customer with an offer. */
  objective: number;
  /** No policy within the budget and constraints has a greater objective. */
  bound: number;
  /** The share of the bound that is not reached. */
  gap: number;
  /** What one more unit of budget would add to the objective. */
  shadowPrice: number;
  /** What was chosen by. */
  budgetBasis: BudgetBasis;
  riskAversion: number;
}
