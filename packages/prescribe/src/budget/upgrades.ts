/** Each customer's offers as the budget sees them: customers x offers, row-major; offer 0 is none, free and without gain. */
export interface Choices {
  customers: number;
  offers: number;
  gain: Float64Array;
  cost: Float64Array;
}

/**
 * The steps from none to each customer's best offer that could be worth their money: the upper convex hull of
 * (cost, gain). Along a customer's steps cost and gain rise, and the marginal return falls.
 */
export interface Upgrades extends Choices {
  /** The steps of customer `i` are numbers `start[i]` up to `start[i + 1]`, cheapest first. */
  start: Int32Array;
  /** The offer that a step leads to. */
  offer: Uint16Array;
  /** The gain per unit of money that a step brings. */
  marginalReturn: Float64Array;
}

/** Finds every customer's upgrades (Sinha and Zoltners 1979, the multiple-choice knapsack's LP-efficient items). */
export function findUpgrades({ customers, offers, gain, cost }: Choices): Upgrades {
  const most = customers * Math.max(0, offers - 1);
  const start = new Int32Array(customers + 1);
  const offer = new Uint16Array(most);
  const marginalReturn = new Float64Array(most);
  const byCost = Uint16Array.from({ length: Math.max(0, offers - 1) }, (_, a) => a + 1);
  let end = 0;
  for (let i = 0; i < customers; i++) {
    const row = i * offers;
    const first = end;
    sortByCost(byCost, row, gain, cost);
    for (let k = 0; k < byCost.length; k++) {
      const candidate = byCost[k];
      const candidateGain = gain[row + candidate];
      const candidateCost = cost[row + candidate];
      let below = end > first ? row + offer[end - 1] : row;
      if (candidateGain <= gain[below]) continue;
      let slope = (candidateGain - gain[below]) / (candidateCost - cost[below]);
      while (end > first && slope > marginalReturn[end - 1]) {
        end--;
        below = end > first ? row + offer[end - 1] : row;
        slope = (candidateGain - gain[below]) / (candidateCost - cost[below]);
      }
      offer[end] = candidate;
      marginalReturn[end++] = slope;
    }
    start[i + 1] = end;
  }
  return {
    customers,
    offers,
    gain,
    cost,
    start,
    offer: offer.subarray(0, end),
    marginalReturn: marginalReturn.subarray(0, end),
  };
}

/** Cheapest first, then the greatest gain, then the first named. One customer's order is a good start for the next one's. */
function sortByCost(order: Uint16Array, row: number, gain: Float64Array, cost: Float64Array): void {
  for (let k = 1; k < order.length; k++) {
    const moving = order[k];
    const movingCost = cost[row + moving];
    let at = k;
    for (; at > 0; at--) {
      const other = order[at - 1];
      const otherCost = cost[row + other];
      if (otherCost < movingCost) break;
      if (otherCost === movingCost) {
        const ahead = gain[row + other] - gain[row + moving];
        if (ahead > 0 || (ahead === 0 && other < moving)) break;
      }
      order[at] = other;
    }
    order[at] = moving;
  }
}
