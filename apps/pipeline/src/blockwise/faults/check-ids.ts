import type { Fault } from '@clv/contracts';
import { defineSchema, validateTable } from '@clv/table';

import { ofWholeTable } from '../../engine/customers/of-whole-table.js';
import type { SourceColumn, TableSource } from '../../input/table-source.js';
import { counted } from '../../wording/counted.js';
import { allMarks, blankMark, idMark, idText, sharedMarks } from './id-marks.js';

/** At most this many ids are reported; more have one cause. */
const told = 100;

/**
 * Ids that are blank or stand twice, and a last row that sums up the others. Only a number is kept of each; those that share one are looked at whole.
 */
export async function checkIds(source: TableSource, id: string): Promise<Fault[]> {
  const { connection, relation, columns, name } = source;
  const column = columns.find((one) => one.name === id);
  if (column === undefined) {
    const message = `${name}: unknown column: ${id}`;
    return [{ rule: 'unknown-column', column: id, path: 'roles.id', message }];
  }
  const marks = await allMarks(source, column);
  const last = await summaryRow(source, column, marks.length);
  const suspects = [blankMark, ...sharedMarks(marks, told)].join(', ');
  const stands = `SELECT ${idText(column)} AS id, count(*)::DOUBLE AS rows FROM ${relation} WHERE ${idMark(column)} IN (${suspects}) GROUP BY 1`;
  const found = await connection.runAndReadAll(
    `SELECT * FROM (${stands}) WHERE rows > 1 OR id = '' ORDER BY id`,
  );
  const ofRows = (found.getRows() as [string, number][]).map(([value, count]): Fault => {
    const rows = counted(count, 'row');
    return value === ''
      ? { rule: 'blank-id', column: id, message: `${name}: ${id} is blank in ${rows}` }
      : {
          rule: 'duplicate-id',
          column: id,
          value,
          message: `${name}: ${id} ${JSON.stringify(value)} stands in ${rows}`,
        };
  });
  return [...ofRows, ...last];
}

/** The last row where its id says that it is the sum of the others. */
async function summaryRow(
  { connection, relation, name }: TableSource,
  column: SourceColumn,
  rows: number,
): Promise<readonly Fault[]> {
  const last = await connection.runAndReadAll(
    `SELECT ${idText(column)} FROM ${relation} LIMIT 2 OFFSET ${Math.max(0, rows - 2)}`,
  );
  const ids = last.getRows().map(([id]) => id);
  const { faults } = validateTable({ [column.name]: ids }, defineSchema({ id: column.name }));
  const found = faults.filter(({ rule }) => rule === 'summary-row');
  const named = found.map((fault) => ({ ...fault, message: `${name}: ${fault.message}` }));
  return ofWholeTable(name, named, [rows - 1, rows]);
}
