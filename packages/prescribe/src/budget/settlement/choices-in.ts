import { binReader } from '../returns/return-bins.js';
import type { Upgrades } from '../upgrades/find-upgrades.js';
import type { Settlement } from './settle.js';

/** What each customer of a block gets; `first` is the number of its first customer among all. */
export function choicesIn(
  { customers, start, offer, marginalReturn }: Upgrades,
  { critical, exceptions }: Pick<Settlement, 'critical' | 'exceptions'>,
  first = 0,
): Int32Array {
  const binOf = binReader(marginalReturn);
  const choice = new Int32Array(customers);
  for (let i = 0; i < customers; i++) {
    let upgrade = start[i];
    while (upgrade < start[i + 1] && binOf(upgrade) > critical) upgrade++;
    if (upgrade > start[i]) choice[i] = offer[upgrade - 1];
  }
  for (const [customer, exception] of exceptions)
    if (customer >= first && customer < first + customers) choice[customer - first] = exception;
  return choice;
}
