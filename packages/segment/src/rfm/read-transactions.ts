import { InvalidInputError, UnknownColumnError, type Fault } from '@clv/contracts';
import { columnNames, parseDate, readColumn, readNumbers, readText, type TableLike } from '@clv/table';

/** Which columns hold what. */
export interface TransactionColumns {
  /** Who bought (default `customer_id`). */
  customer?: string;
  /** When: a `Date` or ISO text (default `date`). */
  date?: string;
  /** For how much (default `amount`). */
  amount?: string;
}

export interface Transactions {
  customers: string[];
  /** In milliseconds since 1970. */
  times: Float64Array;
  amounts: Float64Array;
}

/** @throws InvalidInputError with every fault: unknown columns, blank customers, cells that are no date or no number. */
export function readTransactions(
  table: TableLike,
  { customer, date, amount }: Required<TransactionColumns>,
): Transactions {
  const names = columnNames(table);
  const unknown = [customer, date, amount].filter((column) => !names.includes(column));
  if (unknown.length > 0) {
    throw new InvalidInputError(unknown.map((column) => unknownColumn(column, names)));
  }
  const customers = readText(table, customer);
  const dates = readColumn(table, date);
  const times = Float64Array.from(dates, parseDate);
  const faults: Fault[] = [];
  const amounts = amountsOf(table, amount, faults);
  if (customers.length === 0) faults.push({ rule: 'empty-table', message: 'there are no transactions' });
  for (const [i, id] of customers.entries()) {
    if (id === '') faults.push(cellFault('blank', customer, i, 'is blank'));
    if (!Number.isNaN(times[i])) continue;
    faults.push(cellFault('not-a-date', date, i, `${JSON.stringify(dates[i])} is not a date`));
  }
  if (faults.length > 0) throw new InvalidInputError(faults);
  return { customers, times, amounts };
}

function amountsOf(table: TableLike, column: string, faults: Fault[]): Float64Array {
  try {
    const amounts = readNumbers(table, column);
    for (const [i, amount] of amounts.entries()) {
      if (Number.isNaN(amount)) faults.push(cellFault('blank', column, i, 'is blank'));
      else if (!Number.isFinite(amount)) {
        faults.push(cellFault('not-finite', column, i, `${amount} is not finite`));
      }
    }
    return amounts;
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    faults.push(...error.faults);
    return new Float64Array();
  }
}

function cellFault(rule: string, column: string, index: number, is: string): Fault {
  return { rule, message: `row ${index + 1}, ${column}: ${is}`, column, row: index + 1 };
}

function unknownColumn(column: string, names: readonly string[]): Fault {
  return { rule: 'unknown-column', message: new UnknownColumnError(column, names).message, column };
}
