import { formatCount } from '@clv/charts';
import { type Schema, readLabels, readNumbers, readText } from '@clv/table';
import { findLogRows } from '@clv/uplift';

import type { Columns } from '../block/block.js';
import { readBlocks } from '../duckdb/read-blocks.js';
import { planColumns } from '../input/plan-columns.js';
import { withResults } from '../run-folder/results/read-results.js';

/**
 * How many of these rows stand in a run's input too, with what came of them: the run's models have seen it, or may have.
 * Rows are the same where customer, price and tenure are, so that a later look at the same customers is another. Without an id
 * none can be told.
 *
 * @param rows of the columns, those that are asked about.
 */
export async function countLearnedFrom(
  run: string,
  schema: Schema,
  columns: Columns,
  rows: Int32Array,
): Promise<number> {
  const { id, label, price, tenure, offer, outcome } = schema.roles;
  if (id === undefined) return 0;
  const keyOf = keys(columns, schema);
  const asked = new Set(Array.from(rows, keyOf));
  const names = [id, label, price, tenure, offer, outcome].filter((name) => name !== undefined);
  return withResults(run, async (source) => {
    const read = await planColumns(source, [...new Set(names)], schema.decimal, [id, offer]);
    let found = 0;
    for await (const block of readBlocks(source.connection, source.relation, read)) {
      const { columns: cells } = block;
      const [keyHere, isKnown] = [keys(cells, schema), knownRows(cells, schema)];
      for (let row = 0; row < block.rows; row++) if (isKnown(row) && asked.has(keyHere(row))) found++;
    }
    return found;
  });
}

/** A policy is best on the very customers whose outcomes it was learned from. */
export function learnedFromNotices(seen: number, all: number): string[] {
  if (seen === 0) return [];
  const who = `${formatCount(seen)} of these ${formatCount(all)} customers stand in the run's input with what came of them`;
  return [
    `${who}, so its models may have learned from it, and the policy looks better here than it is. Judge it by a log of other customers.`,
  ];
}

function keys(columns: Columns, { roles: { id, price, tenure }, decimal }: Schema): (row: number) => string {
  const ids = readText(columns, id!);
  const numbers = [price, tenure]
    .filter((name) => name !== undefined && name in columns)
    .map((name) => readNumbers(columns, name!, { decimal }));
  return (row) => [ids[row], ...numbers.map((cells) => cells[row])].join('\u001f');
}

function knownRows(columns: Columns, schema: Schema): (row: number) => boolean {
  const { offer, outcome } = schema.roles;
  const labels = readLabels(columns, schema);
  if (offer === undefined || outcome === undefined) return (row) => labels[row] >= 0;
  const { known } = findLogRows(columns, { offer, outcome, decimal: schema.decimal });
  const inLog = new Set(known);
  return (row) => labels[row] >= 0 || inLog.has(row);
}
