import { InvalidInputError, UnknownColumnError } from '@clv/contracts';

/** The part of an Arquero `ColumnTable` that is read here; any version of Arquero has it. */
export interface ArqueroTable {
  columnNames(): string[];
  numRows(): number;
  isFiltered(): boolean;
  isOrdered(): boolean;
  column(name: string): unknown;
  array(name: string): ArrayLike<unknown>;
}

/** Columns of equal length by name. */
export type PlainColumns = Record<string, ArrayLike<unknown>>;

/** An Arquero table, read in its own order and through its own filter, or plain columns. */
export type TableLike = ArqueroTable | PlainColumns;

/**
 * The names of the columns, in the table's order.
 *
 * @throws InvalidInputError where there is no table, as all do that read one: a list of rows is none.
 */
export function columnNames(table: TableLike): string[] {
  return isArquero(table) ? table.columnNames() : Object.keys(table);
}

/** How many rows a table has; of ragged columns the longest counts. */
export function rowCount(table: TableLike): number {
  if (isArquero(table)) return table.numRows();
  return Object.values(table).reduce((most, column) => Math.max(most, column?.length ?? 0), 0);
}

/**
 * The cells of a column as they are. The array may be the table's own: do not write to it.
 *
 * @throws UnknownColumnError where the table has no such column; it names the nearest.
 */
export function readColumn(table: TableLike, name: string): ArrayLike<unknown> {
  if (!hasColumn(table, name)) throw new UnknownColumnError(name, columnNames(table));
  if (!isArquero(table)) return table[name];
  const stored = table.column(name);
  const inOrder = !table.isFiltered() && !table.isOrdered();
  return inOrder && isArray(stored) ? stored : table.array(name);
}

/** Without a list of the names, which of a wide table takes as long as many a column's cells. */
const hasColumn = (table: TableLike, name: string) =>
  isArquero(table) ? table.columnNames().includes(name) : Object.hasOwn(table, name);

export function isArquero(table: TableLike): table is ArqueroTable {
  if (typeof table !== 'object' || table === null || Array.isArray(table) || isArrow(table))
    throw noTable(table);
  return typeof table.columnNames === 'function' && typeof table.numRows === 'function';
}

function noTable(table: unknown): InvalidInputError {
  const message = `a table must be an Arquero table or columns, { name: [cells] }: ${given(table)}`;
  return new InvalidInputError([{ rule: 'not-a-table', message }]);
}

function given(table: unknown): string {
  if (Array.isArray(table)) return 'a list; of a list of rows arquero makes a table by from(rows)';
  return isArrow(table) ? 'an Arrow table; arquero makes its own of it by fromArrow(table)' : String(table);
}

/** Whether it is a table of apache-arrow or flechette. */
function isArrow(table: unknown): boolean {
  const { schema, getChild } = Object(table) as { schema?: { fields?: unknown }; getChild?: unknown };
  return typeof getChild === 'function' && Array.isArray(schema?.fields);
}

function isArray(column: unknown): column is ArrayLike<unknown> {
  return Array.isArray(column) || (ArrayBuffer.isView(column) && 'length' in column);
}
