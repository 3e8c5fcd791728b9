import { InvalidInputError, type Fault, type FeatureMatrix } from '@clv/contracts';
import type { Encoding } from '@clv/table';
import { encodedColumns } from '../encoded-columns.js';

/** @throws InvalidInputError where there is nothing to learn from, or a value is infinite; it names each column. */
export function checkFeatures(matrix: FeatureMatrix, encoding: Encoding): void {
  const faults = encodedColumns(encoding).flatMap(({ name, start, end }): Fault[] => {
    const at = firstInfinite(matrix, start, end);
    if (at === undefined) return [];
    const row = Math.floor(at / matrix.columns) + 1;
    const value = matrix.data[at];
    const message = `row ${row}, ${name}: features must be finite or blank: ${value}`;
    return [{ rule: 'not-finite', message, column: name, row, value }];
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
  if (matrix.data.every(Number.isNaN)) throw new InvalidInputError([noFeatures(encoding)]);
}

function firstInfinite(
  { data, rows, columns }: FeatureMatrix,
  start: number,
  end: number,
): number | undefined {
  for (let row = 0; row < rows; row++)
    for (let column = start; column < end; column++) {
      const value = Math.abs(data[row * columns + column]);
      if (value === Infinity) return row * columns + column;
    }
  return undefined;
}

function noFeatures({ columns, leftOut }: Encoding): Fault {
  const left = leftOut.map(({ column, why }) => `${column} (${why})`);
  const blank = columns.map(({ column }) => `${column} (every cell is blank)`);
  const found = [...left, ...blank].join(', ') || 'none';
  return {
    rule: 'no-features',
    message: `no feature has a value to learn from; give columns that describe customers. Columns found: ${found}`,
  };
}
