import { InvalidInputError, InvalidOptionError, type FeatureMatrix } from '@clv/contracts';
import { quote } from '../cells/quote.js';
import { readColumn, rowCount, type TableLike } from '../table-like.js';
import { checkColumn } from '../validate/check-shape.js';
import { checkEncoding } from './check-encoding.js';
import { columnWriter, type Features } from './column-writer.js';
import { namesOf, type Encoding } from './encoding.js';

/** This many rows at a time: their features stay in the processor's nearest cache while the columns are written in turn. */
const blockRows = 256;

/** A table as features, and what its encoding did not know. */
export interface EncodedTable {
  matrix: FeatureMatrix;
  /** By column, how many filled cells hold a value that its encoding does not know; they are NaN. */
  unseen: Record<string, number>;
}

/**
 * The feature matrix of another table by the encoding of an earlier one.
 *
 * @param spent the data of a matrix that is no longer needed: its memory is reused where it is large enough (default: none).
 * @throws InvalidInputError where the encoding is damaged, or columns are of unequal length.
 * @throws UnknownColumnError where the table lacks a column.
 */
export function applyEncoding(encoding: Encoding, table: TableLike, spent?: Float32Array): EncodedTable {
  checkEncoding(encoding);
  if (spent !== undefined && !(spent instanceof Float32Array))
    throw new InvalidOptionError('spent', `spent must be a Float32Array: ${quote(spent)}`);
  const rows = rowCount(table);
  assertEven(encoding, table, rows);
  const featureNames = [...encoding.featureNames];
  const features: Features = {
    data: zeros(rows * featureNames.length, spent),
    width: featureNames.length,
  };
  let offset = 0;
  const columns = encoding.columns.map((column) => {
    const write = columnWriter(column, readColumn(table, column.column), encoding.decimal, features, offset);
    offset += namesOf(column).length;
    return { name: column.column, write, unseen: 0 };
  });
  for (let start = 0; start < rows; start += blockRows) {
    const end = Math.min(rows, start + blockRows);
    for (const column of columns) column.unseen += column.write(start, end);
  }
  return {
    matrix: { data: features.data, rows, columns: featureNames.length, featureNames },
    unseen: Object.fromEntries(
      columns.filter(({ unseen }) => unseen > 0).map(({ name, unseen }) => [name, unseen]),
    ),
  };
}

/** Cells that are not there are no blanks. */
function assertEven({ columns }: Encoding, table: TableLike, rows: number): void {
  const faults = columns.flatMap(({ column }) => checkColumn(column, readColumn(table, column), rows));
  if (faults.length > 0) throw new InvalidInputError(faults);
}

function zeros(length: number, spent?: Float32Array): Float32Array {
  if (spent === undefined || spent.length < length) return new Float32Array(length);
  return spent.subarray(0, length).fill(0);
}
