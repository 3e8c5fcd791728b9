import { columnsOf } from './columns-of.js';
import { allocate, blockRows, fillBlock } from './fill-block.js';
import { planOf, type SynthesizeOptions } from './options/options.js';
import type { Columns } from './scenarios/scenario.js';

/** Up to 16,384 customers that follow one another. */
export interface CustomerBlock {
  /** Counted from 0. */
  block: number;
  /** The row of the whole table at which the block begins, counted from 0. */
  offset: number;
  rows: number;
  columns: Columns;
}

/**
 * The customers of `synthesize`, in blocks of 16,384 rows, so that any number of them passes through constant memory.
 *
 * @throws InvalidInputError that lists every option at fault, before the first block.
 */
export function synthesizeBlocks(options: SynthesizeOptions = {}): Iterable<CustomerBlock> {
  const plan = planOf(options);
  return {
    *[Symbol.iterator]() {
      for (let block = 0; block * blockRows < plan.customers; block++) {
        const offset = block * blockRows;
        const rows = Math.min(blockRows, plan.customers - offset);
        const columns = allocate(plan, offset, rows);
        fillBlock(plan, block, columns, 0, rows);
        yield { block, offset, rows, columns: columnsOf(columns) };
      }
    },
  };
}
