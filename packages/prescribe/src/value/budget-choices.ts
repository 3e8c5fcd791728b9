import type { Choices } from '../budget/upgrades.js';
import { committedCost } from './committed-cost.js';
import type { ExpectedValues } from './expected-values.js';
import { cautiousGain } from './gain-error.js';
import type { CustomerInputs } from './inputs.js';

/** What a budget must cover: what offers are expected to cost, or what they cost if everyone stays and uses them. */
export type BudgetBasis = 'expected' | 'committed';

/** The offers as a budget sees them: what is maximised, and what counts against the money. */
export function budgetChoices(
  inputs: CustomerInputs,
  values: ExpectedValues,
  { budgetBasis, riskAversion }: { budgetBasis: BudgetBasis; riskAversion: number },
): Choices {
  const { customers, offers } = values;
  return {
    customers,
    offers: offers.length,
    gain: cautiousGain(inputs, values, riskAversion),
    cost: budgetBasis === 'expected' ? values.cost : committedCost(inputs, offers),
  };
}
