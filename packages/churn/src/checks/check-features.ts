import { InvalidInputError, type Fault, type FeatureMatrix } from '@clv/contracts';
import { readColumn, type Encoding, type TableLike } from '@clv/table';

/** @throws InvalidInputError where there is nothing to learn from, or a number is infinite; it names each column. */
export function checkFeatures(table: TableLike, matrix: FeatureMatrix, encoding: Encoding): void {
  const faults = encoding.columns.flatMap(({ column, kind }): Fault[] => {
    if (kind !== 'number') return [];
    const cells = readColumn(table, column);
    const row = firstInfinite(cells);
    if (row === undefined) return [];
    const message = `row ${row + 1}, ${column}: features must be finite or blank: ${cells[row]}`;
    return [{ rule: 'not-finite', message, column, row: row + 1, value: cells[row] }];
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
  if (matrix.data.every(Number.isNaN)) throw new InvalidInputError([noFeatures(encoding)]);
}

/** Features are float32: what is beyond its range counts as infinite. */
function firstInfinite(cells: ArrayLike<unknown>): number | undefined {
  for (let row = 0; row < cells.length; row++)
    if (typeof cells[row] === 'number' && Math.abs(Math.fround(cells[row] as number)) === Infinity)
      return row;
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
