import { type Fault, InvalidInputError } from '@clv/contracts';

import type { Columns, PlainBlock } from '../block/block.js';
import { joinColumns } from '../block/join-columns.js';
import { plainCell } from '../block/cells/plain-cell.js';
import { type ReadColumn, readBlocks } from '../duckdb/read-blocks.js';
import type { InputTable } from './input-table.js';
import { type ReadOptions, withSource } from './open-source.js';
import type { SourceColumn, TableSource } from './table-source.js';
import { exactly, planFaithfully, sqlTypes } from './plan-columns.js';
import { unreadable } from './unreadable.js';

/** A table as columns that cost least to hold. */
export interface CompactTable extends Omit<InputTable, 'columns'> {
  columns: Columns;
  faults: Fault[];
  /** What is to be said of how the input is written. */
  notices: readonly string[];
  /** The columns of numbers that were text in the input. */
  writtenAsText: ReadonlySet<string>;
}

/**
 * Reads a customer table whole: a CSV, Parquet, JSON or Arrow file, a glob of such, standard input (`-`) or a table of a
 * database.
 *
 * @throws InvalidInputError where there is no such table, or with every row of it that cannot be read.
 */
export async function readTable(input: string, options: ReadOptions = {}): Promise<InputTable> {
  return withSource(
    input,
    async (source) => {
      const columns = await readColumns(source, source.columns);
      const faults = (await source.unreadable?.()) ?? [];
      if (faults.length > 0) throw new InvalidInputError(faults);
      const rows = columns.values().next().value?.length ?? 0;
      return { name: source.name, columns, rows, linesOf: source.linesOf };
    },
    options,
  );
}

/**
 * The same as columns that cost least to hold, numbers in typed arrays (NaN where blank; float32 as such), each cell such that it is written
 * again as it came; rows that cannot be read are reported rather than thrown.
 *
 * @param options.decimal the decimal mark of numbers that are written as text (default: the point). Those with a comma are
 *   written again with a point, except those of the column `id`.
 */
export function readRows(
  input: string,
  { decimal, id, ...options }: ReadOptions & { decimal?: '.' | ','; id?: string } = {},
): Promise<CompactTable> {
  return withSource(
    input,
    async (source) => {
      const plan = await planFaithfully(source, decimal, decimal === ',' ? id : undefined);
      const types = await sqlTypes(source, source.columns);
      const { columns, rows } = await compactColumns(source, plan);
      source.columns.forEach(({ name }, i) => {
        if (types[i] === 'FLOAT') columns[name] = Float32Array.from(columns[name] as Float64Array);
      });
      const writtenAsText = new Set(
        plan.flatMap(({ name, read }) => (read === 'faithful-number' || read === 'comma-number' ? name : [])),
      );
      const faults = (await source.unreadable?.()) ?? [];
      const { name, notices = [], linesOf } = source;
      return { name, columns, rows, faults, notices, writtenAsText, linesOf };
    },
    options,
  );
}

async function compactColumns(
  source: TableSource,
  plan: readonly ReadColumn[],
): Promise<{ columns: Columns; rows: number }> {
  const { connection, relation, columns, name } = source;
  const parts: PlainBlock[] = [];
  let rows = 0;
  try {
    for await (const block of readBlocks(connection, relation, plan)) {
      parts.push(block);
      rows += block.rows;
    }
  } catch (cause) {
    throw unreadable(name, cause as Error);
  }
  const joined = columns.map((column): [string, ArrayLike<unknown>] => [
    column.name,
    joinColumns(parts.map((part) => part.columns[column.name])),
  ]);
  return { columns: Object.fromEntries(joined), rows };
}

/** Whole columns of a source, in the order of its rows; whole numbers come as numbers, those beyond what a double keeps as text. */
export async function readColumns(
  source: TableSource,
  columns: readonly SourceColumn[],
): Promise<Map<string, unknown[]>> {
  const { connection, relation, name } = source;
  const exact = await exactly(source, columns, await sqlTypes(source, columns));
  const reader = await connection
    .runAndReadAll(`SELECT ${exact.map(({ sql }) => sql).join(', ')} FROM ${relation}`)
    .catch((cause: Error) => {
      throw unreadable(name, cause);
    });
  // A table of no rows comes without columns.
  const cells = reader.getColumnsJS();
  return new Map(columns.map((column, i) => [column.name, ((cells[i] ?? []) as unknown[]).map(plainCell)]));
}
