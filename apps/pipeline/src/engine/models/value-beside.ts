import { sharedLike } from '../../block/shared-memory.js';
import { hasHelpFor } from '../../second-thread/has-help-for.js';
import { askRunner } from '../../second-thread/run-task.js';
import { sharedTurns } from '../../second-thread/turns.js';
import { type CountedMonths, type Staying, blocksOf, fillMonths, monthsPaid } from './months-paid.js';
import { type CustomerValue, type ValueTerms, countedBy, valueCustomers } from './value-customers.js';

/** Values customers as `valueCustomers` does, with the help of another thread where there is one and they are many. */
export async function valueBeside(
  margin: Float64Array,
  staying: Staying,
  terms: ValueTerms,
): Promise<CustomerValue> {
  const { horizon_months: horizon } = terms;
  const paid = await monthsBeside(staying, countedBy(terms, horizon));
  return valueCustomers(margin, staying, terms, new Map([[horizon, paid]]));
}

/** The discounted months that each customer pays, some of them counted by another thread as far as it is free. */
async function monthsBeside(staying: Staying, counted: CountedMonths): Promise<Float64Array> {
  const customers = staying.pChurn.length;
  if (!hasHelpFor(customers)) return monthsPaid(staying, counted);
  const paid = sharedLike(staying.pChurn, customers);
  const turns = sharedTurns(blocksOf(staying));
  const other = askRunner('fillMonths', [paid, staying, counted, turns]);
  const own = fillMonths(paid, staying, counted, turns);
  // A thread that had something else to do until all was done need not be waited for.
  if (own === turns.parts || (await other) !== undefined) return paid;
  return monthsPaid(staying, counted);
}
