import type { Fault } from '@clv/contracts';

import { readBlocks } from '../duckdb/read-blocks.js';
import type { TableSource } from '../input/table-source.js';

/** So many ids are told; more have one cause. */
const told = 100;

/** The faults of a column of ids, and how many rows it has, where there is such a column. */
export interface CheckedIds {
  faults: Fault[];
  rows?: number;
}

/**
 * Ids that are blank or stand twice. Only a number of 53 bits is kept of each, which two different ids hardly ever share;
 * those that do are looked at whole.
 */
export async function checkIds(source: TableSource, id: string): Promise<CheckedIds> {
  const { connection, relation, columns, name } = source;
  const column = columns.find((one) => one.name === id);
  if (column === undefined) {
    const message = `${name}: unknown column: ${id}`;
    return { faults: [{ rule: 'unknown-column', column: id, path: 'roles.id', message }] };
  }
  const text = `coalesce(trim(CAST(${column.sql} AS VARCHAR)), '')`;
  const mark = `CAST(hash(${text}) >> 11 AS DOUBLE)`;
  const marks = await allMarks(source, mark);
  const shared = sharedMarks(marks);
  const blank = `${text} = ''`;
  const suspects = shared.length > 0 ? `OR ${mark} IN (${shared.join(', ')})` : '';
  const found = await connection.runAndReadAll(
    `SELECT ${text} AS id, count(*)::DOUBLE FROM ${relation} WHERE ${blank} ${suspects} GROUP BY ALL HAVING count(*) > 1 OR id = '' ORDER BY id`,
  );
  const faults = (found.getRows() as [string, number][]).map(([value, count]): Fault => {
    const rows = `${count.toLocaleString('en-US')} ${count === 1 ? 'row' : 'rows'}`;
    return value === ''
      ? { rule: 'blank-id', column: id, message: `${name}: ${id} is blank in ${rows}` }
      : {
          rule: 'duplicate-id',
          column: id,
          value,
          message: `${name}: ${id} ${JSON.stringify(value)} stands in ${rows}`,
        };
  });
  return { faults, rows: marks.length };
}

async function allMarks({ connection, relation }: TableSource, sql: string): Promise<Float64Array> {
  const parts: Float64Array[] = [];
  let rows = 0;
  for await (const block of readBlocks(connection, relation, [{ name: 'mark', sql, read: 'number' }])) {
    parts.push(block.columns.mark as Float64Array);
    rows += block.rows;
  }
  const marks = new Float64Array(rows);
  let at = 0;
  for (const part of parts) {
    marks.set(part, at);
    at += part.length;
  }
  return marks;
}

/** The marks that stand more than once, in order, up to as many as are told. */
function sharedMarks(marks: Float64Array): number[] {
  marks.sort();
  const shared: number[] = [];
  for (let i = 1; i < marks.length && shared.length < told; i++)
    if (marks[i] === marks[i - 1] && shared.at(-1) !== marks[i]) shared.push(marks[i]);
  return shared;
}
