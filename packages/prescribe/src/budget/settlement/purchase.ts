import type { BudgetEdge } from '../edge/budget-edge.js';
import { ExactSum } from '../exact-sum.js';
import { binCount, binReader, type ReturnBins } from '../returns/return-bins.js';
import type { Upgrades } from '../upgrades/find-upgrades.js';
import type { Holding } from '../upgrades/holding.js';
import { visitWithin } from '../upgrades/visit-within.js';

/** An offer, and what it costs and gains, counted from none. */
export interface Step {
  offer: number;
  cost: number;
  gain: number;
}

const none: Step = { offer: 0, cost: 0, gain: 0 };

/** An upgrade that the money may pay for, with what its customer holds already. */
export interface Candidate {
  customer: number;
  bought: Step;
  offered: Step;
  marginalReturn: number;
}

export interface Purchase {
  spent: ExactSum;
  gained: ExactSum;
  candidates: Candidate[];
}

/**
 * Buys all upgrades above the critical bin; those in it, and enough below it, are candidates for what money is left.
 *
 * @param bins of the same upgrades, which tell what those bought cost and gain.
 * @param holding what customers held before, where all are in one block; it is brought up to date, which asks only those
 *   whom the change concerns.
 */
export function buyAbove(
  blocks: Iterable<Upgrades>,
  bins: ReturnBins,
  edge: BudgetEdge,
  holding?: Holding,
): Purchase {
  const candidates: Candidate[] = [];
  let first = 0;
  for (const upgrades of blocks) {
    buyInBlock(candidates, upgrades, first, edge, holding);
    first += upgrades.customers;
  }
  if (holding) holding.critical = edge.critical;
  return { ...sumAbove(bins, edge.critical), candidates };
}

function sumAbove({ cost, gain, count, lost }: ReturnBins, critical: number) {
  const [spent, gained] = [new ExactSum(), new ExactSum()];
  for (let bin = binCount - 1; bin > critical; bin--) {
    if (count[bin] === 0) continue;
    spent.add(cost[bin] + lost.cost[bin]);
    gained.add(gain[bin] + lost.gain[bin]);
  }
  return { spent, gained };
}

function buyInBlock(
  candidates: Candidate[],
  upgrades: Upgrades,
  first: number,
  { critical, last }: BudgetEdge,
  holding?: Holding,
): void {
  const { choices, start, offer, marginalReturn } = upgrades;
  const { offers, cost, gain } = choices;
  const binOf = binReader(marginalReturn);
  const step = (row: number, a: number): Step => ({ offer: a, cost: cost[row + a], gain: gain[row + a] });
  const before = holding?.critical ?? critical;
  visitWithin(upgrades, Math.min(last, before + 1), Math.max(critical, before), (i) => {
    let upgrade = start[i];
    const end = start[i + 1];
    while (upgrade < end && binOf(upgrade) > critical) upgrade++;
    const bought = upgrade - 1;
    const buys = bought >= start[i];
    if (holding) holding.choice[first + i] = buys ? offer[bought] : 0;
    for (; upgrade < end && binOf(upgrade) >= last; upgrade++)
      candidates.push({
        customer: first + i,
        bought: buys ? step(i * offers, offer[bought]) : none,
        offered: step(i * offers, offer[upgrade]),
        marginalReturn: marginalReturn[upgrade],
      });
  });
}
