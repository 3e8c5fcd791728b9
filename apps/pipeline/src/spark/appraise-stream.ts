import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

import type { RecordBatch } from 'apache-arrow';
import { binChoices, emptyBins } from '@clv/prescribe';

import type { HeldOut } from '../engine/appraise.js';
import type { Scorer } from '../engine/scorer.js';
import { batchAppraiser, emptyAppraisal } from '../stream/appraise-batches.js';
import { mapStream } from '../stream/map-stream.js';
import { toAppraisedBatch } from './appraised-batch.js';
import { LikelyNear } from './likely-near.js';
import { requiredId } from './required-id.js';
import { returnsBytes } from './return-bins-file.js';

/** The column that holds what cross-fitted models say of those whose outcome the models have seen; null for all others. */
const heldOutColumn = '__clv_held_out';

/**
 * Appraises the customers of a partition, batch by batch. Once all have come, it leaves in a folder what upgrades of each
 * marginal return cost and gain together, `returns.arrow`, who is likely to be near the edge of the budget, `near.arrow`, and
 * the wide edge that they are near, `wide.json`.
 *
 * @param moneyEach what there is to spend for each customer (default: no limit).
 * @throws InvalidInputError with every fault of the first batch that has any, rows counted over the partition.
 */
export async function appraiseStream(
  scorer: Scorer,
  folder: string,
  moneyEach: number | undefined,
  input: Readable,
  output: Writable,
): Promise<void> {
  const { reads, appraise } = await batchAppraiser(scorer);
  const bins = emptyBins();
  const likely = new LikelyNear(scorer, bins, moneyEach);
  await mapStream(input, output, {
    reads: [requiredId(scorer), ...reads],
    async answer(batch, first) {
      const appraised = await appraise(batch, first, heldOutIn(batch));
      likely.add({ batch, appraised, upgrades: binChoices(bins, appraised.choices) });
      return { rows: batch.numRows, columns: toAppraisedBatch(scorer, appraised) };
    },
    nothing: () => toAppraisedBatch(scorer, emptyAppraisal(scorer)),
  });
  const { edge, near } = likely.end();
  await writeFile(join(folder, 'returns.arrow'), returnsBytes(bins));
  await writeFile(join(folder, 'near.arrow'), near);
  await writeFile(join(folder, 'wide.json'), JSON.stringify(edge));
}

function heldOutIn(batch: RecordBatch): HeldOut | undefined {
  const column = batch.getChild(heldOutColumn);
  if (column === null) return undefined;
  const known = Int32Array.from({ length: batch.numRows }, (_, row) => row).filter(
    (row) => column.get(row) !== null,
  );
  return { rows: known, pChurn: Float64Array.from(known, (row) => column.get(row) as number) };
}
