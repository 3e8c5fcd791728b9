import type { Schema } from '../schema/schema.js';
import type { TableLike } from '../table-like.js';
import { applyEncoding, type EncodedTable } from './apply-encoding.js';
import type { Encoding } from './encoding.js';
import { fitEncoding } from './fit-encoding.js';

/** A table as features, and the encoding that made them, to be applied to others. */
export interface FittedTable extends EncodedTable {
  encoding: Encoding;
}

/**
 * The feature matrix of a table, and the encoding that made it.
 *
 * Numbers stay numbers; digits of which some begin with a zero, as 06834 does, are codes, and count as text; booleans and
 * yes/no become 1 and 0; text of fewer than 16 levels becomes a feature a level, of 16 and more its rank by frequency; dates
 * become months before the snapshot (by default the latest date of the column). A blank cell is NaN in each of its column's
 * features. Unless `features` names them, columns are left out that are blank or the same throughout, identifiers (text, no two
 * rows the same) and free text (more than half of the texts differ); `encoding.leftOut` says which.
 *
 * @throws UnknownColumnError where the schema names a column that the table lacks; InvalidInputError where columns are of unequal
 *   length, or two of them would give features of one name.
 */
export function encodeFeatures(table: TableLike, schema: Schema): FittedTable {
  const encoding = fitEncoding(table, schema);
  return { ...applyEncoding(encoding, table), encoding };
}
