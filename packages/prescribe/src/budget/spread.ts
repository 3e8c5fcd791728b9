import type { BudgetEdge } from './budget-edge.js';
import { checkChoices } from './check.js';
import { ExactSum } from './exact-sum.js';
import { buyAbove } from './purchase.js';
import { binReader, emptyBins, type ReturnBins } from './return-bins.js';
import { choicesIn, isOverspent, type Settlement, spendRest } from './settle.js';
import { findUpgrades, type Choices } from './upgrades.js';

/** Of some of the customers over whom a budget is spread: who are near its edge, and what all others spend and gain. */
export interface EdgeShare {
  /** The places of those for whom the last money may matter, rising. */
  atEdge: Int32Array;
  /** What the others spend and gain, in money. */
  spent: number;
  gain: number;
}

/** Who gets what near the edge of a budget, by their place among those near it, and what the whole budget comes to. */
export type EdgeSettlement = Pick<
  Settlement,
  'exceptions' | 'spent' | 'gain' | 'bound' | 'gap' | 'shadowPrice'
>;

/**
 * Adds customers' upgrades to the bins of marginal returns: the first pass of a budget over customers whom no one machine
 * holds. Bins of parts add up to those of the whole.
 *
 * @throws {InvalidInputError} for numbers that are not finite, negative costs, lengths that disagree.
 */
export function binChoices(bins: ReturnBins, choices: Choices): void {
  checkChoices(choices);
  findUpgrades(choices, { bins });
}

/** Tells those near the edge from all others, and adds the others up: the second pass. */
export function gatherAtEdge(choices: Choices, edge: BudgetEdge): EdgeShare {
  const upgrades = findUpgrades(choices);
  const { customers, start, offer, marginalReturn } = upgrades;
  const binOf = binReader(marginalReturn);
  const atEdge: number[] = [];
  const [spent, gained] = [new ExactSum(), new ExactSum()];
  for (let i = 0; i < customers; i++) {
    let upgrade = start[i];
    while (upgrade < start[i + 1] && binOf(upgrade) > edge.critical) upgrade++;
    if (upgrade < start[i + 1] && binOf(upgrade) >= edge.last) {
      atEdge.push(i);
    } else if (upgrade > start[i]) {
      const at = i * choices.offers + offer[upgrade - 1];
      spent.add(choices.cost[at]);
      gained.add(choices.gain[at]);
    }
  }
  return { atEdge: Int32Array.from(atEdge), spent: spent.value, gain: gained.value };
}

/**
 * Settles the last money among the customers near the edge, as `allocateBudget` does among all. Of equal returns the
 * first customer's comes first, so an order that does not hang on who holds whom gives the same policy everywhere.
 *
 * @param choices of those near the edge, in the order in which ties go.
 * @param others what the parts' other customers spend and gain.
 * @returns undefined where the others alone spend more than the budget: the edge is one bin higher.
 */
export function settleAtEdge(
  choices: Choices,
  others: Iterable<Pick<EdgeShare, 'spent' | 'gain'>>,
  edge: BudgetEdge,
  budget?: number,
): EdgeSettlement | undefined {
  const bins = emptyBins();
  const upgrades = findUpgrades(choices, { bins });
  const purchase = buyAbove([upgrades], bins, edge);
  for (const { spent, gain } of others) {
    purchase.spent.add(spent);
    purchase.gained.add(gain);
  }
  if (isOverspent(purchase, budget)) return undefined;
  const { critical: _, ...settlement } = spendRest(() => [upgrades], purchase, edge.critical, budget);
  return settlement;
}

/**
 * The number of the offer for each customer; 0 is none.
 *
 * @param exceptions what those get for whom the last money was settled, by their place.
 */
export const chooseByEdge = (
  choices: Choices,
  { critical }: BudgetEdge,
  exceptions: ReadonlyMap<number, number>,
): Int32Array => choicesIn(findUpgrades(choices), { critical, exceptions });
