import type { Readable, Writable } from 'node:stream';

import { chooseByEdge, findUpgrades, nearEdge } from '@clv/prescribe';

import { decided } from '../../engine/policy/decided.js';
import { PolicyTotals } from '../../engine/policy/policy-totals.js';
import type { Decided } from '../../engine/policy/prescribed-customers.js';
import type { Scorer } from '../../engine/policy/scorer.js';
import { decisionColumns } from '../../run-folder/results/result-table.js';
import { emptyAppraisal } from '../../stream/appraise-batches.js';
import { mapStream } from '../../stream/map-stream.js';
import { type BatchColumn, namedColumns } from '../../stream/write-batches.js';
import { appraisedColumns, readAppraisedBatch } from '../batches/appraised-batch.js';
import { idReader } from '../batches/id-reader.js';
import type { SparkSettlement } from '../documents/settlement.js';
import { requiredId } from '../required-id.js';
import { writeFile } from '../../files/write-file.js';

/**
 * Says of appraised customers what was decided, batch by batch, in the columns of the results.
 *
 * @param share the file to write to what the policy comes to among them, once all have come; see `PolicySums`.
 */
export async function decideStream(
  scorer: Scorer,
  { edge, exceptions }: Pick<SparkSettlement, 'edge' | 'exceptions'>,
  share: string,
  input: Readable,
  output: Writable,
): Promise<void> {
  const id = requiredId(scorer);
  const settled = new Map(exceptions);
  /** Only those near the edge are looked up by their id. */
  const exceptionsAmong = (near: Int32Array, idOf: (row: number) => string) => {
    const own = new Map<number, number>();
    for (const row of near) {
      const offer = settled.get(idOf(row));
      if (offer !== undefined) own.set(row, offer);
    }
    return own;
  };
  const totals = new PolicyTotals(scorer.segments.names, scorer.offers);
  await mapStream(input, output, {
    reads: [id, ...appraisedColumns(scorer)],
    answer(batch) {
      const appraised = readAppraisedBatch(scorer, batch);
      const upgrades = findUpgrades(appraised.choices);
      const own = exceptionsAmong(nearEdge(upgrades, edge), idReader(batch, id));
      const customers = decided(scorer, appraised, chooseByEdge(upgrades, edge, own));
      totals.add(customers);
      return { rows: batch.numRows, columns: resultsOf(customers) };
    },
    nothing: () => noResults(scorer),
  });
  await writeFile(share, JSON.stringify(totals.sums()));
}

const resultsOf = (customers: Decided): BatchColumn[] => namedColumns(decisionColumns(customers));

/** The columns of the results, of nobody. */
export const noResults = (scorer: Scorer): BatchColumn[] =>
  resultsOf(decided(scorer, emptyAppraisal(scorer), new Int32Array()));
