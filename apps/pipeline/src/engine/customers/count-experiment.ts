import { formatCount } from '@clv/charts';
import type { Schema } from '@clv/table';
import {
  type ExperimentCounts,
  type LogColumns,
  type LogRows,
  attritionNotices,
  faultsOfCounts,
  findLogRows,
} from '@clv/uplift';

import type { Columns } from '../../block/block.js';
import { asSentence } from '../../wording/as-sentence.js';
import { refuseFaults } from '../../faults/refuse-faults.js';
import { offerLabels } from './offer-labels.js';

/** The columns of an experiment's log; undefined where the input has none. */
export function logColumns({ roles, decimal }: Schema): LogColumns | undefined {
  const { offer, outcome } = roles;
  return offer === undefined || outcome === undefined ? undefined : { offer, outcome, decimal };
}

/** Who took part in the input's experiment, and of whom the outcome is known; undefined where the input has none. */
export function findExperiment(columns: Columns, schema: Schema): LogRows | undefined {
  const log = logColumns(schema);
  return log && findLogRows(columns, log);
}

/** @throws InvalidInputError where too few outcomes are known to learn from, by arm; `name` says of what. */
export function assertLearnable(name: string, counts: ExperimentCounts | undefined, schema: Schema): void {
  const log = logColumns(schema);
  if (log === undefined || counts === undefined) return;
  refuseFaults(name, faultsOfCounts(counts, log));
}

/** What is to be said of those whom effects are not learned from, before they are. */
export const experimentNotices = (
  counts: ExperimentCounts | undefined,
  offers: readonly { id: string; label?: string }[],
): string[] =>
  counts === undefined ? [] : attritionNotices(counts, 'none', offerLabels(offers)).map(asSentence);

/** A word on those whose outcome is not known, for the line that tells of a check. */
export function unknownOutcomes(counts: ExperimentCounts | undefined): string {
  const unknown = counts?.arms.reduce((sum, { customers, known }) => sum + customers - known, 0) ?? 0;
  return unknown === 0 ? '' : `; ${formatCount(unknown)} of the experiment without an outcome`;
}
