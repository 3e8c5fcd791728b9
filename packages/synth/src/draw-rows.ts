import { InvalidInputError } from '@clv/contracts';
import { allocate, blockRows, fillBlock } from './fill-block.js';
import { planOf, type Plan, type SynthesizeOptions } from './options/options.js';
import type { DrawnColumn, DrawnColumns } from './scenarios/scenario.js';

/** Some 3 GB of typed columns; more go by `synthesizeBlocks`. */
const mostInOneTable = 2e7;

export const planOfTable = (options: SynthesizeOptions): Plan => planOf(options, mostInOneTable);

/**
 * The rows of a plan from `from` up to `to`.
 *
 * @throws InvalidInputError where there are no such rows.
 */
export function drawRows(plan: Plan, from: number, to: number): DrawnColumns {
  refuseOtherRows(plan, from, to);
  const before = from % blockRows;
  const columns = allocate(plan, from - before, before + to - from);
  fillRows(plan, columns, from - before, to, from - before);
  return before === 0 ? columns : withoutFirst(columns, before);
}

/** @throws InvalidInputError where the customers of a plan have no rows from `from` to `to`. */
export function refuseOtherRows({ customers }: Plan, from: number, to: number): void {
  if ([from, to].every(Number.isInteger) && from >= 0 && from <= to && to <= customers) return;
  const message = `rows must run from 0 to ${customers}, the customers: from ${String(from)} to ${String(to)}`;
  throw new InvalidInputError([{ rule: 'out-of-range', message, path: 'from' }]);
}

/** Fills columns, the first row of which is `first`, with the blocks that begin at row `start` and end before `to`. */
export function fillRows(plan: Plan, columns: DrawnColumns, start: number, to: number, first: number): void {
  for (let row = start; row < to; row += blockRows)
    fillBlock(plan, row / blockRows, columns, row - first, Math.min(blockRows, to - row));
}

const withoutFirst = (columns: DrawnColumns, rows: number): DrawnColumns =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, cut(column, rows)]));

function cut(column: DrawnColumn, rows: number): DrawnColumn {
  if ('codes' in column) return { ...column, codes: column.codes.slice(rows) };
  if ('first' in column) return { first: column.first + rows, rows: column.rows - rows };
  return column.slice(rows);
}
