import type { Choices } from '../choices.js';
import type { ExactSum } from '../exact-sum.js';

/** Customers whose policy has money left, and what it has spent and gained so far. */
export interface Change {
  choices: Choices;
  choice: Int32Array;
  spent: ExactSum;
  gained: ExactSum;
  limit: number;
}

/** Spends what is left, up to the limit, on offers off the hull too, the greatest return first: it matters where one upgrade is much of the money. */
export function spendChange(change: Change): void {
  const { choices, choice, spent, limit } = change;
  const { offers, cost, gain } = choices;
  const extra = (matrix: Float64Array, i: number, a: number) =>
    matrix[i * offers + a] - matrix[i * offers + choice[i]];
  const finds: { customer: number; offer: number; marginalReturn: number }[] = [];
  for (let customer = 0; customer < choices.customers; customer++)
    for (let offer = 1; offer < offers; offer++) {
      const [extraCost, extraGain] = [extra(cost, customer, offer), extra(gain, customer, offer)];
      if (extraGain > 0 && spent.value + extraCost <= limit)
        finds.push({ customer, offer, marginalReturn: extraCost > 0 ? extraGain / extraCost : Infinity });
    }
  finds.sort((one, other) => other.marginalReturn - one.marginalReturn || 0);
  for (const { customer, offer } of finds) {
    const [extraCost, extraGain] = [extra(cost, customer, offer), extra(gain, customer, offer)];
    if (extraGain > 0 && spent.value + extraCost <= limit) give(change, customer, offer);
  }
}

/** Gives a customer another offer, and brings the sums up to date. */
export function give({ choices, choice, spent, gained }: Change, customer: number, offer: number): void {
  const { offers, cost, gain } = choices;
  const row = customer * offers;
  const [from, to] = [row + choice[customer], row + offer];
  spent.add(cost[to] - cost[from]);
  gained.add(gain[to] - gain[from]);
  choice[customer] = offer;
}
