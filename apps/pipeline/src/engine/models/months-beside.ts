import { sharedLike } from '../../block/shared-memory.js';
import { askRunner, hasRunner } from '../../second-thread/run-task.js';
import { sharedTurns } from '../../second-thread/turns.js';
import { type CountedMonths, type Staying, blocksOf, fillMonths, monthsPaid } from './months-paid.js';

/** Fewer customers are done with sooner than another thread can be asked to help. */
const least = 100_000;

/** The discounted months that each customer pays, some of them counted by another thread where there is one that is free. */
export async function monthsBeside(staying: Staying, counted: CountedMonths): Promise<Float64Array> {
  const customers = staying.pChurn.length;
  if (!hasRunner() || customers < least) return monthsPaid(staying, counted);
  const paid = sharedLike(staying.pChurn, customers);
  const turns = sharedTurns(blocksOf(staying));
  const other = askRunner('fillMonths', [paid, staying, counted, turns]);
  const own = fillMonths(paid, staying, counted, turns);
  // A thread that had something else to do until all was done need not be waited for.
  if (own === turns.parts || (await other) !== undefined) return paid;
  return monthsPaid(staying, counted);
}
