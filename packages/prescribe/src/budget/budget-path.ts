import { checkArgument, checkWhole, InvalidOptionError, shapes } from '@clv/contracts';
import { anyNumber } from '../argument-shapes.js';
import { checkBudget, checkChoices } from './check-choices.js';
import type { Choices } from './choices.js';
import { ExactSum } from './exact-sum.js';
import { openMarket } from './market.js';
import { orderByReturn } from './returns/order-by-return.js';
import type { ReturnBins } from './returns/return-bins.js';
import { findUpgrades, type Upgrades } from './upgrades/find-upgrades.js';

/**
 * The whole frontier: what every budget can gain, from 0 to where more money stops paying. Point 0 is no money;
 * point k is reached by the k-th purchase. Between points the gain is a straight line (the linear programme's
 * optimum), steep at first.
 */
export interface BudgetPath {
  /** The money spent up to each point; rises. */
  budget: Float64Array;
  /** The gain at each point; rises more and more slowly. */
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

const pathShape = shapes.record({ budget: shapes.numbers, gain: shapes.numbers });

/**
 * The greatest gain that a budget allows, a straight line between two points of the path.
 *
 * @throws {InvalidInputError} for a negative budget.
 */
export function gainAt(path: BudgetPath, budget: number): number {
  checkArgument('path', path, pathShape);
  checkArgument('budget', budget, anyNumber);
  const { budget: budgets, gain } = path;
  if (gain.length !== budgets.length)
    throw new InvalidOptionError(
      'path.gain',
      `path.gain has ${gain.length} values, expected ${budgets.length}`,
    );
  checkBudget(budget);
  let low = 0;
  let high = budgets.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (budgets[middle] <= budget) low = middle;
    else high = middle;
  }
  if (high === budgets.length) return gain[low];
  const marginalReturn = (gain[high] - gain[low]) / (budgets[high] - budgets[low]);
  return gain[low] + (budget - budgets[low]) * marginalReturn;
}

/**
 * The frontier at about `points` budgets (default 101), for a chart: points of the path, without the sort that the whole of
 * it takes.
 *
 * @throws {InvalidInputError} for numbers that are not finite, negative costs, lengths that disagree; {InvalidOptionError} for less
 *   than 2 points.
 */
export function frontier(choices: Choices, points = 101): FrontierPoint[] {
  checkChoices(choices);
  return frontierOf(openMarket(choices).bins, points);
}

/**
 * The path's own points at which the marginal return falls into another bin: of those about `points`, evenly spread over
 * the budget, with what is gained for nothing, the last, and the two that half of the gain lies between, so that a line through them all
 * tells what half of it costs.
 */
export function frontierOf(bins: ReturnBins, points: number): FrontierPoint[] {
  checkWhole('points', points, 2);
  const steps = pointsOf(bins);
  const whole = steps.at(-1)!;
  const step = whole.budget / (points - 1);
  const half = steps.findIndex(({ gain }) => gain >= whole.gain / 2);
  const kept = [steps[0]];
  for (const [k, point] of steps.entries()) {
    const isAtHalf = k === half || k === half - 1;
    if (point.budget === 0) kept[0] = point;
    else if (isAtHalf || point === whole || point.budget >= kept.at(-1)!.budget + step) kept.push(point);
  }
  return kept.map((point, k) => {
    const next = kept[k + 1] ?? { budget: Infinity, gain: point.gain };
    return { ...point, marginalReturn: (next.gain - point.gain) / (next.budget - point.budget) };
  });
}

/** What is spent and gained once all upgrades of a bin are bought, bin by bin from the highest return. */
function pointsOf(bins: ReturnBins): { budget: number; gain: number }[] {
  const budget = new ExactSum();
  const gain = new ExactSum();
  const points = [{ budget: 0, gain: 0 }];
  for (let bin = bins.count.length - 1; bin >= 0; bin--) {
    if (bins.count[bin] === 0) continue;
    budget.add(bins.cost[bin]);
    gain.add(bins.gain[bin]);
    points.push({ budget: budget.value, gain: gain.value });
  }
  return points;
}
