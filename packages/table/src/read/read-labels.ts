import { InvalidInputError, type Fault } from '@clv/contracts';
import { ofEachCell } from '../cells/coded-cells.js';
import { remembered } from '../cells/remembered.js';
import { parseLabel } from '../cells/parse-label.js';
import { checkSchema } from '../schema/check-schema.js';
import type { Schema } from '../schema/schema.js';
import { readColumn, type TableLike } from '../table-like.js';
import { checkAllLabels } from '../validate/label-counts.js';

/**
 * The label of each row: 1 left, 0 stayed, -1 blank, which is a current customer.
 *
 * @throws InvalidInputError where the schema has no label, with every cell that is not a label, or where most are none.
 * @throws InvalidOptionError for what is no schema.
 * @throws UnknownColumnError where the table has no such column.
 */
export function readLabels(table: TableLike, schema: Schema): Int8Array {
  checkSchema(schema);
  const { label } = schema.roles;
  if (label === undefined) throw new InvalidInputError([missingLabel]);
  const cells = readColumn(table, label);
  const faults = checkAllLabels(table, schema);
  if (faults.length > 0) throw new InvalidInputError(faults);
  const labelOf = ofEachCell(cells, remembered(parseLabel));
  const labels = new Int8Array(cells.length);
  for (let row = 0; row < cells.length; row++) labels[row] = labelOf(row)!;
  return labels;
}

const missingLabel: Fault = {
  rule: 'missing-role',
  message: 'no column is the label: name it in roles.label',
  path: 'roles.label',
};
