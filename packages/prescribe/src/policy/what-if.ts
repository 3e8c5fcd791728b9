import {
  checkArgument,
  checkOptionNames,
  InvalidOptionError,
  shapes,
  unknownName,
  type OptionNames,
} from '@clv/contracts';
import { aList, anObject, upgradesShape, valuesShape } from '../argument-shapes.js';
import { checkColumnNames } from '../check-column-names.js';
import { frontierOf, pathOf, type BudgetPath, type FrontierPoint } from '../budget/budget-path.js';
import { checkBudget } from '../budget/check-choices.js';
import { ExactSum, sumOfChoice } from '../budget/exact-sum.js';
import { openMarket, type Market } from '../budget/market.js';
import { binsShape } from '../budget/returns/return-bins.js';
import { spend, type Allocation } from '../budget/spend.js';
import type { ConstraintKeeper } from '../constraints/keeper.js';
import { checkOffers } from '../offers/check.js';
import { defaultOffers, type CheckedOffer, type Offer } from '../offers/offer.js';
import { budgetChoices, type BudgetBasis } from '../value/budget-choices.js';
import { expectedValues, repriceOffers, type ExpectedValues } from '../value/expected-values.js';
import { inputNames, type CustomerInputs } from '../value/inputs.js';
import { budgetOptionNames, type BudgetOptions, type Prescription } from './prescription.js';

/** Everything computed so far, so that a change recomputes only what depends on it. `whatIf` overwrites its numbers. */
export interface WhatIfState {
  inputs: CustomerInputs;
  values: ExpectedValues;
  terms: Terms;
  /** What keeps policies within constraints, where there are any. */
  keeper?: ConstraintKeeper;
  /** The value when nothing is done. */
  baseline: number;
  /** The offers by what is maximised and what counts against the budget. */
  market: Market;
}

/** The terms that offers are chosen on. */
interface Terms {
  budget: number;
  budgetBasis: BudgetBasis;
  riskAversion: number;
}

/** What may change; what is left out stays. */
export interface WhatIfChange {
  /** All the offers, changed or not; if ids are added, removed or reordered, everything is priced again. */
  offers?: readonly Offer[];
  /** In money; Infinity is no limit. */
  budget?: number;
  budgetBasis?: BudgetBasis;
  /** New columns, such as `clv` and `billedMonths` of another horizon; everything is priced again. */
  inputs?: Partial<CustomerInputs>;
}

const { callback, finite, numbers, record } = shapes;
const stateShape = record(
  {
    inputs: anObject,
    values: valuesShape,
    terms: anObject,
    baseline: finite,
    market: record({
      upgrades: upgradesShape,
      bins: binsShape,
      holding: record({ critical: finite, choice: numbers }),
    }),
  },
  { keeper: record({ check: callback, allocate: callback }) },
);

const changeNames: OptionNames<WhatIfChange> = {
  offers: true,
  budget: true,
  budgetBasis: true,
  inputs: true,
};

/**
 * Prices everything once, for `whatIf` to start from, where a budget is the only limit: `startWhatIf` without constraints, whose code
 * pages that count bytes do without.
 *
 * @throws {InvalidInputError} with the faults of the offers, the inputs or the budget; {InvalidOptionError} for an option that there
 *   is not.
 */
export function startBudgetWhatIf(inputs: CustomerInputs, options: BudgetOptions = {}): WhatIfState {
  checkOptionNames(options, budgetOptionNames);
  const { offers = defaultOffers, budget = Infinity, budgetBasis = 'expected', riskAversion = 0 } = options;
  const terms: Terms = { budget, budgetBasis, riskAversion };
  checkTerms(terms);
  const values = expectedValues(inputs, offers);
  const choices = budgetChoices(inputs, values, terms);
  return { inputs, values, terms, baseline: baselineOf(values), market: openMarket(choices) };
}

/**
 * The prescription after a change. The state takes the change on and its matrices are overwritten, those of earlier
 * prescriptions with them; on a fault of the change, or where no policy keeps the constraints after it, nothing is changed.
 *
 * @throws {InvalidInputError} with the faults of the change; {InvalidOptionError} for a part of it that there is not;
 *   {InfeasibleError} where it is proven that no policy keeps the constraints; {NoPolicyFoundError} where none was found.
 */
