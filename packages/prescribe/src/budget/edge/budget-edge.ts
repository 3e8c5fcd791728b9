import { checkArgument } from '@clv/contracts';
import { edgeShape } from '../../argument-shapes.js';
import { checkBudget } from '../check-choices.js';
import { binCount, checkBins, type ReturnBins } from '../returns/return-bins.js';

/** How many upgrades beyond the point where the money runs out are tried for the remaining cents, with their customers' other offers. */
export const bargains = 1024;

/** Where a budget runs out, told in bins of marginal returns. */
export interface BudgetEdge {
  /** Upgrades in a higher bin are bought; -1 where the money pays for all. */
  critical: number;
  /** Upgrades from the critical bin down to this one may be paid for by what is left. */
  last: number;
}

/** A budget is counted in whole cents; one that is given in cents is taken whole, whatever the product is rounded to. */
export const inWholeCents = (budget = Infinity): number =>
  Math.floor(budget * 100 * (1 + 2 * Number.EPSILON) + 1e-6) / 100;

/**
 * Where a budget runs out.
 *
 * @param bins what upgrades of all customers cost, by their marginal return.
 * @param budget in money, counted in whole cents (default: no limit).
 */
export function budgetEdge(bins: ReturnBins, budget?: number): BudgetEdge {
  checkBins(bins);
  checkBudget(budget);
  const critical = binWhereMoneyEnds(bins, inWholeCents(budget));
  return critical >= 0 && areFew(bins) ? { ...edgeOfAnyone } : edgeAt(bins, critical);
}

/** Everyone whom any offer gains anything is near this one: where they are few, each can be weighed with each. */
export const edgeOfAnyone: BudgetEdge = { critical: binCount - 1, last: 0 };

export const isOfAnyone = ({ critical, last }: BudgetEdge): boolean =>
  critical >= edgeOfAnyone.critical && last <= edgeOfAnyone.last;

function areFew({ count }: ReturnBins): boolean {
  let upgrades = 0;
  return count.every((more) => (upgrades += more) <= bargains);
}

/** The edge one bin higher: where sums in bins hid by their rounding that the money ends before. */
export function edgeAbove(bins: ReturnBins, edge: BudgetEdge): BudgetEdge {
  checkBins(bins);
  checkArgument('edge', edge, edgeShape);
  return edgeAt(bins, edge.critical + 1);
}

/** The edge whose critical bin is this one. */
export function edgeAt(bins: ReturnBins, critical: number): BudgetEdge {
  let last = critical;
  for (let count = 0; last > 0 && (count += bins.count[last]) < bargains;) last--;
  return { critical, last };
}

/** The bin that holds the first upgrade that the money no longer pays for; -1 where it pays for all. */
function binWhereMoneyEnds(bins: ReturnBins, money: number): number {
  let left = money;
  for (let bin = binCount - 1; bin >= 0; bin--) {
    if (bins.count[bin] > 0 && bins.cost[bin] > left) return bin;
    left -= bins.cost[bin];
  }
  return -1;
}
