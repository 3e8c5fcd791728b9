import { checkChoices } from './check.js';
import { ExactSum } from './exact-sum.js';
import { orderByReturn } from './order.js';
import type { ReturnBins } from './return-bins.js';
import { findUpgrades, type Choices, type Upgrades } from './upgrades.js';

/**
 * The whole frontier: what every budget can gain, from 0 to where more money stops paying. Point 0 is no money;
 * point k is reached by the k-th purchase. Between points the gain is a straight line (the linear programme's
 * optimum), steep at first.
 */
export interface BudgetPath {
  /** The money spent up to each point; rises. */
  budget: Float64Array;
  /** The gain at each point; rises, ever more slowly. */
  gain: Float64Array;
  /** The customer whose upgrade leads to each point; -1 at point 0. */
  customer: Int32Array;
  /** The offer that the customer is upgraded to. */
  offer: Uint16Array;
}

/** One point of a frontier. */
export interface FrontierPoint {
  budget: number;
  gain: number;
  /** What one more unit of money gains there. */
  marginalReturn: number;
}

/**
 * The gain for every budget, from one sort of all upgrades.
 *
 * @throws {InvalidInputError} for numbers that are not finite, negative costs, lengths that disagree.
 */
export function budgetPath(choices: Choices): BudgetPath {
  checkChoices(choices);
  return pathOf(findUpgrades(choices));
}

export function pathOf(upgrades: Upgrades): BudgetPath {
  const { marginalReturn, offer } = upgrades;
  const steps = stepsOf(upgrades);
  const order = orderByReturn(marginalReturn);
  const points = order.length + 1;
  const path: BudgetPath = {
    budget: new Float64Array(points),
    gain: new Float64Array(points),
    customer: new Int32Array(points).fill(-1, 0, 1),
    offer: new Uint16Array(points),
  };
  const budget = new ExactSum();
  const gain = new ExactSum();
  for (let k = 1; k < points; k++) {
    const upgrade = order[k - 1];
    budget.add(steps.cost[upgrade]);
    gain.add(steps.gain[upgrade]);
    path.budget[k] = budget.value;
    path.gain[k] = gain.value;
    path.customer[k] = steps.customer[upgrade];
    path.offer[k] = offer[upgrade];
  }
  return path;
}

/** What each upgrade costs and gains over the one before. */
function stepsOf({ customers, choices, start, offer }: Upgrades) {
  const { offers, cost, gain } = choices;
  const steps = {
    cost: new Float64Array(offer.length),
    gain: new Float64Array(offer.length),
    customer: new Int32Array(offer.length),
  };
  for (let i = 0, row = 0; i < customers; i++, row += offers) {
    let before = row;
    for (let u = start[i]; u < start[i + 1]; u++) {
      const at = row + offer[u];
      const isFirst = before === row;
      steps.cost[u] = isFirst ? cost[at] : cost[at] - cost[before];
      steps.gain[u] = isFirst ? gain[at] : gain[at] - gain[before];
      steps.customer[u] = i;
      before = at;
    }
  }
  return steps;
}

/** The greatest gain that a budget allows, a straight line between two points of the path. */
export function gainAt(path: BudgetPath, budget: number): number {
  return pointAt(path, budget).gain;
}

/** The frontier at `points` budgets, evenly spread from 0 to where more money stops paying (default 101), for a chart. */
export function frontier(path: BudgetPath, points = 101): FrontierPoint[] {
  const whole = path.budget[path.budget.length - 1];
  return Array.from({ length: points }, (_, k) => pointAt(path, (whole * k) / (points - 1)));
}

/**
 * The frontier without a sort: the path's own points at which the marginal return falls into another bin, of those about
 * `points`, evenly spread over the budget, with the first and the last.
 */
export function frontierOf(bins: ReturnBins, points: number): FrontierPoint[] {
  let whole = 0;
  for (let bin = 0; bin < bins.cost.length; bin++) whole += bins.cost[bin];
  const step = whole / Math.max(1, points - 1);
  const budget = new ExactSum();
  const gain = new ExactSum();
  let last = { budget: 0, gain: 0 };
  const kept = [last];
  for (let bin = bins.count.length - 1; bin >= 0; bin--) {
    if (bins.count[bin] === 0) continue;
    budget.add(bins.cost[bin]);
    gain.add(bins.gain[bin]);
    last = { budget: budget.value, gain: gain.value };
    if (last.budget >= kept.at(-1)!.budget + step) kept.push(last);
  }
  if (last !== kept.at(-1)) kept.push(last);
  return kept.map((point, k) => {
    const next = kept[k + 1] ?? { budget: Infinity, gain: point.gain };
    return { ...point, marginalReturn: (next.gain - point.gain) / (next.budget - point.budget) };
  });
}

function pointAt({ budget: budgets, gain }: BudgetPath, budget: number): FrontierPoint {
  let low = 0;
  let high = budgets.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (budgets[middle] <= budget) low = middle;
    else high = middle;
  }
  if (high === budgets.length) return { budget, gain: gain[low], marginalReturn: 0 };
  const marginalReturn = (gain[high] - gain[low]) / (budgets[high] - budgets[low]);
  return { budget, gain: gain[low] + (budget - budgets[low]) * marginalReturn, marginalReturn };
}
