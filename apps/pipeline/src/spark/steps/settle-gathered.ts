import {
  type BudgetEdge,
  type Choices,
  type ReturnBins,
  budgetEdge,
  covers,
  edgeAbove,
  settleAtEdge,
} from '@clv/prescribe';
import type { RecordBatch } from 'apache-arrow';

import { type KnownChoices, readChoicesBatch } from '../batches/choices-batch.js';
import type { SparkSettlement } from '../documents/settlement.js';

/**
 * Settles the last money of a budget among the customers whom all partitions have gathered. Ties go to the lesser id, so
 * that the outcome does not depend on how customers are partitioned.
 *
 * @param bins of all customers.
 * @param reach near which customers were gathered, as `gatherStream` passes them on; it covers the edge of the budget.
 * @param budget in money; undefined is unlimited.
 */
export async function settleGathered(
  offers: number,
  bins: ReturnBins,
  reach: BudgetEdge,
  gathered: AsyncIterable<RecordBatch>,
  budget?: number,
): Promise<SparkSettlement> {
  const { ids, choices } = await inOrderOfIds(offers, gathered);
  for (let edge = budgetEdge(bins, budget); covers(reach, edge); edge = edgeAbove(bins, edge)) {
    const settled = settleAtEdge(choices, bins, edge, budget);
    if (settled === undefined) continue;
    const { exceptions, ...money } = settled;
    return { edge, ...money, exceptions: Array.from(exceptions, ([place, offer]) => [ids[place], offer]) };
  }
  throw new RangeError('the sums of the partitions do not tell where the budget ends');
}

async function inOrderOfIds(offers: number, batches: AsyncIterable<RecordBatch>): Promise<KnownChoices> {
  const ids: string[] = [];
  const parts: Choices[] = [];
  for await (const batch of batches) {
    const part = readChoicesBatch(batch, offers);
    for (const id of part.ids) ids.push(id);
    parts.push(part.choices);
  }
  const order = Int32Array.from(ids.keys()).sort((one, other) => (ids[one] < ids[other] ? -1 : 1));
  return { ids: Array.from(order, (at) => ids[at]), choices: joined(parts, order, offers) };
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
