import { type BudgetEdge, type Choices, type ReturnBins, settleAtEdge } from '@clv/prescribe';
import type { RecordBatch } from 'apache-arrow';

import type { Scorer } from '../engine/scorer.js';
import { readAppraisedBatch } from './appraised-batch.js';
import { idReader } from './id-text.js';
import { requiredId } from './required-id.js';
import type { SparkSettlement } from './settlement.js';

/**
 * Settles the last money of a budget among the customers whom all partitions have gathered. Ties go to the lesser id, so
 * that the outcome does not hang on how customers are partitioned.
 *
 * @param bins of all customers.
 * @param gathered customers near the edge, as `gatherStream` passes them on.
 * @param budget in money; undefined is unlimited.
 * @returns undefined where the edge lies higher: gather again at the one above.
 */
export async function settleGathered(
  scorer: Scorer,
  bins: ReturnBins,
  edge: BudgetEdge,
  gathered: AsyncIterable<RecordBatch>,
  budget?: number,
): Promise<SparkSettlement | undefined> {
  const { ids, choices } = await inOrderOfIds(scorer, gathered);
  const settled = settleAtEdge(choices, bins, edge, budget);
  if (settled === undefined) return undefined;
  const { exceptions, ...money } = settled;
  return { edge, ...money, exceptions: Array.from(exceptions, ([place, offer]) => [ids[place], offer]) };
}

async function inOrderOfIds(
  scorer: Scorer,
  batches: AsyncIterable<RecordBatch>,
): Promise<{ ids: string[]; choices: Choices }> {
  const ids: string[] = [];
  const parts: Choices[] = [];
  for await (const batch of batches) {
    const idOf = idReader(batch, requiredId(scorer));
    for (let row = 0; row < batch.numRows; row++) ids.push(idOf(row));
    parts.push(readAppraisedBatch(scorer, batch).choices);
  }
  const order = Int32Array.from(ids.keys()).sort((one, other) => (ids[one] < ids[other] ? -1 : 1));
  return { ids: Array.from(order, (at) => ids[at]), choices: joined(parts, order, scorer.offers.length) };
}

/** The customers of all parts in the given order of their numbers. */
function joined(parts: readonly Choices[], order: Int32Array, offers: number): Choices {
  const placeOf = new Int32Array(order.length);
  order.forEach((at, place) => (placeOf[at] = place));
  const matrix = (read: (part: Choices) => Float64Array) => {
    const all = new Float64Array(order.length * offers);
    let at = 0;
    for (const part of parts) {
      const own = read(part);
      for (let from = 0; from < own.length; at++)
        for (let to = placeOf[at] * offers, end = to + offers; to < end;) all[to++] = own[from++];
    }
    return all;
  };
  return {
    customers: order.length,
    offers,
    gain: matrix(({ gain }) => gain),
    cost: matrix(({ cost }) => cost),
  };
}
