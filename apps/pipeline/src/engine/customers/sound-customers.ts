import { formatCount } from '@clv/charts';
import { type Fault, InvalidInputError } from '@clv/contracts';

import type { Columns } from '../../block/block.js';
import { everyRow } from '../../block/every-row.js';
import type { Config } from '../../config/config.js';
import { faultsBy } from '../../faults/faults-by.js';
import { assertGroupable } from './assert-groupable.js';
import { type CheckedCustomers, checkCustomers } from './check-customers.js';
import { assertLearnable } from './count-experiment.js';
import type { Customers } from './load/load-customers.js';
import { ofWholeTable } from './of-whole-table.js';
import { readMoney } from './read-money.js';
import { tableNotices } from './notices/table-notices.js';
import { takeTableRows } from '../../block/take-rows.js';

/** What became of the rows of an input that have faults. */
export interface SetAside {
  /** Every fault of theirs; accepted and rejected rows are all that were read. */
  rejects: readonly Fault[];
  rejected: number;
}

/** Customers who were accepted, and what was found with the rows that were not. */
export interface SoundCustomers extends CheckedCustomers, SetAside {
  /** Of all cells of the input, where they were not all kept. */
  sha256?: string;
}

/**
 * Finds every fault of the input at once. Rows with faults are set aside where the config names a file for them, and the
 * others are looked at again, until none is found: they would pass as a table of their own. Faults of the table as a whole
 * are always refused.
 *
 * @throws InvalidInputError that lists all faults.
 */
export async function soundCustomers(customers: Customers, config: Config): Promise<SoundCustomers> {
  const { name, rows, unreadable } = customers;
  const told: Fault[] = [];
  let kept = everyRow(rows);
  for (;;) {
    const { found, checked } = allFaults(onlyRows(customers, kept), config);
    if (found.length > 0) told.push(...ofWholeTable(name, found, kept.map(numberOf)));
    const isRefused =
      config.rejects === undefined ? found.length + unreadable.length > 0 : found.some(isOfTable);
    if (isRefused) throw new InvalidInputError(await inOrder(customers, told));
    if (checked) {
      assertGroupable(checked);
      assertLearnable(name, checked.experiment, checked.schema);
      const rejected = rows - kept.length + unreadable.length;
      const notices = [
        ...checked.notices,
        ...tableNotices(checked),
        ...setAsideNotices(rejected, kept.length, config),
      ];
      return { ...checked, notices, rejects: await inOrder(customers, told), rejected };
    }
    const faulty = new Set(found.map(({ row }) => row));
    kept = kept.filter((_, i) => !faulty.has(numberOf(i)));
  }
}

/** Rows are counted from 1 where people read of them. */
const numberOf = (row: number) => row + 1;

/** Whether a fault is that of the table as a whole. */
export const isOfTable = ({ row }: Fault) => row === undefined;

/** What is said where rows were set aside. */
export function setAsideNotices(rejected: number, kept: number, { rejects }: Config): string[] {
  if (rejected === 0) return [];
  return [
    `${formatCount(rejected)} of ${formatCount(rejected + kept)} rows have faults and were set aside in ${rejects}.`,
  ];
}

/**
 * All faults of a table by its cells, and the table where there is none. Blank money is looked for only in a table that is
 * sound otherwise, so it is looked for again past the other faults.
 */
export function allFaults(
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

/** The faults of an input's rows as they stand in it, those of cells with the line of the file in which their row begins. */
export async function inOrder(
  { unreadable, linesOf }: Pick<Customers, 'unreadable' | 'linesOf'>,
  faults: readonly Fault[],
): Promise<Fault[]> {
  const rows = faults.flatMap(({ row }) => row ?? []);
  const places = rows.length > 0 ? await linesOf?.(rows) : undefined;
  const withLines = faults.map((fault) => {
    const place = places?.get(fault.row!);
    if (place === undefined) return fault;
    const where = fault.message.startsWith(`${place.file}:`) ? '' : ` of ${place.file}`;
    // A line holds text, though its cell was read as the number that it is.
    const value = typeof fault.value === 'number' ? String(fault.value) : fault.value;
    return { ...fault, value, line: place.line, message: `${fault.message} (line ${place.line}${where})` };
  });
  return [...unreadable, ...withLines].sort((a, b) => (a.line ?? a.row ?? 0) - (b.line ?? b.row ?? 0));
}

function onlyRows(customers: Customers, kept: Int32Array): Customers {
  if (kept.length === customers.rows) return customers;
  return { ...customers, columns: takeTableRows(customers.columns, kept), rows: kept.length };
}
