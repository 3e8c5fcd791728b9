import { InvalidInputError } from '@clv/contracts';
import { table, type ColumnTable } from 'arquero';
import { allocate, blockRows, fillBlock } from './fill-block.js';
import { planOf, type SynthesizeOptions } from './options/options.js';
import type { Columns } from './scenarios/scenario.js';

/** Some 3 GB of typed columns; more go by `synthesizeBlocks`. */
const mostInOneTable = 2e7;

/**
 * A table of synthetic customers, one a row, whose true behaviour is known.
 *
 * @throws InvalidInputError that lists every option at fault.
 */
export function synthesize(options: SynthesizeOptions = {}): ColumnTable {
  return table(synthesizeColumns(options));
}

/** The same customers as plain typed columns: numbers in typed arrays (NaN is missing), names in arrays of strings. */
export function synthesizeColumns(options: SynthesizeOptions = {}): Columns {
  const plan = planOf(options, mostInOneTable);
  const columns = allocate(plan, plan.customers);
  for (let offset = 0; offset < plan.customers; offset += blockRows)
    fillBlock(plan, offset / blockRows, columns, offset, Math.min(blockRows, plan.customers - offset));
  return columns;
}

/**
 * Some rows of what `synthesizeColumns` gives, drawn without the others: threads and machines can share the work.
 *
 * @param from the first row, counted from 0.
 * @param to the row before which to end, at most `customers`.
 * @throws InvalidInputError where there are no such rows, and for options at fault.
 */
export function synthesizeRows(options: SynthesizeOptions, from: number, to: number): Columns {
  const plan = planOf(options, mostInOneTable);
  if (![from, to].every(Number.isInteger) || from < 0 || from > to || to > plan.customers) {
    const message = `rows must run from 0 to ${plan.customers}, the customers: from ${String(from)} to ${String(to)}`;
    throw new InvalidInputError([{ rule: 'out-of-range', message, path: 'from' }]);
  }
  const start = from - (from % blockRows);
  const columns = allocate(plan, to - start);
  for (let offset = start; offset < to; offset += blockRows)
    fillBlock(plan, offset / blockRows, columns, offset - start, Math.min(blockRows, to - offset));
  if (start === from) return columns;
  return Object.fromEntries(
    Object.entries(columns).map(([name, cells]) => [name, cells.slice(from - start)]),
  );
}
