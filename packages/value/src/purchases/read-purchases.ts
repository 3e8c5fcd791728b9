import { parseDate, readColumn, readNumbers, readText, type TableLike } from '@clv/table';
import { FaultList } from '../checks/fault-list.js';

/** Which columns of a table hold the purchases, and what becomes of returns. */
export interface PurchaseColumns {
  /** The customer of each purchase (default `customer_id`). */
  customer?: string;
  /** Its day (default `date`). */
  date?: string;
  /** What was spent (default `amount`). */
  amount?: string;
  /** What to do with rows of an amount below 0: name them in an error (default), or leave them out and count them. */
  returns?: 'refuse' | 'exclude';
}

/** One purchase of a customer. */
export interface Purchase {
  customer: string;
  /** Days since 1970. */
  on: number;
  amount: number;
}

const msPerDay = 24 * 60 * 60 * 1000;

/** The day of a date, counted from 1970; NaN where it is not a date. */
export const daysSince1970 = (when: unknown) => Math.floor(parseDate(when) / msPerDay);

/**
 * The purchases of a table, one a row.
 *
 * @throws InvalidInputError naming every row without a customer, a date or an amount, or with an amount below 0 that is not to
 *   be left out.
 */
export function readPurchases(table: TableLike, options: PurchaseColumns): Purchase[] {
  const { customer = 'customer_id', date = 'date', amount = 'amount', returns = 'refuse' } = options;
  const customers = readText(table, customer);
  const dates = readColumn(table, date);
  const faults = new FaultList();
  const amounts = faults.gatherFrom(() => readNumbers(table, amount));
  const written = readText(table, amount);
  const fault = (rule: string, column: string, row: number, value: unknown, must: string) =>
    faults.add({ rule, message: `row ${row}, ${column}: ${must}: ${String(value)}`, column, row, value });
  const purchases = customers.map((name, i) => {
    const on = daysSince1970(dates[i]);
    const spent = amounts ? amounts[i] : 0;
    if (!name) fault('no-customer', customer, i + 1, name, 'names no customer');
    if (Number.isNaN(on)) fault('not-a-date', date, i + 1, dates[i], 'is not a date such as 2024-03-31');
    if (written[i] === '') fault('no-amount', amount, i + 1, written[i], 'is blank');
    if (spent < 0 && returns === 'refuse') fault('negative-amount', amount, i + 1, spent, 'is below 0');
    return { customer: name, on, amount: spent };
  });
  if (purchases.length === 0) faults.add({ rule: 'no-rows', message: 'there are no transactions' });
  faults.throwIfAny();
  return purchases;
}
