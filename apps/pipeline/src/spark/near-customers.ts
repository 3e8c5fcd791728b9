import { type BudgetEdge, type Upgrades, nearEdge } from '@clv/prescribe';
import type { RecordBatch } from 'apache-arrow';

import type { Scorer } from '../engine/scorer.js';
import { emptyAppraisal } from '../stream/appraise-batches.js';
import type { OutgoingBatch } from '../stream/map-stream.js';
import { textsData } from '../stream/write-batches.js';
import { type Appraised, takeAppraised, toAppraisedBatch } from './appraised-batch.js';
import { idReader } from './id-text.js';
import { requiredId } from './required-id.js';

/** Those customers of a batch who are near an edge: their ids, and what was appraised of them. */
export function nearCustomers(
  scorer: Scorer,
  batch: RecordBatch,
  appraised: Appraised,
  upgrades: Upgrades,
  edge: BudgetEdge,
): OutgoingBatch {
  const near = nearEdge(upgrades, edge);
  const ids = Array.from(near, idReader(batch, requiredId(scorer)));
  return withIds(scorer, ids, takeAppraised(appraised, near));
}

/** Nobody, in the same columns. */
export const nobodyNear = (scorer: Scorer): OutgoingBatch => withIds(scorer, [], emptyAppraisal(scorer));

const withIds = (scorer: Scorer, ids: readonly string[], appraised: Appraised): OutgoingBatch => ({
  rows: ids.length,
  columns: [{ name: requiredId(scorer), data: textsData(ids) }, ...toAppraisedBatch(scorer, appraised)],
});
