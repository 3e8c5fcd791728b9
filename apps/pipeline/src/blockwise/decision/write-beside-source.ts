import type { Block } from '../../block/block.js';
import { withLeftOut } from '../../block/left-out-rows.js';
import { type ColumnKind, registerBlocks } from '../../duckdb/block-table.js';
import { quotedName, quotedText } from '../../duckdb/sql-text.js';
import type { TableSource } from '../../input/table-source.js';
import { isOfInput, unreadable } from '../../input/unreadable.js';
import type { TableFormat } from '../../output/tables/table-format.js';

/** A column that DuckDB carries from the source to the file; `sql` speaks of the source as `input`. */
export interface CarriedColumn {
  name: string;
  sql: string;
  kind: ColumnKind;
}

/** Where this column of blocks is 0, the row is left out; no column of theirs may have the name. */
export const kept = '\u0001kept';

export interface BesideSource {
  /** What SQL calls the blocks; each name once for a connection. */
  name: string;
  /** They have a row for each of the source's that is not left out. */
  blocks: Iterable<Block>;
  /** The source's columns, which never come into our memory. */
  carried: readonly CarriedColumn[];
  /** The blocks' columns that stand before those; all others stand after. */
  leading?: readonly string[];
}

/**
 * Writes columns of a source's rows, and next to them the columns of blocks.
 *
 * @param file a path that the source's connection may touch.
 */
export async function writeBesideSource(
  { connection, relation, leftOut, name: input }: TableSource,
  { name, blocks: ofKept, carried, leading = [] }: BesideSource,
  { options, select }: TableFormat,
  file: string,
): Promise<void> {
  const blocks = leftOut && leftOut.length > 0 ? withLeftOut(ofKept, leftOut, kept) : ofKept;
  const found = await registerBlocks(connection, name, blocks);
  const kinds = new Map<string, ColumnKind>([
    ...leading.map((column): [string, ColumnKind] => [column, found.get(column)!]),
    ...carried.map((column): [string, ColumnKind] => [column.name, column.kind]),
    ...[...found].filter(([column]) => column !== kept && !leading.includes(column)),
  ]);
  const columns = [
    ...carried.map((column) => `${column.sql} AS ${quotedName(column.name)}`),
    ...[...found.keys()].map((column) => `found.${quotedName(column)}`),
  ];
  const joined = `SELECT ${columns.join(', ')} FROM ${relation} AS input POSITIONAL JOIN ${name}() AS found`;
  const where = found.has(kept) ? ` WHERE ${quotedName(kept)} = 1` : '';
  const list = [...kinds.keys()].map(quotedName).join(', ');
  await connection
    .run(
      `COPY (${select(`(SELECT ${list} FROM (${joined})${where})`, kinds)}) TO ${quotedText(file)} (${options}, USE_TMP_FILE false)`,
    )
    .catch((cause: unknown) => {
      throw isOfInput(cause) ? unreadable(input, cause) : cause;
    });
}
