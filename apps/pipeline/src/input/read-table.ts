import { type Fault, InvalidInputError } from '@clv/contracts';

import type { InputTable } from './input-table.js';
import { type ReadOptions, withSource } from './open-source.js';
import type { SourceColumn, TableSource } from './table-source.js';
import { unreadable } from './typed-source.js';

/**
 * Reads a customer table whole: a CSV, Parquet, JSON or Arrow file, a glob of such, standard input (`-`) or a table of a
 * database.
 *
 * @throws InvalidInputError where there is no such table, or with every row of it that cannot be read.
 */
export async function readTable(input: string, options: ReadOptions = {}): Promise<InputTable> {
  const { faults, ...table } = await readRows(input, options);
  if (faults.length > 0) throw new InvalidInputError(faults);
  return table;
}

/** The same, with rows that cannot be read told rather than thrown. */
export function readRows(
  input: string,
  options: ReadOptions = {},
): Promise<InputTable & { faults: Fault[] }> {
  return withSource(
    input,
    async (source) => {
      const columns = await readColumns(source, source.columns);
      const rows = columns.values().next().value?.length ?? 0;
      const faults = (await source.unreadable?.()) ?? [];
      return { name: source.name, columns, rows, faults, linesOf: source.linesOf };
    },
    options,
  );
}

/** Whole columns of a source, in the order of its rows; whole numbers come as numbers, whatever their size. */
export async function readColumns(
  { connection, relation, name }: TableSource,
  columns: readonly SourceColumn[],
): Promise<Map<string, unknown[]>> {
  const reader = await connection
    .runAndReadAll(`SELECT ${columns.map(({ sql }) => sql).join(', ')} FROM ${relation}`)
    .catch((cause: Error) => {
      throw unreadable(name, cause);
    });
  // A table of no rows comes without columns.
  const cells = reader.getColumnsJS();
  return new Map(
    columns.map((column, i) => [
      column.name,
      ((cells[i] ?? []) as unknown[]).map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell)),
    ]),
  );
}
