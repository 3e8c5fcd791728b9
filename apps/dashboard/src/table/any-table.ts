import { type ArrowTable, arrowTable, isArrowTable } from './arrow-table.js';
import { RunDataError } from './data-error.js';
import { type CustomerTable, type TableColumn, plainTable } from './customer-table.js';

/** Plain columns of one length: arrays of any kind, by their names. */
export type PlainColumns = Readonly<Record<string, ArrayLike<unknown>>>;

/** A table as people have it: of Arquero, of Arrow, or plain columns. */
export type AnyTable = CustomerTable | ArrowTable | PlainColumns;

/** A table of any make, as this app reads it. */
export function customerTable(table: AnyTable): CustomerTable {
  if (typeof table !== 'object' || table === null || Array.isArray(table))
    throw new RunDataError(
      'data is neither a run nor a table: give an Arquero table, an Arrow table or columns by their names',
    );
  if (typeof (table as unknown as PromiseLike<unknown>).then === 'function')
    throw new RunDataError('data is a promise: give what it resolves to, such as `await loadRun(…)`');
  if (isArrowTable(table as ArrowTable)) return arrowTable(table as ArrowTable);
  if (typeof (table as CustomerTable).columnNames === 'function') return plainTable(table as CustomerTable);
  return ofColumns(table as PlainColumns);
}

function ofColumns(columns: PlainColumns): CustomerTable {
  const names = Object.keys(columns).filter((name) => typeof columns[name]?.length === 'number');
  const uneven = names.find((name) => columns[name].length !== columns[names[0]].length);
  if (uneven !== undefined)
    throw new RunDataError(
      `the columns differ in length: ${names[0]} has ${columns[names[0]].length} rows, ${uneven} has ${columns[uneven].length}`,
      { column: uneven },
    );
  const at = (name: string): TableColumn => {
    const cells = columns[name];
    const whole = ArrayBuffer.isView(cells) ? { toArray: () => cells } : {};
    return { length: cells.length, at: (row) => cells[row], ...whole };
  };
  return {
    numRows: () => (names.length === 0 ? 0 : columns[names[0]].length),
    columnNames: () => [...names],
    column: (name) => (names.includes(name) ? at(name) : undefined),
  };
}
