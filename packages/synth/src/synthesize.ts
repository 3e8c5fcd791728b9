import { table, type ColumnTable } from 'arquero';
import { columnsOf } from './columns-of.js';
import { drawRows, planOfTable } from './draw-rows.js';
import type { SynthesizeOptions } from './options/options.js';
import type { Columns } from './scenarios/scenario.js';

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
  const plan = planOfTable(options);
  return columnsOf(drawRows(plan, 0, plan.customers));
}

/**
 * Some rows of what `synthesizeColumns` gives, drawn without the others: threads and machines can share the work.
 *
 * @param from the first row, counted from 0.
 * @param to the row before which to end, at most `customers`.
 * @throws InvalidInputError where there are no such rows, and for options at fault.
 */
export const synthesizeRows = (options: SynthesizeOptions, from: number, to: number): Columns =>
  columnsOf(drawRows(planOfTable(options), from, to));
