import { checkOptionNames, type OptionNames } from '@clv/contracts';
import { checkChoices } from './budget/check-choices.js';
import type { Choices } from './budget/choices.js';
import { openMarket } from './budget/market.js';
import { spend, type Allocation } from './budget/spend.js';
import type { Constraints } from './constraints/constraints.js';
import { keeperOf } from './constraints/keeper.js';

/** What each offer gains and costs with each customer, and what limits the choice. */
export interface BudgetProblem extends Choices, Constraints {
  /** In money, counted in whole cents (default: no limit, everyone gets their best offer). */
  budget?: number;
}

const optionNames: OptionNames<BudgetProblem> = {
  customers: true,
  offers: true,
  gain: true,
  cost: true,
  budget: true,
  capacity: true,
  perSegment: true,
  fairness: true,
};

/**
 * The policy of greatest gain within the budget, with the bound that proves how good it is: the multiple-choice
 * knapsack by convex hulls and marginal returns (Sinha and Zoltners 1979). A customer gets an offer only if its
 * gain is above 0; among equal gains the cheaper, then the first. Of some hundreds of customers it is the optimum, and the
 * gap 0, but for rare cases; else the gain falls short of the optimum by less than that of a single upgrade.
 *
 * With a capacity, segment limits or fairness: by the Lagrangian dual with repair (Fisher 1981), and search where that
 * finds nothing, or where customers are few enough to look for the optimum; the gap tells how far from it at most.
 *
 * @throws {InvalidInputError} for a negative budget, numbers that are not finite or above 1e50, negative costs, lengths that
 *   disagree, constraints that contradict each other; {InvalidOptionError} for a part that there is not;
 *   {InfeasibleError} where it is proven that no policy keeps them all; {NoPolicyFoundError} where none was found.
 */
export function allocateBudget(problem: BudgetProblem): Allocation {
  checkOptionNames(problem, optionNames);
  const { budget, capacity, perSegment, fairness, ...choices } = problem;
  checkChoices(choices, budget);
  const keeper = keeperOf({ capacity, perSegment, fairness });
  if (!keeper) return spend(openMarket(choices), budget);
  keeper.check(choices, budget);
  return keeper.allocate(choices, budget);
}
