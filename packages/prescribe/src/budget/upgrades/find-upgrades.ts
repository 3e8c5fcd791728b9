import { checkArgument, shapes } from '@clv/contracts';
import { choicesShape, upgradesShape } from '../../argument-shapes.js';
import type { Choices } from '../choices.js';
import { addToBin, binCount, binReader, checkBins, type ReturnBins } from '../returns/return-bins.js';
import type { Holding } from './holding.js';

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

/** What else is kept while upgrades are found, so that nobody has to read them all again for it. */
export interface Kept {
  /** Bins that upgrades are added to. */
  bins?: ReturnBins;
  /** What customers hold is brought up to date: all upgrades above its critical bin. */
  holding?: Holding;
}

const { finite, numbers, record } = shapes;
const keptShape = record({}, { holding: record({ critical: finite, choice: numbers }) });

/**
 * Finds every customer's upgrades (Sinha and Zoltners 1979, the multiple-choice knapsack's LP-efficient items): from none
 * on, each time the offer that gains most over the one before for each unit of money more (Jarvis 1973).
 *
 * @param kept what else is brought up to date on the way (default: nothing).
 * @param spent upgrades that nobody needs any more, whose arrays are written over where they fit (default: new ones).
 */
export function findUpgrades(choices: Choices, kept: Kept = {}, spent?: Upgrades): Upgrades {
  checkArgument('choices', choices, choicesShape);
  checkArgument('kept', kept, keptShape);
  if (spent !== undefined) checkArgument('spent', spent, upgradesShape);
  const { bins, holding } = kept;
  if (bins !== undefined) checkBins(bins);
  const { customers, offers, gain, cost } = choices;
  const upgrades = roomFor(choices, spent);
  const { start, offer, marginalReturn } = upgrades;
  const binOf = binReader(marginalReturn);
  const critical = holding?.critical ?? binCount;
  let end = 0;
  for (let i = 0, row = 0; i < customers; i++, row += offers) {
    let held = 0;
    let paid = 0;
    let gained = 0;
    let before = Infinity;
    for (let a = nextUpgrade(choices, row, 0, 0); a > 0; a = nextUpgrade(choices, row, paid, gained)) {
      const extraCost = cost[row + a] - paid;
      const extraGain = gain[row + a] - gained;
      // Of offers on one line rounding may say that the return rises.
      before = Math.min(before, extraGain / extraCost);
      offer[end] = a;
      marginalReturn[end] = before;
      const bin = binOf(end++);
      if (bins) addToBin(bins, bin, extraCost, extraGain);
      if (bin > critical) held = a;
      paid = cost[row + a];
      gained = gain[row + a];
    }
    if (holding) holding.choice[i] = held;
    start[i + 1] = end;
  }
  return {
    ...upgrades,
    offer: offer.subarray(0, end),
    marginalReturn: marginalReturn.subarray(0, end),
  };
}

/**
 * The offer of the greatest return over what a customer has; of equal returns the cheapest, of equal costs the greatest
 * gain, of equal gains the first; none where nothing gains more.
 */
function nextUpgrade({ offers, gain, cost }: Choices, row: number, paid: number, gained: number): number {
  let next = 0;
  let most = 0;
  for (let a = 1; a < offers; a++) {
    const extraGain = gain[row + a] - gained;
    if (extraGain <= 0) continue;
    const marginalReturn = extraGain / (cost[row + a] - paid);
    if (marginalReturn < most) continue;
    if (marginalReturn === most) {
      const saved = cost[row + next] - cost[row + a];
      if (saved < 0 || (saved === 0 && gain[row + a] <= gain[row + next])) continue;
    }
    most = marginalReturn;
    next = a;
  }
  return next;
}

/** Room for as many upgrades as there could be. */
function roomFor(choices: Choices, spent?: Upgrades): Upgrades {
  const { customers, offers } = choices;
  const most = customers * Math.max(0, offers - 1);
  const before = spent?.customers === customers && spent.offer.buffer?.byteLength === 2 * most && spent;
  return {
    customers,
    choices,
    start: before ? before.start : new Int32Array(customers + 1),
    offer: before ? new Uint16Array(before.offer.buffer) : new Uint16Array(most),
    marginalReturn: before ? new Float64Array(before.marginalReturn.buffer) : new Float64Array(most),
  };
}
