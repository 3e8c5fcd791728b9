import type { FeatureMatrix } from '@clv/contracts';
import { checkEncoding } from './check-encoding.js';
import { columnWriter, type Features } from './column-writer.js';
import { namesOf, type Encoding } from './encoding.js';
import { fitEncoding } from './fit-encoding.js';
import type { Schema } from './schema.js';
import { readColumn, rowCount, type TableLike } from './table-like.js';

/** So many rows at a time: their features stay in the processor's cache while the columns are written in turn. */
const blockRows = 4096;

export interface EncodedTable {
  matrix: FeatureMatrix;
  /** By column, how many filled cells hold a value that its encoding does not know; they are NaN. */
  unseen: Record<string, number>;
}

/**
 * The feature matrix of a table, and how it came about.
 *
 * Numbers stay numbers; booleans and yes/no become 1 and 0; text of fewer than 16 levels becomes a feature a level, of
 * 16 and more its rank by frequency; dates become months before the snapshot (by default the latest date of the column).
 * A blank cell is NaN in each of its column's features. Unless `features` names them, columns are left out that are
 * blank or the same throughout, identifiers (text, no two rows the same) and free text (more than half of the texts
 * differ); `encoding.leftOut` says which.
 *
 * @throws UnknownColumnError where the schema names a column that the table has not.
 */
export function encodeFeatures(
  table: TableLike,
  schema: Schema,
): { matrix: FeatureMatrix; encoding: Encoding } {
  const encoding = fitEncoding(table, schema);
  return { matrix: applyEncoding(encoding, table).matrix, encoding };
}

/**
 * The feature matrix of another table by the encoding of an earlier one.
 *
 * @throws InvalidInputError where the encoding is damaged.
 * @throws UnknownColumnError where the table lacks a column.
 */
export function applyEncoding(encoding: Encoding, table: TableLike): EncodedTable {
  checkEncoding(encoding);
  const rows = rowCount(table);
  const featureNames = [...encoding.featureNames];
  const features: Features = {
    data: new Float32Array(rows * featureNames.length),
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
