import { ExactSum } from './exact-sum.js';
import { binCount, binReader, type ReturnBins } from './return-bins.js';
import { spendChange } from './spend-change.js';
import type { Upgrades } from './upgrades.js';

/** Who gets what for a budget, and how far from the best possible that is at most. */
export interface Allocation {
  /** The number of the offer for each customer; 0 is none. */
  choice: Int32Array;
  /** In money; never above the budget. */
  spent: number;
  gain: number;
  /** The linear programme's optimum: no policy within the budget gains more. */
  bound: number;
  /** The share of the bound that is not reached: `(bound - gain) / bound`. */
  gap: number;
  /** What one more unit of money would gain; 0 where everything worth buying is bought. */
  shadowPrice: number;
}

/** A hundred-millionth of a unit of money, far below a cent, forgives the noise of summing floating-point costs. */
const noise = 1e-8;

/** So many upgrades beyond the point where the money runs out are tried, and their customers' other offers, for the change that is left. */
const bargains = 1024;

/** Sums over so many customers are plain, over the blocks of them exact. */
const blockSize = 1024;

/**
 * Spends a budget on the upgrades of greatest marginal return: all those before the one that no longer fits, which
 * with its affordable fraction is the linear programme's optimum; then whatever still fits among the next ones.
 */
export function spend(upgrades: Upgrades, bins: ReturnBins, budget = Infinity): Allocation {
  const { cost, gain, offer, marginalReturn } = upgrades;
  const money = Math.floor(budget * 100 + 1e-6) / 100;
  let critical = binWhereMoneyEnds(bins, money);
  let purchase = buyAbove(upgrades, bins, critical);
  while (purchase.spent.value > money + noise) purchase = buyAbove(upgrades, bins, ++critical);

  const { choice, spent, gained, candidates } = purchase;
  candidates.sort(
    (one, other) =>
      marginalReturn[other.upgrade] - marginalReturn[one.upgrade] || one.upgrade - other.upgrade,
  );
  let bound: number | undefined;
  let shadowPrice = 0;
  const held = new Map<number, number>();
  for (const { customer, bought, upgrade } of candidates) {
    const before = held.get(customer) ?? bought;
    const extraCost = cost[upgrade] - (before < 0 ? 0 : cost[before]);
    const extraGain = gain[upgrade] - (before < 0 ? 0 : gain[before]);
    if (spent.value + extraCost <= money + noise) {
      spent.add(extraCost);
      gained.add(extraGain);
      held.set(customer, upgrade);
      choice[customer] = offer[upgrade];
    } else if (bound === undefined) {
      bound = gained.value + (extraGain * (money - spent.value)) / extraCost;
      shadowPrice = marginalReturn[upgrade];
    }
  }
  const nearby = candidates.slice(0, bargains).map(({ customer }) => customer);
  spendChange({ choices: upgrades.choices, choice, spent, gained, limit: money + noise }, nearby);
  const reached = gained.value;
  bound = Math.max(bound ?? reached, reached);
  return {
    choice,
    spent: Math.min(spent.value, money),
    gain: reached,
    bound,
    gap: bound > 0 ? (bound - reached) / bound : 0,
    shadowPrice,
  };
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

interface Candidate {
  customer: number;
  /** The upgrade that the customer holds already; -1 is none. */
  bought: number;
  upgrade: number;
}

interface Purchase {
  /** The offer that each customer gets so far. */
  choice: Int32Array;
  spent: ExactSum;
  gained: ExactSum;
  candidates: Candidate[];
}

/** Buys all upgrades above the critical bin; those in it, and enough below it, are candidates for what money is left. */
function buyAbove(upgrades: Upgrades, bins: ReturnBins, critical: number): Purchase {
  const { customers, start, cost, gain, offer, marginalReturn } = upgrades;
  let last = critical;
  for (let count = 0; last > 0 && (count += bins.count[last]) < bargains;) last--;
  const binOf = binReader(marginalReturn);
  const choice = new Int32Array(customers);
  const spent = new ExactSum();
  const gained = new ExactSum();
  const candidates: Candidate[] = [];
  for (let from = 0; from < customers; from += blockSize) {
    const to = Math.min(from + blockSize, customers);
    let [blockSpent, blockGained] = [0, 0];
    for (let i = from; i < to; i++) {
      let upgrade = start[i];
      const end = start[i + 1];
      while (upgrade < end && binOf(upgrade) > critical) upgrade++;
      const bought = upgrade > start[i] ? upgrade - 1 : -1;
      if (bought >= 0) {
        choice[i] = offer[bought];
        blockSpent += cost[bought];
        blockGained += gain[bought];
      }
      for (; upgrade < end && binOf(upgrade) >= last; upgrade++)
        candidates.push({ customer: i, bought, upgrade });
    }
    spent.add(blockSpent);
    gained.add(blockGained);
  }
  return { choice, spent, gained, candidates };
}
