import { InvalidInputError, type Fault } from '@clv/contracts';
import { drawRows, fillRows, planOfTable, refuseOtherRows } from './draw-rows.js';
import { allocate, blockRows } from './fill-block.js';
import type { Plan, SynthesizeOptions } from './options/options.js';
import type { DrawnColumn, DrawnColumns } from './scenarios/scenario.js';

/**
 * The rows of `synthesizeRows` as they are quickly made: ids as the number of the first, few names as their places among
 * them. Names of a table that is imitated, and the offers of a campaign, are strings here too.
 *
 * @throws InvalidInputError where there are no such rows, and for options at fault.
 */
export const synthesizeCoded = (options: SynthesizeOptions, from: number, to: number): DrawnColumns =>
  drawRows(planOfTable(options), from, to);

/**
 * Writes some rows of the whole table to their places in columns such as `synthesizeCoded` gives, as long as there are
 * customers. Where their memory is shared, threads fill them together.
 *
 * @param from the first row, a multiple of 16,384.
 * @throws InvalidInputError where there are no such rows or columns, and for options at fault.
 */
export function fillCoded(columns: DrawnColumns, options: SynthesizeOptions, from: number, to: number): void {
  const plan = planOfTable(options);
  refuseOtherRows(plan, from, to);
  const faults = [...startFaults(from), ...columnFaults(columns, plan)];
  if (faults.length > 0) throw new InvalidInputError(faults);
  fillRows(plan, columns, from, to, 0);
}

function startFaults(from: number): Fault[] {
  if (from % blockRows === 0) return [];
  return [
    { rule: 'out-of-range', path: 'from', message: `from must be a multiple of ${blockRows}: ${from}` },
  ];
}

const columnFaults = (columns: DrawnColumns, plan: Plan): Fault[] =>
  Object.keys(allocate(plan, 0, 0))
    .filter((name) => !(name in columns) || rowsOf(columns[name]) !== plan.customers)
    .map((column) => ({
      ...{ rule: 'other-columns', path: 'columns', column },
      message: `columns must be those of the options, with a row for each of the customers: ${column}`,
    }));

function rowsOf(column: DrawnColumn): number {
  if ('codes' in column) return column.codes.length;
  return 'first' in column ? column.rows : column.length;
}
