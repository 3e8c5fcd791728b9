import { writeFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';

import { type BudgetEdge, chooseByEdge, gatherAtEdge } from '@clv/prescribe';
import { Utf8, vectorFromArray } from 'apache-arrow';

import { decided } from '../engine/decided.js';
import { PolicyTotals } from '../engine/policy-totals.js';
import type { Scorer } from '../engine/scorer.js';
import { emptyAppraisal } from '../stream/appraise-batches.js';
import { mapStream } from '../stream/map-stream.js';
import type { BatchColumn } from '../stream/write-batches.js';
import {
  type Appraised,
  appraisedColumns,
  readAppraisedBatch,
  takeAppraised,
  toAppraisedBatch,
} from './appraised-batch.js';
import type { GatheredShare } from './gathered-share.js';
import { idReader } from './id-text.js';
import { requiredId } from './required-id.js';

/**
 * Passes on those appraised customers for whom the last money of the budget may matter, by their ids, and adds up the
 * others, whose offers are decided.
 *
 * @param share the file to write those sums to, once all customers have come; see `GatheredShare`.
 */
export async function gatherStream(
  scorer: Scorer,
  edge: BudgetEdge,
  share: string,
  input: Readable,
  output: Writable,
): Promise<void> {
  const id = requiredId(scorer);
  const totals = new PolicyTotals(scorer.segments.names, scorer.offers);
  const shares: Pick<GatheredShare, 'spent' | 'gain'>[] = [];
  const withIds = (ids: readonly string[], appraised: Appraised): BatchColumn[] => [
    { name: 'id', data: vectorFromArray(ids, new Utf8()).data[0] },
    ...toAppraisedBatch(scorer, appraised),
  ];
  await mapStream(input, output, {
    reads: [id, ...appraisedColumns(scorer)],
    answer(batch) {
      const appraised = readAppraisedBatch(scorer, batch);
      const { atEdge, ...others } = gatherAtEdge(appraised.choices, edge);
      shares.push(others);
      const near = new Set(atEdge);
      const choice = chooseByEdge(appraised.choices, edge, new Map());
      totals.add(decided(scorer, appraised, choice), (row) => !near.has(row));
      const idOf = idReader(batch, id);
      return {
        rows: atEdge.length,
        columns: withIds(Array.from(atEdge, idOf), takeAppraised(appraised, atEdge)),
      };
    },
    nothing: () => withIds([], emptyAppraisal(scorer)),
  });
  const all = { spent: 0, gain: 0 };
  for (const { spent, gain } of shares) {
    all.spent += spent;
    all.gain += gain;
  }
  const gathered: GatheredShare = { ...all, sums: totals.sums() };
  await writeFile(share, JSON.stringify(gathered));
}
