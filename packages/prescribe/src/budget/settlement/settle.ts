import { bestWithin } from './best-within.js';
import {
  bargains,
  type BudgetEdge,
  budgetEdge,
  edgeAbove,
  inWholeCents,
  isOfAnyone,
} from '../edge/budget-edge.js';
import type { ReturnBins } from '../returns/return-bins.js';
import type { Upgrades } from '../upgrades/find-upgrades.js';
import type { Holding } from '../upgrades/holding.js';
import { buyCandidates } from './buy-candidates.js';
import { gatherChoices } from './gather-choices.js';
import { buyAbove, type Purchase } from './purchase.js';
import { give, spendChange } from './spend-change.js';

/** What a budget buys, and how far that is from the best possible at most. */
export interface Spending {
  /** In money; never above the budget. */
  spent: number;
  gain: number;
  /** No policy within the budget gains more: the linear programme's optimum, or the gain itself where that is proven to be the most. */
  bound: number;
  /** The share of the bound that is not reached: `(bound - gain) / bound`. */
  gap: number;
  /** What one more unit of money would gain; 0 where everything worth buying is bought. */
  shadowPrice: number;
}

/** How a budget is spent, short enough to be told: who gets what follows from it block by block. */
export interface Settlement extends Spending {
  /** Upgrades whose marginal return lies in a higher bin are bought. */
  critical: number;
  /** Beyond those, what customers near the end of the money get: the number of the offer by that of the customer. */
  exceptions: ReadonlyMap<number, number>;
}

/** Reads all customers' upgrades once more, block after block, always in the same order. */
export type UpgradeBlocks = () => Iterable<Upgrades>;

/** The money with what sums of costs in cents can be off: a hundred-millionth of a unit, of a great deal of money a share, far below a cent. */
const forgiving = (money: number): number => money + Math.max(1e-8, 1e-15 * money);

/**
 * Settles how a budget is spent on the upgrades of greatest marginal return: all those before the one that no longer
 * fits, which with its affordable fraction is the linear programme's optimum; then whatever still fits among the next ones.
 *
 * @param holding what customers held before, where all are in one block; it is brought up to date, which saves `choicesIn`
 *   its pass, and asks only those whom the change of budget concerns.
 */
export function settle(
  blocks: UpgradeBlocks,
  bins: ReturnBins,
  budget?: number,
  holding?: Holding,
): Settlement {
  for (let edge = budgetEdge(bins, budget); ; edge = edgeAbove(bins, edge)) {
    const purchase = buyAbove(blocks(), bins, edge, holding);
    if (!isOverspent(purchase, budget)) return spendRest(blocks, purchase, edge, budget);
  }
}

/** Whether what is bought above the edge alone is more than the money. */
export const isOverspent = ({ spent }: Purchase, budget?: number): boolean =>
  spent.value > forgiving(inWholeCents(budget));

/** Spends what is left after what lies above the critical bin was bought. */
export function spendRest(
  blocks: UpgradeBlocks,
  purchase: Purchase,
  edge: BudgetEdge,
  budget?: number,
): Settlement {
  const { spent, gained, candidates } = purchase;
  const money = inWholeCents(budget);
  const limit = forgiving(money);
  const { exceptions, optimum, shadowPrice } = buyCandidates(purchase, money, limit);
  const nearby = new Map<number, number>();
  for (const { customer, bought } of candidates.slice(0, bargains))
    nearby.set(customer, exceptions.get(customer) ?? bought.offer);
  const change = { ...gatherChoices(blocks(), nearby), spent, gained, limit };
  spendChange(change);
  let bound = optimum ?? gained.value;
  if (isOfAnyone(edge) && candidates.length <= bargains) {
    const best = bestWithin({ ...change, gain: gained.value, money, bound, shadowPrice });
    if (best) {
      best.forEach((offer, i) => give(change, i, offer));
      bound = gained.value;
    }
  }
  change.customers.forEach((customer, i) => {
    if (change.choice[i] !== nearby.get(customer)) exceptions.set(customer, change.choice[i]);
  });
  const gain = gained.value;
  bound = Math.max(bound, gain);
  return {
    critical: edge.critical,
    exceptions,
    spent: Math.min(spent.value, money),
    gain,
    bound,
    gap: bound > 0 ? (bound - gain) / bound : 0,
    shadowPrice,
  };
}
