import type { FeatureMatrix } from '@clv/contracts';
import type { Encoding } from '@clv/table';
import { columnsApart } from '../columns/columns-apart.js';
import { encodedColumns, type EncodedColumn } from '../columns/encoded-columns.js';
import { groupReader, groupValues, type CountedGroups, type ValueGroups } from '../columns/value-groups.js';
import { everyRow, spreadOver } from '../rows/select-rows.js';

/** How the values of a column lay when a model was fitted: counts and edges, no customer's cell. */
export interface Distribution extends CountedGroups {
  column: string;
  /** Customers in each group, of 100,000 at most; group 0 is of missing values. */
  customers: number[];
}

/** What later tables are compared with. */
export interface Reference {
  columns: Distribution[];
  /** Of the held-out probabilities. */
  score: Distribution;
}

/** This many customers, evenly spread, represent all: by chance their index differs from that of all by less than a thousandth. */
const enough = 100_000;

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
  const [score] = distributionsOf(scoreMatrix(probabilities), [scoreColumn]);
  return { columns: distributionsOf(matrix, encodedColumns(encoding)), score };
}

function distributionsOf(matrix: FeatureMatrix, columns: EncodedColumn[]): Distribution[] {
  const some = spreadOver(everyRow(matrix.rows), enough);
  return columnsApart(matrix, columns, some).map((apart) => ({
    column: apart.column.name,
    ...groupValues(apart.matrix, apart.column, tenths),
  }));
}

/** Rows that a cache holds while each column passes over them. */
const blockRows = 2048;

/** How many customers each column has in each of its groups. */
export function countGroups(
  groups: readonly ValueGroups[],
  matrix: FeatureMatrix,
  columns: readonly EncodedColumn[],
): number[][] {
  const readers = columns.map((column, i) => groupReader(groups[i], matrix, column));
  const counts = groups.map(({ count }) => Array<number>(count).fill(0));
  for (let from = 0; from < matrix.rows; from += blockRows) {
    const to = Math.min(from + blockRows, matrix.rows);
    readers.forEach((groupOf, i) => {
      const customers = counts[i];
      for (let row = from; row < to; row++) customers[groupOf(row)]++;
    });
  }
  return counts;
}
