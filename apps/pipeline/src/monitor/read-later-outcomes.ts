import { readLabels, readText } from '@clv/table';

import { rowsByCustomer } from '../campaign/rows-by-customer.js';
import { unlikeIds } from '../campaign/unlike-ids.js';
import { unknownColumns } from '../engine/customers/unknown-columns.js';
import { refusal } from '../faults/refusal.js';
import { inNameOf, refuseFaults } from '../faults/refuse-faults.js';
import { readTable } from '../input/read-table.js';
import { counted } from '../wording/counted.js';
import type { MonitoredRun } from './monitored-run.js';

/** What became of an earlier run's customers. */
export interface LaterOutcomes {
  /** Of each row: 1 left, 0 stayed, -1 not known. */
  labels: Int8Array;
  /** The row of each customer. */
  rowOf: ReadonlyMap<string, number>;
}

/**
 * A later table of the customers of a run, with the id and the label that the run had; without an id they are told apart by
 * their rows.
 *
 * @throws InvalidInputError with everything that is wrong with the table: customers who stand twice, cells that are no label, and
 *   where it names nobody of the run.
 */
export async function readLaterOutcomes(
  file: string,
  { name: run, ids, scorer }: MonitoredRun,
): Promise<LaterOutcomes> {
  const { id, label } = scorer.schema.roles;
  const { name, columns: read } = await readTable(file);
  const asked = [id, label].filter((column) => column !== undefined);
  refuseFaults(name, unknownColumns(asked, [...read.keys()]));
  const columns = Object.fromEntries(read);
  const labels = inNameOf(name, () => readLabels(columns, scorer.schema));
  const customers =
    id === undefined ? Array.from(labels, (_, row) => String(row + 1)) : readText(columns, id);
  const rowOf = rowsByCustomer(name, id ?? 'row', customers);
  if (!ids.some((customer) => rowOf.has(customer)))
    throw refusal(
      'no-outcomes',
      name,
      `${name} names none of the ${counted(ids.length, 'customer')} of ${run}; is ${id} written alike?${unlikeIds(rowOf.keys(), ids)}`,
    );
  return { labels, rowOf };
}
