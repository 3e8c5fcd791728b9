import { InvalidInputError } from '@clv/contracts';
import { type DataType, Float64, Int32, Utf8 } from 'apache-arrow';

import { askedColumns, scoringColumns } from '../../blockwise/columns/scoring-columns.js';
import { faultsOfNames } from '../../engine/customers/result-columns.js';
import { unknownColumns } from '../../engine/customers/unknown-columns.js';
import type { Scorer } from '../../engine/policy/scorer.js';
import { appraisedColumns } from '../batches/appraised-batch.js';
import { isBlankSql } from '../blank-sql.js';
import { requiredId } from '../required-id.js';
import { noResults } from './decide-stream.js';

/** What a job on Spark has to know of its table and of the models. */
export interface SparkPlan {
  /** The column of ids. */
  id: string;
  /** Faults of ids, as a condition of Spark's SQL. */
  blank_id: string;
  /** The columns that the models and the money are made from. */
  reads: string[];
  /** The columns in which appraisals travel. */
  appraised: string[];
  /** What the results add to the table's own columns: name and type of Spark's SQL. */
  results: [name: string, type: string][];
  /** Whether effects were learned from an experiment. */
  learned_effects: boolean;
  /** Whose outcome is not known yet, as a condition; null where the table has no outcomes. */
  current: string | null;
}

/**
 * Plans a job over a table.
 *
 * @param columns of the table.
 * @throws InvalidInputError with every one that it lacks, and those that have the name of a result.
 */
export function planJob(scorer: Scorer, columns: readonly string[]): SparkPlan {
  const id = requiredId(scorer);
  const reads = scoringColumns(scorer);
  const faults = [
    ...unknownColumns(askedColumns(scorer), columns),
    ...faultsOfNames(columns, scorer.offers, id),
  ];
  if (faults.length > 0) throw new InvalidInputError(faults);
  const { label } = scorer.schema.roles;
  return {
    id,
    blank_id: isBlankSql(id),
    reads,
    appraised: appraisedColumns(scorer),
    results: noResults(scorer).map(({ name, data }) => [name, sqlType(data.type)]),
    learned_effects: scorer.uplift !== undefined,
    current: label !== undefined && columns.includes(label) ? isBlankSql(label) : null,
  };
}

function sqlType(type: DataType): string {
  if (type instanceof Float64) return 'double';
  if (type instanceof Int32) return 'int';
  if (type instanceof Utf8) return 'string';
  throw new TypeError(`no type of Spark's SQL for ${type}`);
}
