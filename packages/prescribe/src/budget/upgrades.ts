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
export interface Upgrades {
  customers: number;
  /** All the offers that these steps were found among. */
  choices: Choices;
  /** The steps of customer `i` are numbers `start[i]` up to `start[i + 1]`, cheapest first. */
  start: Int32Array;
  /** The offer that a step leads to; what it costs and gains, counted from none, the choices tell. */
  offer: Uint16Array;
  /** What the step gains over the one before, per unit of money that it costs more. */
  marginalReturn: Float64Array;
}

/**
 * Finds every customer's upgrades (Sinha and Zoltners 1979, the multiple-choice knapsack's LP-efficient items).
 *
 * @param spent upgrades that nobody needs any more, whose arrays are written over where they fit.
 */
export function findUpgrades(choices: Choices, spent?: Upgrades): Upgrades {
  const { customers, offers, gain, cost } = choices;
  const upgrades = roomFor(choices, spent);
  const { start, offer, marginalReturn } = upgrades;
  const worthwhile = new Uint16Array(offers);
  const hull = { cost: new Float64Array(offers), gain: new Float64Array(offers) };
  let end = 0;
  for (let i = 0, row = 0; i < customers; i++, row += offers) {
    const first = end;
    let count = 0;
    for (let a = 1; a < offers; a++) if (gain[row + a] > 0) worthwhile[count++] = a;
    if (count > 1) sortByCost(worthwhile, count, row, gain, cost);
    let best = 0;
    for (let k = 0; k < count; k++) {
      const candidate = worthwhile[k];
      const offered = gain[row + candidate];
      if (offered <= best) continue;
      best = offered;
      const paid = cost[row + candidate];
      let slope = offered / paid;
      while (end > first) {
        const last = end - first - 1;
        const onward = (offered - hull.gain[last]) / (paid - hull.cost[last]);
        if (onward <= marginalReturn[end - 1]) {
          slope = onward;
          break;
        }
        end--;
      }
      hull.cost[end - first] = paid;
      hull.gain[end - first] = offered;
      offer[end] = candidate;
      marginalReturn[end++] = slope;
    }
    start[i + 1] = end;
  }
  return {
    ...upgrades,
    offer: offer.subarray(0, end),
    marginalReturn: marginalReturn.subarray(0, end),
  };
}

/** Room for as many upgrades as there could be. */
function roomFor(choices: Choices, spent?: Upgrades): Upgrades {
  const { customers, offers } = choices;
  const most = customers * Math.max(0, offers - 1);
  const before = spent?.customers === customers && spent.offer.buffer.byteLength === 2 * most && spent;
  return {
    customers,
    choices,
    start: before ? before.start : new Int32Array(customers + 1),
    offer: before ? new Uint16Array(before.offer.buffer) : new Uint16Array(most),
    marginalReturn: before ? new Float64Array(before.marginalReturn.buffer) : new Float64Array(most),
  };
}

/** Sorts the first `count` offers: cheapest first, then the greatest gain; equal ones keep their order. */
function sortByCost(
  order: Uint16Array,
  count: number,
  row: number,
  gain: Float64Array,
  cost: Float64Array,
): void {
  for (let k = 1; k < count; k++) {
    const moving = order[k];
    const movingCost = cost[row + moving];
    let at = k;
    for (; at > 0; at--) {
      const before = order[at - 1];
      const costBefore = cost[row + before];
      if (costBefore < movingCost) break;
      if (costBefore === movingCost && gain[row + before] >= gain[row + moving]) break;
      order[at] = before;
    }
    order[at] = moving;
  }
}
