import { checkArgument, checkOptions, shapes, UnknownColumnError } from '@clv/contracts';
import { anObject, labels } from '../argument-shapes.js';
import type { CustomerInputs } from './inputs.js';

/** An Arquero table, or anything that gives its columns alike. */
export interface ColumnarTable {
  columnNames(): string[];
  array(name: string): ArrayLike<unknown>;
}

/** What each column is called. */
export interface CustomerColumns {
  /** Default `p_churn`. */
  pChurn?: string;
  /** Default `clv`. */
  clv?: string;
  /** Default `price`. */
  price?: string;
  /** Default: no column, everyone's sensitivity is 1. */
  sensitivity?: string;
}

/**
 * The inputs of `prescribe` out of a table, or of plain `{column: array}`.
 *
 * @throws {UnknownColumnError} for a column that the table does not have; {InvalidOptionError} for a part that no column plays.
 */
export function readCustomers(
  table: ColumnarTable | Readonly<Record<string, ArrayLike<unknown>>>,
  columns: CustomerColumns = {},
): CustomerInputs {
  checkArgument('table', table, anObject);
  const { text } = shapes;
  checkOptions(columns, { pChurn: text, clv: text, price: text, sensitivity: text });
  const { names, read } = reader(table);
  const column = (name: string): Float64Array => {
    if (!names.includes(name)) throw new UnknownColumnError(name, names);
    const cells = read(name);
    checkArgument(name, cells, labels);
    return Float64Array.from(cells, (value) => (isBlank(value) ? NaN : Number(value)));
  };
  const { pChurn = 'p_churn', clv = 'clv', price = 'price', sensitivity } = columns;
  return {
    pChurn: column(pChurn),
    clv: column(clv),
    price: column(price),
    ...(sensitivity === undefined ? {} : { sensitivity: column(sensitivity) }),
  };
}

const isBlank = (cell: unknown) => cell === null || (typeof cell === 'string' && cell.trim() === '');

function reader(table: ColumnarTable | Readonly<Record<string, ArrayLike<unknown>>>) {
  if (isColumnar(table)) return { names: table.columnNames(), read: (name: string) => table.array(name) };
  return { names: Object.keys(table), read: (name: string) => table[name] };
}

export const isColumnar = (table: object): table is ColumnarTable =>
  typeof table === 'object' &&
  table !== null &&
  'columnNames' in table &&
  typeof table.columnNames === 'function';
