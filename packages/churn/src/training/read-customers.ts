import { InvalidInputError, type FeatureMatrix } from '@clv/contracts';
import { encodeFeatures, readLabels, type Encoding, type Schema, type TableLike } from '@clv/table';
import { checkClasses } from '../checks/check-classes.js';
import { checkFeatures } from '../checks/check-features.js';
import { findLeakage } from '../checks/leakage.js';
import type { ResolvedOptions } from '../options.js';
import { stratifiedFolds } from '../rows/stratified-folds.js';
import { timeOrderedFolds } from '../rows/time-ordered-folds.js';
import { strangeTenures } from '../survival/longest-life.js';

/** A labelled table, found fit to learn from. */
export interface LabelledCustomers {
  matrix: FeatureMatrix;
  encoding: Encoding;
  /** 1 churned, 0 stayed, -1 not known. */
  labels: Int8Array;
  /** -1 where the label is not known. */
  foldOf: Int8Array;
  /** Where folds are spans of time: whether customers of the latest time are in earlier ones too. */
  isLatestCut: boolean;
  warnings: string[];
}

/** @throws InvalidInputError where a table is not fit to learn from. */
export function readCustomers(
  table: TableLike,
  schema: Schema,
  { folds, seed, strict, timeColumn }: ResolvedOptions,
): LabelledCustomers {
  const labels = readLabels(table, schema);
  checkClasses(labels, schema.roles.label!);
  const encoded = encodeFeatures(table, schema);
  checkFeatures(table, encoded);
  const leaks = findLeakage(table, encoded, labels, seed);
  if (strict && leaks.length > 0) throw new InvalidInputError(leaks);
  const { foldOf, isLatestCut } =
    timeColumn === undefined
      ? { foldOf: stratifiedFolds(labels, folds, seed), isLatestCut: false }
      : timeOrderedFolds(table, schema, timeColumn, labels, folds);
  return {
    matrix: encoded.matrix,
    encoding: encoded.encoding,
    labels,
    foldOf,
    isLatestCut,
    warnings: [...leaks.map(({ message }) => message), ...strangeTenures(table, schema)],
  };
}
