import type { Choices } from '@clv/prescribe';

/** Each customer's best offer when a unit of money spent must gain more than the price; none where nothing does. */
export function chooseAtPrice({ customers, offers, gain, cost }: Choices, price: number): Int32Array {
  const choice = new Int32Array(customers);
  for (let i = 0; i < customers; i++) {
    let most = 0;
    for (let o = 1; o < offers; o++) {
      const worth = gain[i * offers + o] - price * cost[i * offers + o];
      if (worth <= most) continue;
      most = worth;
      choice[i] = o;
    }
  }
  return choice;
}
