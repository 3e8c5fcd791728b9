import type { Readable, Writable } from 'node:stream';

import { type Choices, chooseByEdge, gatherAtEdge } from '@clv/prescribe';

import { decided } from '../engine/decided.js';
import type { Scorer } from '../engine/scorer.js';
import { decisionColumns } from '../run-folder/result-table.js';
import { emptyAppraisal } from '../stream/appraise-batches.js';
import { mapStream } from '../stream/map-stream.js';
import { type BatchColumn, namedColumns } from '../stream/write-batches.js';
import { type Appraised, appraisedColumns, readAppraisedBatch } from './appraised-batch.js';
import { idReader } from './id-text.js';
import { requiredId } from './required-id.js';
import type { SparkSettlement } from './settlement.js';

/** Says of appraised customers what was decided, batch by batch, in the columns of the results. */
export async function decideStream(
  scorer: Scorer,
  { edge, exceptions }: Pick<SparkSettlement, 'edge' | 'exceptions'>,
  input: Readable,
  output: Writable,
): Promise<void> {
  const id = requiredId(scorer);
  const settled = new Map(exceptions);
  /** Only those near the edge are looked up by their id. */
  const exceptionsAmong = (choices: Choices, idOf: (row: number) => string) => {
    const own = new Map<number, number>();
    for (const row of gatherAtEdge(choices, edge).atEdge) {
      const offer = settled.get(idOf(row));
      if (offer !== undefined) own.set(row, offer);
    }
    return own;
  };
  await mapStream(input, output, {
    reads: [id, ...appraisedColumns(scorer)],
    answer(batch) {
      const appraised = readAppraisedBatch(scorer, batch);
      const own = exceptionsAmong(appraised.choices, idReader(batch, id));
      const choice = chooseByEdge(appraised.choices, edge, own);
      return { rows: batch.numRows, columns: resultsOf(scorer, appraised, choice) };
    },
    nothing: () => noResults(scorer),
  });
}

const resultsOf = (scorer: Scorer, appraised: Appraised, choice: Int32Array): BatchColumn[] =>
  namedColumns(decisionColumns(decided(scorer, appraised, choice)));

/** The columns of the results, of nobody. */
export const noResults = (scorer: Scorer): BatchColumn[] =>
  resultsOf(scorer, emptyAppraisal(scorer), new Int32Array());
