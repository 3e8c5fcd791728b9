import type { ReturnBins } from './return-bins.js';
import { settle, type Settlement } from './settle.js';
import type { Upgrades } from './upgrades.js';

/** Who gets what for a budget, and how far from the best possible that is at most. */
export interface Allocation extends Pick<Settlement, 'spent' | 'gain' | 'bound' | 'gap' | 'shadowPrice'> {
  /** The number of the offer for each customer; 0 is none. */
  choice: Int32Array;
}

/** Spends a budget on customers who are all at hand. */
export function spend(upgrades: Upgrades, bins: ReturnBins, budget?: number): Allocation {
  const choice = new Int32Array(upgrades.customers);
  const { spent, gain, bound, gap, shadowPrice } = settle(() => [upgrades], bins, budget, choice);
  return { choice, spent, gain, bound, gap, shadowPrice };
}
