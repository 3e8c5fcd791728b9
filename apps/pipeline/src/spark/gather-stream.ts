import type { Readable, Writable } from 'node:stream';

import { type BudgetEdge, findUpgrades } from '@clv/prescribe';

import type { Scorer } from '../engine/scorer.js';
import { mapStream } from '../stream/map-stream.js';
import { appraisedColumns, readAppraisedBatch } from './appraised-batch.js';
import { nearCustomers, nobodyNear } from './near-customers.js';
import { requiredId } from './required-id.js';

/** Passes on those appraised customers for whom the last money of the budget may matter. */
export async function gatherStream(
  scorer: Scorer,
  edge: BudgetEdge,
  input: Readable,
  output: Writable,
): Promise<void> {
  await mapStream(input, output, {
    reads: [requiredId(scorer), ...appraisedColumns(scorer)],
    answer(batch) {
      const appraised = readAppraisedBatch(scorer, batch);
      return nearCustomers(scorer, batch, appraised, findUpgrades(appraised.choices), edge);
    },
    nothing: () => nobodyNear(scorer).columns,
  });
}
