import type { FeatureMatrix } from '@clv/contracts';
import { encodedColumns, type EncodedColumn } from '../encoded-columns.js';
import type { Encoding } from '@clv/table';
import { everyRow, spreadOver } from '../rows.js';
import { groupOf, groupValues, type ValueGroups } from '../value-groups.js';

/** How the values of a column lay when a model was fitted: counts and edges, no customer's cell. */
export interface Distribution extends ValueGroups {
  column: string;
  /** Customers in each group; group 0 is of missing values. */
  customers: number[];
}

/** What later tables are compared with. */
export interface Reference {
  columns: Distribution[];
  /** Of the held-out probabilities. */
  score: Distribution;
}

/** Tenths of so many customers are tenths of all; the customers in each are counted over all of them. */
const enoughForEdges = 100_000;

/** Numbers and probabilities are compared by tenths. */
const tenths = 10;

export const scoreColumn: EncodedColumn = {
  name: 'p_churn',
  encoding: { column: 'p_churn', kind: 'number' },
  start: 0,
  end: 1,
};

export function scoreMatrix(probabilities: ArrayLike<number>): FeatureMatrix {
  return { data: Float32Array.from(probabilities), rows: probabilities.length, columns: 1 };
}

export function referenceOf(
  matrix: FeatureMatrix,
  encoding: Encoding,
  probabilities: ArrayLike<number>,
): Reference {
  return {
    columns: encodedColumns(encoding).map((column) => distributionOf(matrix, column)),
    score: distributionOf(scoreMatrix(probabilities), scoreColumn),
  };
}

function distributionOf(matrix: FeatureMatrix, column: EncodedColumn): Distribution {
  const groups = groupValues(matrix, column, spreadOver(everyRow(matrix.rows), enoughForEdges), tenths);
  return { column: column.name, ...groups, customers: countGroups(groups, matrix, column) };
}

export function countGroups(groups: ValueGroups, matrix: FeatureMatrix, column: EncodedColumn): number[] {
  const customers = Array<number>(groups.count).fill(0);
  for (let row = 0; row < matrix.rows; row++) customers[groupOf(groups, matrix, column, row)]++;
  return customers;
}
