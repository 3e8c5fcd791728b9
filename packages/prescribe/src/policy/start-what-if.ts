import { checkOptionNames } from '@clv/contracts';
import { keeperOf } from '../constraints/keeper.js';
import type { CustomerInputs } from '../value/inputs.js';
import { prescribeOptionNames, type PrescribeOptions } from './prescription.js';
import { startBudgetWhatIf, type WhatIfState } from './what-if.js';

/**
 * Prices everything once, for `whatIf` to start from.
 *
 * @throws {InvalidInputError} with the faults of the offers, the inputs, the budget or the constraints; {InvalidOptionError} for an
 *   option that there is not.
 */
export function startWhatIf(inputs: CustomerInputs, options: PrescribeOptions = {}): WhatIfState {
  checkOptionNames(options, prescribeOptionNames);
  const { capacity, perSegment, fairness, ...terms } = options;
  const keeper = keeperOf({ capacity, perSegment, fairness });
  const state = startBudgetWhatIf(inputs, terms);
  keeper?.check(state.market.upgrades.choices, terms.budget);
  return { ...state, keeper };
}
