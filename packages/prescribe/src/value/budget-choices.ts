import { checkArgument, shapes } from '@clv/contracts';
import type { Choices } from '../budget/choices.js';
import { valuesShape } from '../argument-shapes.js';
import { committedCost } from './committed-cost.js';
import type { ExpectedValues } from './expected-values.js';
import { aversion, cautiousGain } from './gain-error.js';
import type { CustomerInputs } from './inputs.js';

/** What a budget must cover: what offers are expected to cost, or what they cost if everyone stays and uses them. */
export type BudgetBasis = 'expected' | 'committed';

const termsShape = shapes.record({
  budgetBasis: shapes.exactly('expected', 'committed'),
  riskAversion: aversion,
});

/** The offers as a budget sees them: what is maximised, and what counts against the money. */
export function budgetChoices(
  inputs: CustomerInputs,
  values: ExpectedValues,
  terms: { budgetBasis: BudgetBasis; riskAversion: number },
): Choices {
  checkArgument('values', values, valuesShape);
  checkArgument('terms', terms, termsShape);
  const { budgetBasis, riskAversion } = terms;
  const { customers, offers } = values;
  return {
    customers,
    offers: offers.length,
    gain: cautiousGain(inputs, values, riskAversion),
    cost: budgetBasis === 'expected' ? values.cost : committedCost(inputs, offers),
  };
}
