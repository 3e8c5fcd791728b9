import type { Readable, Writable } from 'node:stream';

import { type BudgetEdge, findUpgrades, nearEdge } from '@clv/prescribe';

import type { Scorer } from '../../engine/policy/scorer.js';
import { emptyAppraisal } from '../../stream/appraise-batches.js';
import { mapStream } from '../../stream/map-stream.js';
import { appraisedColumns, readAppraisedBatch } from '../batches/appraised-batch.js';
import { toChoicesBatch } from '../batches/choices-batch.js';
import { idReader } from '../batches/id-reader.js';
import { requiredId } from '../required-id.js';

/** Of appraised customers, passes on the choices of those for whom the last money of the budget may matter. */
export async function gatherStream(
  scorer: Scorer,
  edge: BudgetEdge,
  input: Readable,
  output: Writable,
): Promise<void> {
  const id = requiredId(scorer);
  await mapStream(input, output, {
    reads: [id, ...appraisedColumns(scorer)],
    answer(batch) {
      const { choices } = readAppraisedBatch(scorer, batch);
      const near = nearEdge(findUpgrades(choices), edge);
      return toChoicesBatch(Array.from(near, idReader(batch, id)), choices, near);
    },
    nothing: () => toChoicesBatch([], emptyAppraisal(scorer).choices, new Int32Array()).columns,
  });
}
