import type { Fault } from '@clv/contracts';
import { readNumbers, type TableLike } from '@clv/table';
import { FaultList } from '../checks/fault-list.js';
import { countFault } from '../purchases/purchase-history.js';

/** What the gamma-gamma model needs to know of each customer. */
export interface Spending {
  /** Repeat purchases: a whole number. */
  frequency: Float64Array;
  /** The mean spend of the repeat purchases; without any it may be anything. */
  monetaryValue: Float64Array;
}

/**
 * The columns `frequency` and `monetary_value` of a table.
 *
 * @throws InvalidInputError naming every row of a frequency that is not whole, or whose repeat purchases have a mean spend
 *   that is not above 0.
 */
export function readSpending(table: TableLike): Spending {
  const frequency = readNumbers(table, 'frequency');
  const monetaryValue = readNumbers(table, 'monetary_value');
  const faults = new FaultList();
  for (let i = 0; i < frequency.length; i++) {
    const fault = impossible(frequency[i], monetaryValue[i]);
    if (fault) faults.add({ ...fault, message: `row ${i + 1}, ${fault.message}`, row: i + 1 });
  }
  faults.throwIfAny();
  return { frequency, monetaryValue };
}

function impossible(frequency: number, monetaryValue: number): Fault | undefined {
  const miscounted = countFault(frequency);
  if (miscounted) return miscounted;
  if (frequency === 0 || (monetaryValue > 0 && monetaryValue < Infinity)) return undefined;
  const message = `monetary_value: must be a number above 0: ${monetaryValue}`;
  return { rule: 'not-a-spend', message, column: 'monetary_value', value: monetaryValue };
}
