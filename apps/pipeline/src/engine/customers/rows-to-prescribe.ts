import type { Columns } from '../../block/block.js';
import type { CheckedCustomers } from './check-customers.js';
import { takeTableRows } from '../../block/take-rows.js';

/** Customers as they came in. */
export interface CustomerRows {
  rows: number;
  columns: Columns;
  /** The name of the column that holds ids; without one, customers are known by their row in the input. */
  id: { column?: string; cells: ArrayLike<unknown> };
}

/** The customers who are to be prescribed for. */
export function rowsToPrescribe({ columns: all, schema, prescribed: rows }: CheckedCustomers): CustomerRows {
  const columns = takeTableRows(all, rows);
  const { id } = schema.roles;
  return {
    rows: rows.length,
    columns,
    id: { column: id, cells: id === undefined ? rows.map((row) => row + 1) : columns[id] },
  };
}
