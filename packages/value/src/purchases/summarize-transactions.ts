import { checkOptions, InvalidOptionError, shapes, type OptionShapes, type Shape } from '@clv/contracts';
import type { TableLike } from '@clv/table';
import { daysPerUnit, timeUnit, type TimeUnit } from '../time-unit.js';
import { daysSince1970, readPurchases, type Purchase, type PurchaseColumns } from './read-purchases.js';

/** Up to when transactions count, and in which unit of time. */
export interface SummarizeOptions extends PurchaseColumns {
  /** The last day that is counted, `1997-09-30` (default: the day of the last transaction). */
  calibrationEnd?: string | Date;
  /** The last day of the holdout; with it the summary has `holdout_frequency` and `holdout_duration`. */
  holdoutEnd?: string | Date;
  /** In which times are counted (default week). A month is 365 / 12 days. */
  timeUnit?: TimeUnit;
}

const { exactly, text } = shapes;

/** `dayOf` says what is no date. */
const date: Shape = () => undefined;

const optionShapes: OptionShapes<SummarizeOptions> = {
  calibrationEnd: date,
  holdoutEnd: date,
  timeUnit,
  customer: text,
  date: text,
  amount: text,
  returns: exactly('refuse', 'exclude'),
};

/** One row per customer, in the order of their first row in the table; plain columns, as the fits take them. */
export type TransactionSummary = {
  customer_id: string[];
  frequency: Float64Array;
  recency: Float64Array;
  age: Float64Array;
  /** The mean spend of the days of repeat purchases; 0 without any. */
  monetary_value: Float64Array;
  holdout_frequency?: Float64Array;
  holdout_duration?: Float64Array;
};

/** Transactions as one row a customer, with an account of every row that was read. */
export interface Summary {
  columns: TransactionSummary;
  /**
   * What became of the table's rows: counted, or left out as returns, after the last day that is counted, or of customers
   * who came after the calibration. read = counted + returns + afterTheEnd + ofNewcomers.
   */
  rows: { read: number; counted: number; returns: number; afterTheEnd: number; ofNewcomers: number };
}

/**
 * Frequency, recency, age and mean spend of each customer, from a table of purchases in any order. All purchases of one
 * day count as one. Customers who came after the calibration are left out.
 *
 * @throws InvalidInputError naming every row without a customer, a date or an amount, or with an amount below 0.
 * @throws InvalidOptionError for an option that is out of range or unknown.
 */
export function summarizeTransactions(table: TableLike, options: SummarizeOptions = {}): Summary {
  checkOptions(options, optionShapes);
  const purchases = readPurchases(table, options);
  const end = dayOf('calibrationEnd', options.calibrationEnd) ?? latest(purchases);
  const holdoutEnd = dayOf('holdoutEnd', options.holdoutEnd);
  if (holdoutEnd !== undefined && holdoutEnd <= end) {
    throw new InvalidOptionError('holdoutEnd', 'holdoutEnd must come after calibrationEnd');
  }
  const { spentByDay, rows } = countPurchases(purchases, end, holdoutEnd);
  const customers = Array.from(spentByDay, ([customer, days]) => ({ customer, ...historyOf(days, end) }));
  const perUnit = daysPerUnit[options.timeUnit ?? 'week'];
  const column = (of: (customer: (typeof customers)[number]) => number) => Float64Array.from(customers, of);
  const columns: TransactionSummary = {
    customer_id: customers.map(({ customer }) => customer),
    frequency: column(({ repeats }) => repeats),
    recency: column(({ recency }) => recency / perUnit),
    age: column(({ age }) => age / perUnit),
    monetary_value: column(({ spend }) => spend),
  };
  if (holdoutEnd !== undefined) {
    columns.holdout_frequency = column(({ later }) => later);
    columns.holdout_duration = column(() => (holdoutEnd - end) / perUnit);
  }
  return { columns, rows };
}

/** What each customer who came by `end` spent on each day, and what became of every row. */
function countPurchases(purchases: readonly Purchase[], end: number, holdoutEnd = end) {
  const rows = { read: purchases.length, counted: 0, returns: 0, afterTheEnd: 0, ofNewcomers: 0 };
  const arrival = new Map<string, number>();
  const inTime = purchases.filter(({ customer, on, amount }) => {
    if (amount < 0) rows.returns++;
    else if (on > holdoutEnd) rows.afterTheEnd++;
    else {
      arrival.set(customer, Math.min(on, arrival.get(customer) ?? on));
      return true;
    }
    return false;
  });
  const spentByDay = new Map<string, Map<number, number>>();
  for (const { customer, on, amount } of inTime) {
    if (arrival.get(customer)! > end) {
      rows.ofNewcomers++;
      continue;
    }
    rows.counted++;
    const days = spentByDay.get(customer) ?? new Map<number, number>();
    spentByDay.set(customer, days.set(on, (days.get(on) ?? 0) + amount));
  }
  return { spentByDay, rows };
}

function historyOf(spentByDay: Map<number, number>, end: number) {
  const days = [...spentByDay.keys()].sort((a, b) => a - b);
  const [first, ...repeats] = days.filter((on) => on <= end);
  const spent = repeats.reduce((sum, on) => sum + spentByDay.get(on)!, 0);
  return {
    repeats: repeats.length,
    recency: (repeats.at(-1) ?? first) - first,
    age: end - first,
    spend: repeats.length > 0 ? spent / repeats.length : 0,
    later: days.length - repeats.length - 1,
  };
}

function dayOf(option: string, when: string | Date | undefined): number | undefined {
  if (when === undefined) return undefined;
  const on = daysSince1970(when);
  if (Number.isNaN(on)) throw new InvalidOptionError(option, `${option} must be a date: ${String(when)}`);
  return on;
}

const latest = (purchases: readonly Purchase[]) =>
  purchases.reduce((last, { on }) => Math.max(last, on), -Infinity);
