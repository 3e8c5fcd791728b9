import { InvalidInputError, InvalidOptionError, unknownName } from '@clv/contracts';
import { faultsOfBudget } from '../budget/check.js';
import { ExactSum } from '../budget/exact-sum.js';
import { pathOf, type BudgetPath } from '../budget/path.js';
import { binReturns, type ReturnBins } from '../budget/return-bins.js';
import { spend } from '../budget/spend.js';
import { findUpgrades, type Upgrades } from '../budget/upgrades.js';
import { checkOffers } from '../offers/check.js';
import { defaultOffers, type CheckedOffer, type Offer } from '../offers/offer.js';
import { committedCost } from '../value/committed-cost.js';
import { expectedValues, repriceOffers, type ExpectedValues } from '../value/expected-values.js';
import type { CustomerInputs } from '../value/inputs.js';
import type { BudgetBasis, PrescribeOptions, Prescription } from './prescription.js';

/** All that is known so far, so that a change redoes only what hangs on it. Its numbers are overwritten by `whatIf`. */
export interface WhatIfState {
  inputs: CustomerInputs;
  values: ExpectedValues;
  budget: number;
  budgetBasis: BudgetBasis;
  baseline: number;
  upgrades: Upgrades;
  bins: ReturnBins;
}

/** What may change; what is left out stays. */
export interface WhatIfChange {
  /** All the offers, those that changed among them; where ids are added, removed or moved everything is priced anew. */
  offers?: readonly Offer[];
  /** In money; Infinity is no limit. */
  budget?: number;
  budgetBasis?: BudgetBasis;
  /** New columns, such as `clv` and `billedMonths` of another horizon; everything is priced anew. */
  inputs?: Partial<CustomerInputs>;
}

/**
 * Prices everything once, for `whatIf` to start from.
 *
 * @throws {InvalidInputError} with the faults of the offers, the inputs or the budget.
 */
export function startWhatIf(
  inputs: CustomerInputs,
  { offers = defaultOffers, budget = Infinity, budgetBasis = 'expected' }: PrescribeOptions = {},
): WhatIfState {
  checkBudget(budget, budgetBasis);
  const values = expectedValues(inputs, offers);
  return {
    inputs,
    values,
    budget,
    budgetBasis,
    baseline: baselineOf(values),
    ...marketOf(inputs, values, budgetBasis),
  };
}

/**
 * The prescription after a change. The state takes the change on and its matrices are overwritten, those of earlier
 * prescriptions with them; on a fault nothing is changed.
 *
 * @throws {InvalidInputError} with the faults of the change.
 */
export function whatIf(state: WhatIfState, change: WhatIfChange = {}): Prescription {
  const { budget = state.budget, budgetBasis = state.budgetBasis } = change;
  checkBudget(budget, budgetBasis);
  const isRepriced = reprice(state, change);
  if (isRepriced || budgetBasis !== state.budgetBasis)
    Object.assign(state, marketOf(state.inputs, state.values, budgetBasis));
  Object.assign(state, { budget, budgetBasis });
  return prescriptionOf(state);
}

/** The whole frontier of a state, as `budgetPath` gives it, without pricing anything again. */
export function whatIfPath(state: WhatIfState): BudgetPath {
  return pathOf(state.upgrades);
}

function checkBudget(budget: number, budgetBasis: BudgetBasis): void {
  const faults = faultsOfBudget(budget);
  if (faults.length > 0) throw new InvalidInputError(faults);
  const known: BudgetBasis[] = ['expected', 'committed'];
  if (!known.includes(budgetBasis))
    throw new InvalidOptionError('budgetBasis', unknownName('budgetBasis', budgetBasis, known));
}

/** Brings the state's values up to date; whether any had to be. */
function reprice(state: WhatIfState, change: WhatIfChange): boolean {
  const before = state.values.offers;
  const offers = change.offers ? checkOffers(change.offers) : before;
  const isSameList = offers.length === before.length && offers.every(({ id }, a) => id === before[a].id);
  const isSameResponse = isSameList && offers.every(({ response }, a) => response === before[a].response);
  if (change.inputs || !isSameResponse) {
    const inputs = { ...state.inputs, ...change.inputs };
    const values = expectedValues(inputs, offers);
    Object.assign(state, { inputs, values, baseline: baselineOf(values) });
    return true;
  }
  const changed = offers.flatMap((offer, a) => (differs(offer, before[a]) ? [a] : []));
  state.values = { ...state.values, offers };
  repriceOffers(state.values, state.inputs, changed);
  return changed.length > 0;
}

const differs = (one: CheckedOffer, other: CheckedOffer) =>
  (['discount', 'months', 'cost', 'redemption', 'lift'] as const).some((key) => one[key] !== other[key]);

function marketOf(inputs: CustomerInputs, values: ExpectedValues, budgetBasis: BudgetBasis) {
  const { customers, gain, offers } = values;
  const cost = budgetBasis === 'expected' ? values.cost : committedCost(inputs, offers);
  const upgrades = findUpgrades({ customers, offers: offers.length, gain, cost });
  return { upgrades, bins: binReturns(upgrades) };
}

function baselineOf({ customers, offers, value }: ExpectedValues): number {
  const baseline = new ExactSum();
  for (let i = 0; i < customers; i++) baseline.add(value[i * offers.length]);
  return baseline.value;
}

function prescriptionOf({
  values,
  upgrades,
  bins,
  budget,
  budgetBasis,
  baseline,
}: WhatIfState): Prescription {
  const { spent, ...policy } = spend(upgrades, bins, budget);
  return {
    offers: values.offers,
    values,
    ...policy,
    spend: budgetBasis === 'expected' ? spent : expectedCostOf(values, policy.choice),
    budgeted: spent,
    baseline,
    optimized: baseline + policy.gain,
  };
}

function expectedCostOf({ offers, cost }: ExpectedValues, choice: Int32Array): number {
  const spent = new ExactSum();
  choice.forEach((a, i) => spent.add(cost[i * offers.length + a]));
  return spent.value;
}
