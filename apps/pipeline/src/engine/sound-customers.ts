import { type Fault, InvalidInputError } from '@clv/contracts';

import type { Config } from '../config/config.js';
import { faultsBy } from '../config/faults-by.js';
import { type CheckedCustomers, checkCustomers } from './check-customers.js';
import type { Columns, Customers } from './load-customers.js';
import { readMoney } from './read-money.js';
import { takeRows } from './take-rows.js';

/** Customers who were accepted, and what was found with the rows that were not. */
export interface SoundCustomers extends CheckedCustomers {
  /** Of the rows that were set aside, every fault; accepted and rejected rows are all that were read. */
  rejects: readonly Fault[];
  rejected: number;
  /** Of all cells of the input, where they were not all kept. */
  sha256?: string;
}

/**
 * Finds every fault of the input at once. Rows with faults are set aside where the config names a file for them; faults of
 * the table as a whole are always refused.
 *
 * @throws InvalidInputError that lists all faults.
 */
export async function soundCustomers(customers: Customers, config: Config): Promise<SoundCustomers> {
  const { unreadable } = customers;
  const { found, checked: sound } = allFaults(customers, config);
  if (sound && unreadable.length === 0) return { ...sound, rejects: [], rejected: 0 };

  const faulty = new Set(found.flatMap(({ row }) => row ?? []));
  const rejects = [...unreadable, ...(await withLines(customers, found))].sort(
    (a, b) => (a.line ?? a.row ?? 0) - (b.line ?? b.row ?? 0),
  );
  if (config.rejects === undefined || found.some(({ row }) => row === undefined))
    throw new InvalidInputError(rejects);
  const kept = Int32Array.from({ length: customers.rows }, (_, i) => i).filter((i) => !faulty.has(i + 1));
  const checked = checkCustomers(onlyRows(customers, kept), config);
  const rejected = faulty.size + unreadable.length;
  const notice = `${count(rejected)} of ${count(rejected + kept.length)} rows have faults and were set aside in ${config.rejects}.`;
  return { ...checked, notices: [...checked.notices, notice], rejects, rejected };
}

/** Blank money is looked for only in a table that is sound otherwise, so it is looked for again past the other faults. */
function allFaults(
  customers: Customers,
  config: Config,
): { found: readonly Fault[]; checked?: CheckedCustomers } {
  let checked: CheckedCustomers | undefined;
  const faults = faultsBy(() => (checked = checkCustomers(customers, config)));
  const rows = new Set(faults.map(({ row }) => row));
  if (rows.size === 0 || rows.has(undefined) || faults.some(({ rule }) => rule === 'blank-number'))
    return { found: faults, checked };
  const { name, columns, schema } = customers;
  const { price, margin, sensitivity } = schema.roles;
  const money: Columns = Object.fromEntries(
    [price, margin, sensitivity]
      .filter((column) => column !== undefined)
      .map((column) => [column, Array.from(columns[column], (cell, i) => (rows.has(i + 1) ? 0 : cell))]),
  );
  return { found: [...faults, ...faultsBy(() => readMoney(name, money, schema))] };
}

/** Faults of cells with the line of the file in which their row begins. */
async function withLines({ linesOf }: Customers, faults: readonly Fault[]): Promise<Fault[]> {
  const rows = faults.flatMap(({ row }) => row ?? []);
  const places = rows.length > 0 ? await linesOf?.(rows) : undefined;
  return faults.map((fault) => {
    const place = places?.get(fault.row!);
    if (place === undefined) return fault;
    const where = fault.message.startsWith(`${place.file}:`) ? '' : ` of ${place.file}`;
    // A line holds text, though its cell was read as the number that it is.
    const value = typeof fault.value === 'number' ? String(fault.value) : fault.value;
    return { ...fault, value, line: place.line, message: `${fault.message} (line ${place.line}${where})` };
  });
}

function onlyRows(customers: Customers, kept: Int32Array): Customers {
  const columns = Object.fromEntries(
    Object.entries(customers.columns).map(([name, cells]) => [name, takeRows(cells, kept)]),
  );
  return { ...customers, columns, rows: kept.length };
}

const count = (rows: number) => rows.toLocaleString('en-US');
