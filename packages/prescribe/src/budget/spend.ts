import { ExactSum } from './exact-sum.js';
import { binCount, binReader, type ReturnBins } from './return-bins.js';
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

/** So many upgrades beyond the point where the money runs out are tried for the change that is left. */
const bargains = 1024;

/**
 * Spends a budget on the upgrades of greatest marginal return: all those before the one that no longer fits, which
 * with its affordable fraction is the linear programme's optimum; then whatever still fits among the next ones.
 */
export function spend(upgrades: Upgrades, bins: ReturnBins, budget = Infinity): Allocation {
  const money = Math.floor(budget * 100 + 1e-6) / 100;
  let critical = binWhereMoneyEnds(bins, money);
  let bought = buyAbove(upgrades, bins, critical);
  while (bought.spent.value > money + noise) bought = buyAbove(upgrades, bins, ++critical);
  const { choice, spent, gain, candidates } = bought;

  const { offers, cost, gain: gains, offer, marginalReturn } = upgrades;
  candidates.sort(
    (one, other) =>
      marginalReturn[other.upgrade] - marginalReturn[one.upgrade] || one.upgrade - other.upgrade,
  );
  let bound = -1;
  let shadowPrice = 0;
  for (const { customer, upgrade } of candidates) {
    const row = customer * offers;
    const extraCost = cost[row + offer[upgrade]] - cost[row + choice[customer]];
    const extraGain = gains[row + offer[upgrade]] - gains[row + choice[customer]];
    if (spent.value + extraCost <= money + noise) {
      spent.add(extraCost);
      gain.add(extraGain);
      choice[customer] = offer[upgrade];
    } else if (bound < 0) {
      bound = gain.value + (extraGain * (money - spent.value)) / extraCost;
      shadowPrice = marginalReturn[upgrade];
    }
  }
  const reached = gain.value;
  bound = Math.max(bound, reached);
  const gap = bound > 0 ? (bound - reached) / bound : 0;
  return { choice, spent: Math.min(spent.value, money), gain: reached, bound, gap, shadowPrice };
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
  upgrade: number;
}

/** Buys all upgrades above the critical bin; those in it, and enough below it, are candidates for what money is left. */
function buyAbove(upgrades: Upgrades, bins: ReturnBins, critical: number) {
  const { customers, offers, start, offer, cost, gain, marginalReturn } = upgrades;
  let last = critical;
  for (let count = 0; last > 0 && (count += bins.count[last]) < bargains;) last--;
  const binOf = binReader(marginalReturn);
  const choice = new Int32Array(customers);
  const spent = new ExactSum();
  const gained = new ExactSum();
  const candidates: Candidate[] = [];
  for (let i = 0; i < customers; i++) {
    let chosen = 0;
    for (let u = start[i]; u < start[i + 1]; u++) {
      const bin = binOf(u);
      if (bin > critical) chosen = offer[u];
      else if (bin >= last) candidates.push({ customer: i, upgrade: u });
      else break;
    }
    if (chosen === 0) continue;
    choice[i] = chosen;
    spent.add(cost[i * offers + chosen]);
    gained.add(gain[i * offers + chosen]);
  }
  return { choice, spent, gain: gained, candidates };
}
