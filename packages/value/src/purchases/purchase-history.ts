import { InvalidInputError, type Fault } from '@clv/contracts';
import { readNumbers, type TableLike } from '@clv/table';
import { FaultList } from '../checks/fault-list.js';

/** What a purchase model needs to know of each customer; times are in the caller's unit. */
export interface PurchaseHistory {
  /** Repeat purchases: a whole number, the first purchase not counted. */
  frequency: Float64Array;
  /** From the first purchase to the last; 0 without a repeat. */
  recency: Float64Array;
  /** From the first purchase to the end of observation. */
  age: Float64Array;
}

/**
 * The columns `frequency`, `recency` and `age` of a table, such as `summarizeTransactions` gives.
 *
 * @throws InvalidInputError naming every row that no customer could have: a frequency that is not whole, a recency above
 *   the age, a recency without a repeat purchase.
 */
export function readPurchaseHistory(table: TableLike): PurchaseHistory {
  const frequency = readNumbers(table, 'frequency');
  const recency = readNumbers(table, 'recency');
  const age = readNumbers(table, 'age');
  if (frequency.length === 0) {
    throw new InvalidInputError([{ rule: 'no-rows', message: 'there are no customers' }]);
  }
  const faults = new FaultList();
  for (let i = 0; i < frequency.length; i++) {
    const fault = impossible(frequency[i], recency[i], age[i]);
    if (fault) faults.add({ ...fault, message: `row ${i + 1}, ${fault.message}`, row: i + 1 });
  }
  faults.throwIfAny();
  return { frequency, recency, age };
}

function impossible(frequency: number, recency: number, age: number): Fault | undefined {
  const miscounted = countFault(frequency);
  if (miscounted) return miscounted;
  if (!(age >= 0 && age < Infinity)) {
    const message = `age: must be a number of at least 0: ${age}`;
    return { rule: 'not-a-time', message, column: 'age', value: age };
  }
  if (!(recency >= 0 && recency <= age)) {
    const message = `recency: must be between 0 and the age of ${age}: ${recency}`;
    return { rule: 'recency-above-age', message, column: 'recency', value: recency };
  }
  if (frequency === 0 && recency > 0) {
    const message = `recency: must be 0 without a repeat purchase: ${recency}`;
    return { rule: 'recency-without-repeat', message, column: 'recency', value: recency };
  }
  return undefined;
}

/** What is wrong with a number of repeat purchases, if anything is. */
export function countFault(frequency: number): Fault | undefined {
  if (Number.isInteger(frequency) && frequency >= 0) return undefined;
  const message = `frequency: must be a whole number of at least 0: ${frequency}`;
  return { rule: 'not-a-count', message, column: 'frequency', value: frequency };
}
