import { checkArgument, shapes } from '@clv/contracts';
import { checkChoices } from './check-choices.js';
import type { Choices } from './choices.js';
import { emptyBins } from './returns/return-bins.js';
import { choicesIn } from './settlement/choices-in.js';
import { settle, type Spending } from './settlement/settle.js';
import { findUpgrades } from './upgrades/find-upgrades.js';

/** One budget spent over blocks of customers: its totals, and who gets what in any block. */
export interface BlockAllocation extends Spending {
  /**
   * The number of the offer for each customer of a block; 0 is none.
   *
   * @param first the number of the block's first customer among all, from 0.
   */
  choose(block: Choices, first: number): Int32Array;
}

/**
 * The policy of `allocateBudget`, customer by customer the same, for more customers than memory holds: the first pass over
 * the blocks adds up what upgrades of each marginal return cost, the second buys those above the return at which the
 * money ends and settles the few near it; `choose` then tells each block. What is kept does not grow with the customers.
 *
 * @param blocks reads the blocks again each time it is called, in the same order; no figure hangs on how customers are
 *   divided into them.
 * @param budget in money, counted in whole cents (default: no limit).
 * @throws {InvalidInputError} as `allocateBudget`; rows are counted within their block.
 */
export function allocateBlocks(blocks: () => Iterable<Choices>, budget?: number): BlockAllocation {
  checkArgument('blocks', blocks, shapes.callback);
  const bins = emptyBins();
  const read = blocks();
  checkArgument('blocks()', typeof read?.[Symbol.iterator], iterable);
  for (const block of read) {
    checkChoices(block, budget);
    findUpgrades(block, { bins });
  }
  const settlement = settle(() => upgradesOf(blocks()), bins, budget);
  const { critical, exceptions, ...spending } = settlement;
  return { ...spending, choose: (block, first) => choicesIn(findUpgrades(block), settlement, first) };
}

const iterable = shapes.exactly('function');

function* upgradesOf(blocks: Iterable<Choices>) {
  for (const block of blocks) yield findUpgrades(block);
}
