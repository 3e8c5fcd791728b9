import type { Choices } from '../choices.js';
import type { Upgrades } from '../upgrades/find-upgrades.js';

/** A few customers' offers, gathered from the blocks, with what each has so far. */
export function gatherChoices(blocks: Iterable<Upgrades>, holding: ReadonlyMap<number, number>) {
  const customers = [...holding.keys()].sort((one, other) => one - other);
  let choices = roomFor(customers.length, 1);
  let first = 0;
  let next = 0;
  for (const { choices: block } of blocks) {
    if (choices.offers !== block.offers) choices = roomFor(customers.length, block.offers);
    for (; customers[next] < first + block.customers; next++)
      copyRow(block, customers[next] - first, choices, next);
    first += block.customers;
    if (next === customers.length) break;
  }
  return {
    customers,
    choices,
    choice: Int32Array.from(customers, (customer) => holding.get(customer)!),
  };
}

const roomFor = (customers: number, offers: number): Choices => ({
  customers,
  offers,
  gain: new Float64Array(customers * offers),
  cost: new Float64Array(customers * offers),
});

function copyRow(from: Choices, customer: number, to: Choices, at: number): void {
  const { offers } = to;
  for (const matrix of ['gain', 'cost'] as const)
    to[matrix].set(from[matrix].subarray(customer * offers, (customer + 1) * offers), at * offers);
}
