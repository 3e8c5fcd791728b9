import type { Choices } from './choices.js';

/**
 * The number of the offer for each customer where money is no limit, as `allocateBudget` gives it: the one that gains most,
 * of equal gains the cheaper, then the first; none where nothing gains more.
 */
export function chooseUnlimited({ customers, offers, gain, cost }: Choices): Int32Array {
  const choice = new Int32Array(customers);
  for (let i = 0, row = 0; i < customers; i++, row += offers) {
    let best = row;
    for (let at = row + 1; at < row + offers; at++)
      if (gain[at] > gain[best] || (gain[at] === gain[best] && cost[at] < cost[best])) best = at;
    choice[i] = best - row;
  }
  return choice;
}
