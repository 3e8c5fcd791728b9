import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

import { type BudgetEdge, binChoices, chooseByEdge, emptyBins, nearEdge } from '@clv/prescribe';

import { decided } from '../../engine/policy/decided.js';
import { PolicyTotals } from '../../engine/policy/policy-totals.js';
import type { Scorer } from '../../engine/policy/scorer.js';
import { batchAppraiser, emptyAppraisal } from '../../stream/appraise-batches.js';
import { mapStream } from '../../stream/map-stream.js';
import { type Appraised, toAppraisedBatch } from '../batches/appraised-batch.js';
import { heldOutIn } from '../batches/held-out.js';
import { returnsBytes } from '../batches/return-bins-batch.js';
import { requiredId } from '../required-id.js';
import { writeFile } from '../../files/write-file.js';

/** Nobody near the edge was settled yet. */
const noExceptions: ReadonlyMap<number, number> = new Map();

/**
 * Appraises the customers of a partition, batch by batch, and decides for all but those near an edge that covers that of the
 * budget: what they get is left open. Once all have come, it leaves in a folder what upgrades of each marginal return cost
 * and gain together, `returns.arrow`, and what the policy comes to among those decided for, `share.json`.
 *
 * @throws InvalidInputError with every fault of the first batch that has any, rows counted over the partition.
 */
export async function appraiseStream(
  scorer: Scorer,
  folder: string,
  edge: BudgetEdge,
  input: Readable,
  output: Writable,
): Promise<void> {
  const { reads, appraise } = await batchAppraiser(scorer);
  const bins = emptyBins();
  const totals = new PolicyTotals(scorer.segments.names, scorer.offers);
  const columnsOf = (appraised: Appraised) => {
    const upgrades = binChoices(bins, appraised.choices);
    const open = new Int32Array(appraised.segment.length);
    for (const row of nearEdge(upgrades, edge)) open[row] = 1;
    const customers = decided(scorer, appraised, chooseByEdge(upgrades, edge, noExceptions));
    totals.add(customers, (row) => open[row] === 0);
    return toAppraisedBatch(scorer, appraised, customers, open);
  };
  await mapStream(input, output, {
    reads: [requiredId(scorer), ...reads],
    async answer(batch, first) {
      return { rows: batch.numRows, columns: columnsOf(await appraise(batch, first, heldOutIn(batch))) };
    },
    nothing: () => columnsOf(emptyAppraisal(scorer)),
  });
  await writeFile(join(folder, 'returns.arrow'), returnsBytes(bins));
  await writeFile(join(folder, 'share.json'), JSON.stringify(totals.sums()));
}
