import { InvalidInputError } from '@clv/contracts';
import type { Allocation } from '../budget/spend.js';
import type { Choices } from '../budget/upgrades.js';
import { allocateWithin } from './allocate-within.js';
import { faultsOfConstraints } from './check-constraints.js';
import { hasConstraints, type Constraints } from './constraints.js';

/** What keeps policies within constraints. It is handed on as a value, so that pages without any do without its code. */
export interface ConstraintKeeper {
  /** @throws {InvalidInputError} with every fault of the constraints for these customers and this budget. */
  check(choices: Choices, budget?: number): void;
  /** @throws {InfeasibleError} or {NoPolicyFoundError} where there is no policy. */
  allocate(choices: Choices, budget?: number): Allocation;
}

/** The keeper of some constraints; undefined where there are none. */
export function keeperOf({ capacity, perSegment, fairness }: Constraints): ConstraintKeeper | undefined {
  const constraints = { capacity, perSegment, fairness };
  if (!hasConstraints(constraints)) return undefined;
  return {
    check(choices, budget) {
      const faults = faultsOfConstraints(choices, constraints, budget);
      if (faults.length > 0) throw new InvalidInputError(faults);
    },
    allocate: (choices, budget = Infinity) => allocateWithin(choices, budget, constraints),
  };
}
