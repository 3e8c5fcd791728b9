import { checkArgument, type Shape } from '@clv/contracts';
import { edgeShape, upgradesShape } from '../argument-shapes.js';
import { checkChoices } from './check-choices.js';
import type { Choices } from './choices.js';
import type { BudgetEdge } from './edge/budget-edge.js';
import { checkBins, type ReturnBins } from './returns/return-bins.js';
import { choicesIn } from './settlement/choices-in.js';
import { buyAbove } from './settlement/purchase.js';
import { isOverspent, type Settlement, spendRest } from './settlement/settle.js';
import { findUpgrades, type Upgrades } from './upgrades/find-upgrades.js';
import { visitWithin } from './upgrades/visit-within.js';

/** Who gets what near the edge of a budget, by their place among those near it, and the totals of the whole budget. */
export type EdgeSettlement = Omit<Settlement, 'critical'>;

/**
 * Finds customers' upgrades and adds them to the bins of marginal returns: the first pass of a budget over customers whom
 * no one machine holds. Bins of parts add up to those of the whole.
 *
 * @throws {InvalidInputError} for numbers that are not finite, negative costs, lengths that disagree.
 */
export function binChoices(bins: ReturnBins, choices: Choices): Upgrades {
  checkBins(bins);
  checkChoices(choices);
  return findUpgrades(choices, { bins });
}

/** The places of the customers near an edge, rising: for whom the last money may matter. */
export function nearEdge(upgrades: Upgrades, edge: BudgetEdge): Int32Array {
  checkArgument('upgrades', upgrades, upgradesShape);
  checkArgument('edge', edge, edgeShape);
  const { critical, last } = edge;
  const near: number[] = [];
  visitWithin(upgrades, last, critical, (customer) => near.push(customer));
  return Int32Array.from(near);
}

/**
 * Settles the last money among the customers near the edge, as `allocateBudget` does among all. Of equal returns the
 * first customer's comes first, so an order that does not hang on who holds whom gives the same policy everywhere.
 *
 * @param choices of those near the edge, in the order in which ties go; others among them do no harm.
 * @param bins of all customers.
 * @param budget what all of them may cost (default: unlimited).
 * @returns undefined where those above the edge alone spend more than the budget: the edge is one bin higher.
 */
export function settleAtEdge(
  choices: Choices,
  bins: ReturnBins,
  edge: BudgetEdge,
  budget?: number,
): EdgeSettlement | undefined {
  checkChoices(choices, budget);
  checkBins(bins);
  checkArgument('edge', edge, edgeShape);
  const upgrades = findUpgrades(choices);
  const purchase = buyAbove([upgrades], bins, edge);
  if (isOverspent(purchase, budget)) return undefined;
  const { critical, ...settlement } = spendRest(() => [upgrades], purchase, edge, budget);
  return settlement;
}

/**
 * The number of the offer for each customer; 0 is none.
 *
 * @param exceptions what those get for whom the last money was settled, by their place.
 */
export function chooseByEdge(
  upgrades: Upgrades,
  edge: BudgetEdge,
  exceptions: ReadonlyMap<number, number>,
): Int32Array {
  checkArgument('upgrades', upgrades, upgradesShape);
  checkArgument('edge', edge, edgeShape);
  checkArgument('exceptions', exceptions, aMap);
  return choicesIn(upgrades, { critical: edge.critical, exceptions });
}

const aMap: Shape = (value, path) =>
  value instanceof Map ? undefined : { path, fault: `must be a map: ${String(value)}` };
