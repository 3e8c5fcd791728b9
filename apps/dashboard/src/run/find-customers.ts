import type { ClvData } from '../clv-data.js';
import type { CustomerColumn } from './customer-columns.js';
import { orderRows } from './order-rows.js';
import { toCall } from './outreach.js';

/** Whom to list, and in which order. */
export interface CustomerQuery {
  /** Everyone whom the filter leaves, or those to call only. */
  everyone: boolean;
  /** Part of an id, in any case; empty finds all. */
  search: string;
  order: { column: string; descending: boolean };
}

/** Those to call, the most valuable first. */
export const priority: CustomerQuery = {
  everyone: false,
  search: '',
  order: { column: 'clv', descending: true },
};

/** The rows of a run that a query asks for, in its order. */
export function findCustomers(
  run: ClvData,
  columns: readonly CustomerColumn[],
  query: CustomerQuery,
): Uint32Array {
  const scope = query.everyone ? run.view.rows : toCall(run.customers, run.view.rows);
  const part = query.search.trim().toLowerCase();
  const found = part === '' ? scope : scope.filter((row) => run.idOf(row).toLowerCase().includes(part));
  const column = columns.find(({ name }) => name === query.order.column);
  return column ? orderRows(found, column.key, query.order.descending) : found;
}
