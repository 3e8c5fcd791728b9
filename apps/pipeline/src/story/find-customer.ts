import { InvalidInputError, nearestName } from '@clv/contracts';

import type { Columns } from '../block/block.js';
import { quotedText } from '../duckdb/sql-text.js';
import { readColumns } from '../input/read-table.js';
import type { TableSource } from '../input/table-source.js';
import { readRunRecord } from '../run-folder/read-run-file.js';
import { withResults } from '../run-folder/results/read-results.js';
import { counted } from '../wording/counted.js';

/** At most this many similar names are given. */
const mostNear = 3;

/**
 * One customer's row of a run's results, as columns of one cell.
 *
 * @throws InvalidInputError where there is no such customer, with the nearest ids, and how many customers of the input the
 * results leave out.
 */
export async function findCustomer(run: string, idColumn: string, id: string): Promise<Columns> {
  return withResults(run, async (source) => {
    const column = source.columns.find(({ name }) => name === idColumn)!.sql;
    const text = `trim(CAST(${column} AS VARCHAR))`;
    const relation = `(FROM ${source.relation} WHERE ${text} = ${quotedText(id.trim())} LIMIT 1)`;
    const row = await readColumns({ ...source, relation }, source.columns);
    if (row.get(idColumn)!.length === 1) return Object.fromEntries(row);
    const ids = await textsOf(source, text);
    const near = nearest(id, ids);
    const hint =
      near.length > 0
        ? ` (did you mean ${near.join(', ')}?)`
        : `; ${idColumn} has ${counted(ids.length, 'other')}`;
    const { input } = await readRunRecord(run);
    throw new InvalidInputError([
      {
        rule: 'unknown-customer',
        column: idColumn,
        value: id,
        message: `unknown customer: ${id}${hint}${leftOut(input.rows - ids.length)}`,
      },
    ]);
  });
}

/** A customer whom the input holds may be looked for in vain. */
const leftOut = (customers: number) =>
  customers > 0
    ? `; the results leave out ${counted(customers, 'customer')} of the input, whose outcome was known`
    : '';

async function textsOf({ connection, relation }: TableSource, expression: string): Promise<string[]> {
  const reader = await connection.runAndReadAll(`SELECT ${expression} FROM ${relation}`);
  return (reader.getColumnsJS()[0] ?? []).map(String);
}

/** The ids that were probably meant, the nearest first. */
function nearest(id: string, ids: readonly string[]): string[] {
  const found: string[] = [];
  while (found.length < mostNear) {
    const next = nearestName(
      id,
      ids.filter((each) => !found.includes(each)),
    );
    if (next === undefined) break;
    found.push(next);
  }
  return found;
}
