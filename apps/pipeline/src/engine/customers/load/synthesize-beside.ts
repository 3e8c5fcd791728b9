import {
  type DrawnColumn,
  type DrawnColumns,
  type SynthesizeOptions,
  fillCoded,
  synthesizeCoded,
} from '@clv/synth';

import { sharedLike } from '../../../block/shared-memory.js';
import { hasHelpFor } from '../../../second-thread/has-help-for.js';
import { runTask } from '../../../second-thread/run-task.js';

/** Of all customers: the other thread begins later. */
const ownShare = 0.51;

/** Customers are drawn in blocks of so many. */
const blockRows = 16_384;

/** Synthetic customers without a campaign, a part of them made by another thread where there is one. */
export async function synthesizeBeside(
  options: SynthesizeOptions & { customers: number },
): Promise<DrawnColumns> {
  const { customers } = options;
  if (!hasHelpFor(customers)) return synthesizeCoded(options, 0, customers);
  const columns = sharedColumns(synthesizeCoded(options, 0, 0), customers);
  const own = blockRows * Math.round((customers * ownShare) / blockRows);
  const others = runTask('fillCoded', columns, options, own, customers);
  fillCoded(columns, options, 0, own);
  await others;
  return columns;
}

/** Columns of the same kinds, so long, which both threads fill. */
const sharedColumns = (columns: DrawnColumns, rows: number): DrawnColumns =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, sharedColumn(column, rows)]));

function sharedColumn(column: DrawnColumn, rows: number): DrawnColumn {
  if ('codes' in column) return { ...column, codes: sharedLike(column.codes, rows) };
  if ('first' in column) return { ...column, rows };
  if (Array.isArray(column)) throw new TypeError('strings cannot be shared by threads');
  return sharedLike(column, rows);
}
