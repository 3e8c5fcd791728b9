import type { Fault } from '@clv/contracts';

import type { TableSource } from '../../input/table-source.js';
import { counted } from '../../wording/counted.js';
import { allMarks, blankMark, idMark, idText, sharedMarks } from './id-marks.js';
import { summaryRow } from './summary-row.js';

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
  const last = await summaryRow(source, column, marks);
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
