import type { Schema, TableLike } from '@clv/table';
import type { Calibration } from '../calibration/calibration.js';
import type { ChurnModel } from '../churn-model.js';
import { referenceOf } from '../drift/distribution.js';
import { evaluateChurn, type ChurnReport } from '../evaluate.js';
import type { ResolvedOptions } from '../options.js';
import { rowsWhere, selectValues } from '../rows/select-rows.js';
import { survivalOf } from '../survival/survival-of.js';
import { version } from '../version.js';
import { fingerprintOf } from './fingerprint.js';
import type { Learned } from './learn.js';
import type { LabelledCustomers } from './read-customers.js';

/** What a fit found out. */
export interface FitFindings {
  table: TableLike;
  schema: Schema;
  customers: LabelledCustomers;
  learned: Learned;
  calibration: Calibration;
  /** The rows that the model is judged by, and their held-out probabilities. */
  known: Uint32Array;
  probabilities: Float64Array;
  options: ResolvedOptions;
}

/** A model with everything that is reported about it. */
export async function describeModel({
  table,
  schema,
  customers: { matrix, encoding, labels, foldOf, isLatestCut, warnings },
  learned,
  calibration,
  known,
  probabilities,
  options,
}: FitFindings): Promise<ChurnModel> {
  const { folds, seed, timeColumn, judge } = options;
  const outcomes = selectValues(labels, known);
  const judged = judge(outcomes, probabilities);
  const survival = survivalOf(table, schema, { known, outcomes, probabilities }, options);
  const inTime = timeColumn !== undefined && folds > 1;
  const latest = inTime ? evaluateLatest() : undefined;
  const reference = referenceOf(matrix, encoding, probabilities);
  const fingerprint = fingerprintOf(matrix, labels);
  const report = await judged;
  return {
    format: 'clv-churn',
    version: 1,
    ...learned,
    folds,
    seed,
    encoding,
    calibration,
    report,
    ...(latest && { latest }),
    ...survival,
    warnings: [
      ...warnings,
      ...learned.warnings,
      ...(inTime && !latest ? [latestAlike] : []),
      ...(latest && isLatestCut ? [latestCut(folds)] : []),
    ],
    reference,
    fingerprint,
    madeBy: `@clv/churn ${version}`,
  };

  /** Undefined where all of the latest did the same, by which nobody can be judged. */
  function evaluateLatest(): ChurnReport | undefined {
    const rows = rowsWhere(known.length, (i) => foldOf[known[i]] === folds - 1);
    const became = selectValues(outcomes, rows);
    if (became.every((outcome) => outcome === became[0])) return undefined;
    return evaluateChurn(became, selectValues(probabilities, rows));
  }
}

const latestAlike =
  'The latest customers all did the same, so how well earlier customers predict them cannot be judged.';

const latestCut = (folds: number) =>
  `More customers share the latest time than the last of ${folds} folds holds: the models that predict these have seen others of that time, so that their figures may be too good. Fewer folds hold them all.`;
