import type { Choices } from './choices.js';
import { emptyBins, type ReturnBins } from './returns/return-bins.js';
import { findUpgrades, type Upgrades } from './upgrades/find-upgrades.js';
import { holdNothing, type Holding } from './upgrades/holding.js';

/** Customers who are all at hand, as budgets meet them. */
export interface Market {
  upgrades: Upgrades;
  bins: ReturnBins;
  /** What customers hold for the last budget, before the last money is settled. */
  holding: Holding;
}

/**
 * All that a budget asks of customers, from one look at each.
 *
 * @param before a market that nobody needs any more, whose memory is written over where it fits. What customers hold is
 *   what they would for its last budget, as that of the next is often near.
 */
export function openMarket(choices: Choices, before?: Market): Market {
  const { customers } = choices;
  const bins = emptyBins(before?.bins);
  const holding = before?.holding.choice.length === customers ? before.holding : holdNothing(customers);
  const upgrades = findUpgrades(choices, { bins, holding }, before?.upgrades);
  return { upgrades, bins, holding };
}
