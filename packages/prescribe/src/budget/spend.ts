import type { Market } from './market.js';
import { settle, type Spending } from './settlement/settle.js';

/** Who gets what for a budget. */
export interface Allocation extends Spending {
  /** The number of the offer for each customer; 0 is none. */
  choice: Int32Array;
}

/** Spends a budget on customers who are all at hand, and brings up to date what they hold. */
export function spend({ upgrades, bins, holding }: Market, budget?: number): Allocation {
  const { critical, exceptions, ...spending } = settle(() => [upgrades], bins, budget, holding);
  const choice = holding.choice.slice();
  for (const [customer, offer] of exceptions) choice[customer] = offer;
  return { choice, ...spending };
}
