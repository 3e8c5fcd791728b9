import type { Readable } from 'node:stream';

import { InvalidInputError } from '@clv/contracts';
import {
  type BudgetEdge,
  binChoices,
  budgetEdge,
  edgeOfAnyone,
  emptyBins,
  wideEdge,
  withBinAbove,
} from '@clv/prescribe';

import type { Scorer } from '../../engine/policy/scorer.js';
import { batchAppraiser } from '../../stream/appraise-batches.js';
import { openBatches } from '../../stream/open-batches.js';

/**
 * An edge that is likely to cover that of all customers, by what a few tell whom the lot has drawn. Where one of those has
 * a fault it covers anyone's: that customer's partition will say so.
 *
 * @param moneyEach what there is to spend for each customer (default: no limit, and nobody is looked at).
 */
export async function guessEdge(scorer: Scorer, input: Readable, moneyEach?: number): Promise<BudgetEdge> {
  const bins = emptyBins();
  if (moneyEach === undefined) return withBinAbove(budgetEdge(bins));
  const { reads, appraise } = await batchAppraiser(scorer);
  const drawn = await openBatches(input, 'standard input', reads);
  let seen = 0;
  try {
    for await (const batch of drawn) {
      binChoices(bins, (await appraise(batch, seen)).choices);
      seen += batch.numRows;
    }
  } catch (error) {
    if (error instanceof InvalidInputError) return edgeOfAnyone;
    throw error;
  }
  return wideEdge(bins, moneyEach * seen);
}
