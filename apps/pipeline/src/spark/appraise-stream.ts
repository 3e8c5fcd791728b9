import { writeFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';

import type { RecordBatch } from 'apache-arrow';
import { binChoices, emptyBins } from '@clv/prescribe';

import type { HeldOut } from '../engine/appraise.js';
import type { Scorer } from '../engine/scorer.js';
import { batchAppraiser, emptyAppraisal } from '../stream/appraise-batches.js';
import { mapStream } from '../stream/map-stream.js';
import { toAppraisedBatch } from './appraised-batch.js';
import { returnsBytes } from './return-bins-file.js';

/** The column that holds what cross-fitted models say of those whose outcome the models have seen; null for all others. */
const heldOutColumn = '__clv_held_out';

/**
 * Appraises the customers of a partition, batch by batch, and adds up what upgrades of each marginal return cost and gain.
 *
 * @param returns the file to write those sums to, once all customers have come.
 * @throws InvalidInputError with every fault of the first batch that has any, rows counted over the partition.
 */
export async function appraiseStream(
  scorer: Scorer,
  returns: string,
  input: Readable,
  output: Writable,
): Promise<void> {
  const { reads, appraise } = await batchAppraiser(scorer);
  const bins = emptyBins();
  await mapStream(input, output, {
    reads,
    async answer(batch, first) {
      const appraisal = await appraise(batch, first, heldOutIn(batch));
      binChoices(bins, appraisal.choices);
      return { rows: batch.numRows, columns: toAppraisedBatch(scorer, appraisal) };
    },
    nothing: () => toAppraisedBatch(scorer, emptyAppraisal(scorer)),
  });
  await writeFile(returns, returnsBytes(bins));
}

function heldOutIn(batch: RecordBatch): HeldOut | undefined {
  const column = batch.getChild(heldOutColumn);
  if (column === null) return undefined;
  const known = Int32Array.from({ length: batch.numRows }, (_, row) => row).filter(
    (row) => column.get(row) !== null,
  );
  return { rows: known, pChurn: Float64Array.from(known, (row) => column.get(row) as number) };
}
