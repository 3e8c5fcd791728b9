import { type BudgetEdge, chooseByEdge, settleAtEdge } from '@clv/prescribe';
import type { RecordBatch } from 'apache-arrow';

import { decided } from '../engine/decided.js';
import { PolicyTotals } from '../engine/policy-totals.js';
import type { Scorer } from '../engine/scorer.js';
import { type Appraised, readAppraisedBatch } from './appraised-batch.js';
import type { GatheredShare } from './gathered-share.js';
import { idReader } from './id-text.js';
import type { SparkSettlement } from './settlement.js';

/**
 * Settles the last money of a budget among the customers whom all partitions have gathered. Ties go to the lesser id, so
 * that the outcome does not hang on how customers are partitioned.
 *
 * @param gathered customers near the edge, as `gatherStream` passes them on.
 * @param budget in money; undefined is unlimited.
 * @returns undefined where the edge lies higher: gather again at the one above.
 */
export async function settleGathered(
  scorer: Scorer,
  edge: BudgetEdge,
  shares: readonly GatheredShare[],
  gathered: AsyncIterable<RecordBatch>,
  budget?: number,
): Promise<SparkSettlement | undefined> {
  const { ids, appraised } = await inOrderOfIds(scorer, gathered);
  const settled = settleAtEdge(appraised.choices, shares, edge, budget);
  if (settled === undefined) return undefined;
  const { exceptions, ...money } = settled;
  const totals = new PolicyTotals(scorer.segments.names, scorer.offers);
  for (const { sums } of shares) totals.addSums(sums);
  totals.add(decided(scorer, appraised, chooseByEdge(appraised.choices, edge, exceptions)));
  return {
    edge,
    ...money,
    exceptions: Array.from(exceptions, ([place, offer]) => [ids[place], offer]),
    figures: totals.figures(),
  };
}

async function inOrderOfIds(
  scorer: Scorer,
  batches: AsyncIterable<RecordBatch>,
): Promise<{ ids: string[]; appraised: Appraised }> {
  const ids: string[] = [];
  const parts: Appraised[] = [];
  for await (const batch of batches) {
    const idOf = idReader(batch, 'id');
    for (let row = 0; row < batch.numRows; row++) ids.push(idOf(row));
    parts.push(readAppraisedBatch(scorer, batch));
  }
  const order = Int32Array.from(ids.keys()).sort((one, other) => (ids[one] < ids[other] ? -1 : 1));
  return { ids: Array.from(order, (at) => ids[at]), appraised: joined(parts, order, scorer.offers.length) };
}

/** The customers of all parts in the given order of their numbers. */
function joined(parts: readonly Appraised[], order: Int32Array, offers: number): Appraised {
  const customers = order.length;
  const placeOf = new Int32Array(customers);
  order.forEach((at, place) => (placeOf[at] = place));
  const numbers = (read: (part: Appraised) => Float64Array, width: number) => {
    const all = new Float64Array(customers * width);
    let at = 0;
    for (const part of parts) {
      const own = read(part);
      for (let from = 0; from < own.length; from += width)
        all.set(own.subarray(from, from + width), placeOf[at++] * width);
    }
    return all;
  };
  return {
    segment: Int32Array.from(numbers(({ segment }) => Float64Array.from(segment), 1)),
    pChurn: numbers(({ pChurn }) => pChurn, 1),
    clv: numbers(({ clv }) => clv, 1),
    values: {
      value: numbers(({ values }) => values.value, offers),
      cost: numbers(({ values }) => values.cost, offers),
      gain: numbers(({ values }) => values.gain, offers),
    },
    choices: {
      customers,
      offers,
      gain: numbers(({ choices }) => choices.gain, offers),
      cost: numbers(({ choices }) => choices.cost, offers),
    },
  };
}
