import { InvalidInputError, type Fault, type FeatureMatrix } from '@clv/contracts';
import { infiniteFaults, type Encoding, type TableLike } from '@clv/table';

/** @throws InvalidInputError where there is nothing to learn from, or a number is infinite; it names each column. */
export function checkFeatures(table: TableLike, matrix: FeatureMatrix, encoding: Encoding): void {
  const faults = infiniteFaults(table, encoding);
  if (faults.length > 0) throw new InvalidInputError(faults);
  if (matrix.data.every(Number.isNaN)) throw new InvalidInputError([noFeatures(encoding)]);
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
