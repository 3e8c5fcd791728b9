import { type ArrowTable, arrowTable, isArrowTable } from './arrow-table.js';
import { type CustomerTable, type TableColumn, plainTable } from './customer-table.js';

/** Plain columns of one length: arrays of any kind, by their names. */
export type PlainColumns = Readonly<Record<string, ArrayLike<unknown>>>;

/** A table as people have it: of Arquero, of Arrow, or plain columns. */
export type AnyTable = CustomerTable | ArrowTable | PlainColumns;

/** A table of any make, as this app reads it. */
export function customerTable(table: AnyTable): CustomerTable {
  if (isArrowTable(table as ArrowTable)) return arrowTable(table as ArrowTable);
  if (typeof (table as CustomerTable).columnNames === 'function') return plainTable(table as CustomerTable);
  return ofColumns(table as PlainColumns);
}

function ofColumns(columns: PlainColumns): CustomerTable {
  const names = Object.keys(columns).filter((name) => typeof columns[name]?.length === 'number');
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
