import { type Fault, InvalidInputError } from '@clv/contracts';
import { type Schema, defineSchema, readLabels, readNumbers, validateTable } from '@clv/table';

import type { Config } from '../config/config.js';
import type { Columns, Customers } from './load-customers.js';
import { reservedColumns } from './result-columns.js';

/** Customers whose table is sound, with the parts of it that every stage needs. */
export interface CheckedCustomers {
  name: string;
  columns: Columns;
  rows: number;
  schema: Schema;
  /** 1 churned, 0 stayed, -1 not known yet. */
  labels: Int8Array;
  /** Monthly, per row. */
  price: Float64Array;
  margin: Float64Array;
  sensitivity?: Float64Array;
  truth?: ArrayLike<number>;
  /** The rows that get a prescription, ascending. */
  prescribed: Int32Array;
  /** True when every outcome is known, so that the run is a back-test at the snapshot. */
  backtest: boolean;
  notices: string[];
}

/** Finds every fault of the input at once; throws an `InvalidInputError` that lists them. */
export function checkCustomers(customers: Customers, config: Config): CheckedCustomers {
  const { columns, rows, roles, name } = customers;
  const faults: Fault[] = [];
  if (roles.label === undefined) faults.push(missingRole('label', 'who has churned'));
  if (roles.price === undefined) faults.push(missingRole('price', 'what a discount is a share of'));
  for (const column of Object.keys(columns))
    if (reservedColumns(config.offers).has(column) && !(roles.exclude ?? []).includes(column))
      faults.push({
        rule: 'reserved-column',
        column,
        message: `column ${column} has the name of a column that the results add; rename it`,
      });
  if (faults.length > 0) throw new InvalidInputError(faults);

  const schema = defineSchema(roles, { decimal: config.decimal });
  const report = validateTable(columns, schema);
  if (report.faults.length > 0)
    throw new InvalidInputError(
      report.faults.map((fault) => ({ ...fault, message: `${name}: ${fault.message}` })),
    );

  const numbers = (column: string) => readNumbers(columns, column, { decimal: config.decimal });
  const labels = readLabels(columns, schema);
  const price = numbers(roles.price!);
  const known = labels.filter((label) => label >= 0).length;
  const notices = [...customers.notices];
  const margin = marginOf();

  function marginOf(): Float64Array {
    if (roles.margin !== undefined) return numbers(roles.margin);
    if (roles.margin_rate !== undefined) return price.map((charge) => charge * roles.margin_rate!);
    notices.push('No margin was given, so the whole price counts as margin: values are upper bounds.');
    return price;
  }

  return {
    name,
    columns,
    rows,
    schema,
    labels,
    price,
    margin,
    sensitivity: roles.sensitivity === undefined ? undefined : numbers(roles.sensitivity),
    truth: customers.truth,
    backtest: known === rows,
    prescribed: prescribedRows(labels, config.active_only),
    notices,
  };
}

/** Current customers; all of them where every outcome is known, less those who left where only the active count. */
function prescribedRows(labels: Int8Array, activeOnly: boolean): Int32Array {
  const current = labels.includes(-1);
  const wanted = (label: number) => (current ? label === -1 : !activeOnly || label === 0);
  return Int32Array.from(labels.keys()).filter((row) => wanted(labels[row]));
}

const missingRole = (role: string, meaning: string): Fault => ({
  rule: 'missing-role',
  path: `roles.${role}`,
  message: `roles.${role} is missing: name the column that says ${meaning} (clv init writes a config from your columns)`,
});
