import type { RecordBatch } from 'apache-arrow';

import { blockSchema } from '../blockwise/columns/block-schema.js';
import { RowFaults } from '../blockwise/faults/row-faults.js';
import { scoringColumns } from '../blockwise/columns/scoring-columns.js';
import { type Appraisal, type HeldOut, prepareAppraisal } from '../engine/policy/appraise.js';
import type { Scorer } from '../engine/policy/scorer.js';
import { BatchReader } from './read-batch.js';

/** Appraises the batches of one stream. */
export interface BatchAppraiser {
  /** The columns that are read. */
  reads: readonly string[];
  /**
   * @param first the rows before the batch.
   * @param heldOut what is known of some of its rows from models that have not seen their outcomes.
   * @throws InvalidInputError with every fault of the batch, rows counted over the whole stream.
   */
  appraise(batch: RecordBatch, first: number, heldOut?: HeldOut): Promise<Appraisal>;
}

/** Appraises batches as a run would: what is said of a customer does not depend on the batch. */
export async function batchAppraiser(scorer: Scorer): Promise<BatchAppraiser> {
  const reads = scoringColumns(scorer);
  const schema = blockSchema(scorer.schema, reads);
  const reader = new BatchReader();
  const appraise = await prepareAppraisal(scorer);
  return {
    reads,
    async appraise(batch, first, heldOut) {
      const faults = new RowFaults();
      const appraisal = await faults.gather(first, () =>
        appraise('the stream', reader.read(batch, reads), schema, heldOut),
      );
      faults.throwIfAny();
      return appraisal!;
    },
  };
}

/** What is said of no customers. */
export function emptyAppraisal({ offers }: Scorer): Appraisal {
  const none = new Float64Array();
  return {
    segment: new Int32Array(),
    pChurn: none,
    clv: none,
    values: { customers: 0, offers, pStay: none, cost: none, value: none, gain: none },
    choices: { customers: 0, offers: offers.length, gain: none, cost: none },
  };
}
