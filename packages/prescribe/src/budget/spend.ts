import { holdNothing, type Holding } from './holding.js';
import type { ReturnBins } from './return-bins.js';
import { settle, type Settlement } from './settle.js';
import type { Upgrades } from './upgrades.js';

/** Who gets what for a budget, and how far from the best possible that is at most. */
export interface Allocation extends Pick<Settlement, 'spent' | 'gain' | 'bound' | 'gap' | 'shadowPrice'> {
  /** The number of the offer for each customer; 0 is none. */
  choice: Int32Array;
}

/**
 * Spends a budget on customers who are all at hand.
 *
 * @param holding what they held for another budget, which is brought up to date: the answer is the same, and sooner there.
 */
export function spend(
  upgrades: Upgrades,
  bins: ReturnBins,
  budget?: number,
  holding: Holding = holdNothing(upgrades.customers),
): Allocation {
  const { exceptions, spent, gain, bound, gap, shadowPrice } = settle(
    () => [upgrades],
    bins,
    budget,
    holding,
  );
  const choice = holding.choice.slice();
  for (const [customer, offer] of exceptions) choice[customer] = offer;
  return { choice, spent, gain, bound, gap, shadowPrice };
}
