import { checkChoices } from './check.js';
import { binReturns } from './return-bins.js';
import { spend, type Allocation } from './spend.js';
import { findUpgrades, type Choices } from './upgrades.js';

export interface BudgetProblem extends Choices {
  /** In money, counted in whole cents (default: no limit, everyone gets their best offer). */
  budget?: number;
}

/**
 * The policy of greatest gain within the budget, with the bound that proves how good it is: the multiple-choice
 * knapsack by convex hulls and marginal returns (Sinha and Zoltners 1979). A customer gets an offer only if its
 * gain is above 0; among equal gains the cheaper, then the first.
 *
 * The gain falls short of the optimum by less than the gain of a single upgrade.
 *
 * @throws {InvalidInputError} for a negative budget, numbers that are not finite, negative costs, lengths that disagree.
 */
export function allocateBudget({ budget, ...choices }: BudgetProblem): Allocation {
  checkChoices(choices, budget);
  const upgrades = findUpgrades(choices);
  return spend(upgrades, binReturns(upgrades), budget);
}
