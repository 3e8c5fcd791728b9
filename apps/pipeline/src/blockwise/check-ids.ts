import type { Fault } from '@clv/contracts';

import type { TableSource } from '../input/table-source.js';

/** So many ids are told; more have one cause. */
const told = 100;

/** Ids that are blank or stand twice, found by SQL, which may use the disk where memory does not hold them. */
export async function checkIds(
  { connection, relation, columns, name }: TableSource,
  id?: string,
): Promise<Fault[]> {
  if (id === undefined) return [];
  const column = columns.find((one) => one.name === id);
  if (column === undefined)
    return [
      { rule: 'unknown-column', column: id, path: 'roles.id', message: `${name}: unknown column: ${id}` },
    ];
  const text = `trim(CAST(${column.sql} AS VARCHAR))`;
  const alike = await connection.runAndReadAll(
    `SELECT any_value(${text}), count(*)::DOUBLE FROM ${relation} GROUP BY hash(${text}), ${text} = '' OR ${text} IS NULL ` +
      `HAVING count(*) > 1 OR any_value(${text}) IS NULL OR any_value(${text}) = '' LIMIT ${told}`,
  );
  return (alike.getRows() as [string | null, number][]).map(([value, count]): Fault => {
    const rows = count.toLocaleString('en-US');
    return value === null || value === ''
      ? { rule: 'blank-id', column: id, message: `${name}: ${id} is blank in ${rows} rows` }
      : {
          rule: 'duplicate-id',
          column: id,
          value,
          message: `${name}: ${id} ${JSON.stringify(value)} stands in ${rows} rows`,
        };
  });
}
