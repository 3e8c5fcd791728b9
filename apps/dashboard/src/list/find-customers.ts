import type { ShownRun } from '../view/shown-run.js';
import type { CustomerColumn } from './customer-columns.js';
import { idMatch } from './id-match.js';
import type { CustomerQuery } from './list-view.js';
import { orderRows } from './order-rows.js';
import { toCall } from './outreach.js';

/** What was found, and from what, so that the search is repeated only when that has changed. */
export interface FoundCustomers {
  /** In the order asked for. */
  rows: Uint32Array;
  within: Uint32Array;
  query: CustomerQuery;
  keys?: Float64Array | Int32Array;
}

/** The rows of a run that a query asks for, in its order; as found before where nothing that they depend on has changed. */
export function findCustomers(
  run: ShownRun,
  columns: readonly CustomerColumn[],
  query: CustomerQuery,
  before?: FoundCustomers,
): FoundCustomers {
  const within = run.view.rows;
  const keys = columns.find(({ name }) => name === query.order.column)?.keys();
  if (before?.within === within && before.query === query && before.keys === keys) return before;
  const scope = query.everyone ? within : toCall(run.customers, within);
  const part = query.search.trim();
  const found = part === '' ? scope : scope.filter(idMatch(run.customers.ids, part));
  return { rows: keys ? orderRows(found, keys, query.order.descending) : found, within, query, keys };
}