export function whatIf(state: WhatIfState, change: WhatIfChange = {}): Prescription {
  checkArgument('state', state, stateShape);
  checkOptionNames(change, changeNames);
  if (change.offers !== undefined) checkArgument('offers', change.offers, aList);
  if (change.inputs !== undefined) {
    checkArgument('inputs', change.inputs, anObject);
    checkColumnNames('inputs', change.inputs, inputNames);
  }
  const { budget = state.terms.budget, budgetBasis = state.terms.budgetBasis } = change;
  const terms = { ...state.terms, budget, budgetBasis };
  checkTerms(terms);
  if (state.keeper) return whatIfWithin(state, state.keeper, change, terms);
  const isRepriced = reprice(state, change);
  if (isRepriced || budgetBasis !== state.terms.budgetBasis)
    state.market = openMarket(budgetChoices(state.inputs, state.values, terms), state.market);
  state.terms = terms;
  return prescriptionOf(state, spend(state.market, budget));
}

/** Constraints may turn out to be too much for a change, so that the state takes it on only once there is a policy. */
function whatIfWithin(
  state: WhatIfState,
  keeper: ConstraintKeeper,
  change: WhatIfChange,
  terms: Terms,
): Prescription {
  const next = { ...state, terms };
  if (change.offers || change.inputs) priceAnew(next, change);
  const choices = budgetChoices(next.inputs, next.values, terms);
  keeper.check(choices, terms.budget);
  const allocation = keeper.allocate(choices, terms.budget);
  next.market = openMarket(choices, state.market);
  Object.assign(state, next);
  return prescriptionOf(state, allocation);
}

/** The whole frontier of a state, as `budgetPath` gives it, without pricing anything again; constraints other than the budget are left out. */
export function whatIfPath(state: WhatIfState): BudgetPath {
  checkArgument('state', state, stateShape);
  return pathOf(state.market.upgrades);
}

/** The same at about `points` budgets (default 101), for a chart, as `frontier` gives it. */
export function whatIfFrontier(state: WhatIfState, points = 101): FrontierPoint[] {
  checkArgument('state', state, stateShape);
  return frontierOf(state.market.bins, points);
}

const aversion = shapes.number('a number of at least 0', (value) => value >= 0 && value < Infinity);

function checkTerms({ budget, budgetBasis, riskAversion }: Terms): void {
  checkBudget(budget);
  const known: BudgetBasis[] = ['expected', 'committed'];
  if (!known.includes(budgetBasis))
    throw new InvalidOptionError('budgetBasis', unknownName('budgetBasis', budgetBasis, known));
  checkArgument('riskAversion', riskAversion, aversion);
}

function priceAnew(state: WhatIfState, change: WhatIfChange): void {
  const inputs = { ...state.inputs, ...change.inputs };
  const values = expectedValues(inputs, change.offers ?? state.values.offers);
  Object.assign(state, { inputs, values, baseline: baselineOf(values) });
}

/** Brings the state's values up to date; whether any had to be. */
function reprice(state: WhatIfState, change: WhatIfChange): boolean {
  const before = state.values.offers;
  const offers = change.offers ? checkOffers(change.offers) : before;
  const isSameList = offers.length === before.length && offers.every(({ id }, a) => id === before[a].id);
  const isSameResponse = isSameList && offers.every(({ response }, a) => response === before[a].response);
  if (change.inputs || !isSameResponse) {
    priceAnew(state, change);
    return true;
  }
  const changed = offers.flatMap((offer, a) => (differs(offer, before[a]) ? [a] : []));
  state.values = { ...state.values, offers };
  repriceOffers(state.values, state.inputs, changed);
  return changed.length > 0;
}

const differs = (one: CheckedOffer, other: CheckedOffer) =>
  (['discount', 'months', 'cost', 'redemption', 'lift'] as const).some((key) => one[key] !== other[key]);

function baselineOf({ customers, offers, value }: ExpectedValues): number {
  const baseline = new ExactSum();
  for (let i = 0; i < customers; i++) baseline.add(value[i * offers.length]);
  return baseline.value;
}

function prescriptionOf(
  { values, terms, baseline, market }: WhatIfState,
  allocation: Allocation,
): Prescription {
  const { choices } = market.upgrades;
  const { spent, gain: objective, choice, bound, gap, shadowPrice } = allocation;
  const gain = choices.gain === values.gain ? objective : sumOfChoice(values.gain, choice, choices.offers);
  return {
    offers: values.offers,
    values,
    choice,
    spend: choices.cost === values.cost ? spent : sumOfChoice(values.cost, choice, choices.offers),
    budgeted: spent,
    gain,
    baseline,
    optimized: baseline + gain,
    objective,
    bound,
    gap,
    shadowPrice,
    budgetBasis: terms.budgetBasis,
    riskAversion: terms.riskAversion,
  };
}
