import type { BudgetEdge } from './budget-edge.js';
import { ExactSum } from './exact-sum.js';
import { binReader } from './return-bins.js';
import type { Upgrades } from './upgrades.js';

/** Sums over so many customers are plain, over the blocks of them exact. */
const blockSize = 1024;

/** An offer, and what it costs and gains, counted from none. */
export interface Step {
  offer: number;
  cost: number;
  gain: number;
}

const none: Step = { offer: 0, cost: 0, gain: 0 };

/** An upgrade that the money may pay for, with what its customer holds already. */
export interface Candidate extends Step {
  customer: number;
  bought: Step;
  marginalReturn: number;
}

export interface Purchase {
  spent: ExactSum;
  gained: ExactSum;
  candidates: Candidate[];
}

/** Buys all upgrades above the critical bin; those in it, and enough below it, are candidates for what money is left. */
export function buyAbove(blocks: Iterable<Upgrades>, edge: BudgetEdge, choice?: Int32Array): Purchase {
  const purchase = { spent: new ExactSum(), gained: new ExactSum(), candidates: [] };
  let first = 0;
  for (const upgrades of blocks) {
    buyInBlock(purchase, upgrades, first, edge, choice);
    first += upgrades.customers;
  }
  return purchase;
}

function buyInBlock(
  { spent, gained, candidates }: Purchase,
  { customers, start, cost, gain, offer, marginalReturn }: Upgrades,
  first: number,
  { critical, last }: BudgetEdge,
  choice?: Int32Array,
): void {
  const binOf = binReader(marginalReturn);
  const step = (at: number): Step => ({ offer: offer[at], cost: cost[at], gain: gain[at] });
  for (let from = 0; from < customers; from += blockSize) {
    const to = Math.min(from + blockSize, customers);
    let [blockSpent, blockGained] = [0, 0];
    for (let i = from; i < to; i++) {
      let upgrade = start[i];
      const end = start[i + 1];
      while (upgrade < end && binOf(upgrade) > critical) upgrade++;
      const bought = upgrade - 1;
      const buys = bought >= start[i];
      if (buys) {
        blockSpent += cost[bought];
        blockGained += gain[bought];
      }
      if (choice) choice[first + i] = buys ? offer[bought] : 0;
      for (; upgrade < end && binOf(upgrade) >= last; upgrade++)
        candidates.push({
          ...step(upgrade),
          customer: first + i,
          bought: buys ? step(bought) : none,
          marginalReturn: marginalReturn[upgrade],
        });
    }
    spent.add(blockSpent);
    gained.add(blockGained);
  }
}
