import type { ReturnBins } from './return-bins.js';
import { choicesIn, settle, type Settlement } from './settle.js';
import type { Upgrades } from './upgrades.js';

/** Who gets what for a budget, and how far from the best possible that is at most. */
export interface Allocation extends Pick<Settlement, 'spent' | 'gain' | 'bound' | 'gap' | 'shadowPrice'> {
  /** The number of the offer for each customer; 0 is none. */
  choice: Int32Array;
}

/** Spends a budget on customers who are all at hand. */
export function spend(upgrades: Upgrades, bins: ReturnBins, budget?: number): Allocation {
  const settlement = settle(() => [upgrades], bins, budget);
  const { spent, gain, bound, gap, shadowPrice } = settlement;
  return { choice: choicesIn(upgrades, settlement), spent, gain, bound, gap, shadowPrice };
}
