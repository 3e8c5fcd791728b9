import {
  checkOptions,
  InvalidInputError,
  InvalidOptionError,
  shapes,
  type OptionShapes,
} from '@clv/contracts';
import { parseDate, type TableLike } from '@clv/table';
import { fifths } from './rfm/fifths.js';
import { rfmGroup } from './rfm/groups.js';
import { readTransactions, type TransactionColumns, type Transactions } from './rfm/read-transactions.js';

/** Which columns hold the transactions, and from when recency counts. */
export interface RfmOptions extends TransactionColumns {
  /** The moment that recency counts back from, a `Date` or ISO text (default: the latest transaction). */
  now?: Date | string;
}

/** Plain columns, one row a customer in the order of their first appearance. */
export interface RfmTable {
  customer_id: string[];
  /** Days since the last purchase. */
  recency_days: Float64Array;
  /** How many purchases. */
  frequency: Float64Array;
  /** The sum of the amounts. */
  monetary: Float64Array;
  /** From 1 to 5, by fifths of the customers; 5 is the latest, the most often, the most. */
  recency_score: Int32Array;
  frequency_score: Int32Array;
  monetary_score: Int32Array;
  /** One of the ten classic groups, by the scores of recency and frequency. */
  group: string[];
  [column: string]: ArrayLike<unknown>;
}

const { text } = shapes;

const optionShapes: OptionShapes<RfmOptions> = {
  customer: text,
  date: text,
  amount: text,
  // Any cell may be a date; `momentOf` says which is none.
  now: () => undefined,
};

const day = 24 * 60 * 60 * 1000;

/**
 * Scores customers by recency, frequency and monetary value of their purchases (Hughes 1994), and groups them from
 * Champions to Hibernating. Customers with equal numbers have equal scores, so that fifths may be uneven.
 *
 * @param transactions one row a purchase.
 * @throws InvalidInputError with every fault: unknown columns, cells that are no date or number, purchases after `now`.
 * @throws InvalidOptionError where `now` is no date, and for an unknown option.
 */
export function rfm(transactions: TableLike, options: RfmOptions = {}): RfmTable {
  checkOptions(options, optionShapes);
  const { customer = 'customer_id', date = 'date', amount = 'amount', now } = options;
  const purchases = readTransactions(transactions, { customer, date, amount });
  const end = momentOf(now, purchases);
  assertBefore(end, purchases, date);
  const { ids, last, frequency, monetary } = sumByCustomer(purchases);
  const recency_score = fifths(last);
  const frequency_score = fifths(frequency);
  return {
    customer_id: ids,
    recency_days: last.map((time) => (end - time) / day),
    frequency,
    monetary,
    recency_score,
    frequency_score,
    monetary_score: fifths(monetary),
    group: ids.map((_, c) => rfmGroup(recency_score[c], frequency_score[c])),
  };
}

function momentOf(now: Date | string | undefined, { times }: Transactions): number {
  if (now === undefined) return times.reduce((latest, time) => Math.max(latest, time));
  const moment = parseDate(now);
  if (Number.isNaN(moment)) throw new InvalidOptionError('now', `now must be a date: ${String(now)}`);
  return moment;
}

function assertBefore(end: number, { times }: Transactions, column: string): void {
  const faults = Array.from(times, (time, i) => ({ time, row: i + 1 }))
    .filter(({ time }) => time > end)
    .map(({ time, row }) => ({
      rule: 'after-now',
      message: `row ${row}, ${column}: ${isoOf(time)} lies after now, ${isoOf(end)}`,
      column,
      row,
    }));
  if (faults.length > 0) throw new InvalidInputError(faults);
}

function isoOf(time: number): string {
  return new Date(time).toISOString().replace('T00:00:00.000Z', '');
}

function sumByCustomer({ customers, times, amounts }: Transactions) {
  const numbers = new Map<string, number>();
  for (const id of customers) if (!numbers.has(id)) numbers.set(id, numbers.size);
  const last = new Float64Array(numbers.size).fill(-Infinity);
  const frequency = new Float64Array(numbers.size);
  const monetary = new Float64Array(numbers.size);
  for (const [i, id] of customers.entries()) {
    const c = numbers.get(id)!;
    last[c] = Math.max(last[c], times[i]);
    frequency[c]++;
    monetary[c] += amounts[i];
  }
  return { ids: [...numbers.keys()], last, frequency, monetary };
}
