import { InvalidInputError, type Fault } from '@clv/contracts';
import { infiniteFaults, type Encoding, type FittedTable, type TableLike } from '@clv/table';

/** @throws InvalidInputError where there is nothing to learn from, or a number is infinite; it names each column. */
export function checkFeatures(table: TableLike, encoded: FittedTable): void {
  const faults = infiniteFaults(table, encoded);
  if (faults.length > 0) throw new InvalidInputError(faults);
  if (encoded.matrix.data.every(Number.isNaN)) throw new InvalidInputError([noFeatures(encoded.encoding)]);
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
