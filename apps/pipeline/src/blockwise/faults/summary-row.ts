import type { Fault } from '@clv/contracts';
import { defineSchema, validateTable } from '@clv/table';

import { ofWholeTable } from '../../engine/customers/of-whole-table.js';
import type { SourceColumn, TableSource } from '../../input/table-source.js';
import { isLikeWord } from './id-marks.js';

/**
 * The fault of the last row where its id says that it is the sum of the others. Few ids end like a word, so that the row is
 * rarely looked up, which takes a pass over a file.
 *
 * @param marks of all ids, as the rows follow each other.
 */
export function summaryRow(
  source: TableSource,
  column: SourceColumn,
  marks: Float64Array,
): Promise<readonly Fault[]> {
  const last = marks.length - 1;
  return isLikeWord(marks[last]) ? summaryAt(source, column, last) : Promise.resolve([]);
}

/** The same where the last row is another, as those after it are left out. */
export async function summaryAt(
  { connection, relation, name }: TableSource,
  column: SourceColumn,
  last: number,
): Promise<readonly Fault[]> {
  if (last < 1) return [];
  const found = await connection.runAndReadAll(
    `SELECT CAST(${column.sql} AS VARCHAR) FROM ${relation} LIMIT 1 OFFSET ${last}`,
  );
  const ids = ['another', ...found.getRows().map(([id]) => id)];
  const { faults } = validateTable({ [column.name]: ids }, defineSchema({ id: column.name }));
  const sums = faults.filter(({ rule }) => rule === 'summary-row');
  const named = sums.map((fault) => ({ ...fault, message: `${name}: ${fault.message}` }));
  return ofWholeTable(name, named, [last, last + 1]);
}
