import type { Fault } from '@clv/contracts';
import type { FeatureKinds } from '@clv/table';

import type { Columns } from '../../block/block.js';
import { amongAll } from '../../block/left-out-rows.js';
import { joinColumns } from '../../block/join-columns.js';
import { readBlocks } from '../../duckdb/read-blocks.js';
import { ofWholeTable } from '../../engine/customers/of-whole-table.js';
import { allFaults } from '../../engine/customers/sound-customers.js';
import { takeTableRows } from '../../block/take-rows.js';
import { planFaithfully } from '../../input/plan-columns.js';
import type { TableSource } from '../../input/table-source.js';
import type { Asked } from '../columns/columns-to-read.js';

/**
 * Every fault of some rows of a source, as a run that holds the whole table in memory tells it.
 *
 * @param kinds what the features of all rows are.
 * @param suspects the rows, counted from 0 without those that the source leaves out, ascending.
 */
export async function tellFaults(
  source: TableSource,
  { schema, names, config }: Asked,
  kinds: FeatureKinds,
  suspects: Int32Array,
): Promise<readonly Fault[]> {
  const { rows, columns } = await readSome(source, names, suspects, schema.roles.label);
  const { name } = source;
  const some = { name, columns, rows: rows.length, schema, kinds, notices: [], unreadable: [] };
  const { found } = allFaults(some, config);
  const numbers = amongAll(rows, source.leftOut ?? new Int32Array()).map((row) => row + 1);
  return ofWholeTable(name, found, numbers);
}

/** So many spellings of labels are looked for. */
const mostSpellings = 10_000;

/** The given rows, and the first with each spelling of the label: a fault of a label lists them. */
async function readSome(
  source: TableSource,
  names: readonly string[],
  wanted: Int32Array,
  label: string | undefined,
): Promise<{ rows: number[]; columns: Columns }> {
  const columns = source.columns.filter((column) => names.includes(column.name));
  const plan = await planFaithfully({ ...source, columns });
  const rows: number[] = [];
  const parts: Columns[] = [];
  const spellings = new Set<unknown>();
  let first = 0;
  let next = 0;
  for await (const block of readBlocks(source.connection, source.relation, plan, undefined, source.leftOut)) {
    const cells = block.columns;
    const labels = label === undefined ? [] : cells[label];
    const picks: number[] = [];
    for (let i = 0; i < block.rows; i++)
      if (wanted[next] === first + i) {
        next++;
        picks.push(i);
      } else if (i < labels.length && !spellings.has(labels[i]) && spellings.size < mostSpellings) {
        spellings.add(labels[i]);
        picks.push(i);
      }
    const places = Int32Array.from(picks);
    for (const i of picks) rows.push(first + i);
    parts.push(takeTableRows(cells, places));
    first += block.rows;
  }
  const joined = names.map((name) => [name, joinColumns(parts.map((part) => part[name] ?? []))]);
  return { rows, columns: Object.fromEntries(joined) };
}
