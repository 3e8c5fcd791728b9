import { checkOptionNames, incompleteBeta, InvalidInputError, type OptionNames } from '@clv/contracts';
import { costNames, resolveCosts, type CampaignCosts } from './campaign-costs.js';
import { scoreLadder } from './score-ladder.js';
import { targetingPath, type TargetingPath } from './targeting-path.js';

/** The campaign's money, and what is believed of the share who accept. */
export interface EmpcOptions extends CampaignCosts {
  /** Of the Beta(alpha, beta) distribution of the share of would-be churners who take the offer and stay, at most 1e6 (default 6). */
  alpha?: number;
  /** See alpha (default 14): their defaults expect a share of 0.3. */
  beta?: number;
}

export const empcOptionNames: OptionNames<EmpcOptions> = { ...costNames, alpha: true, beta: true };

/** The profit of the best threshold in expectation over the share who accept (Verbraken, Verbeke and Baesens 2013). */
export interface ExpectedMaximumProfit {
  /** In the currency's units, a customer of the whole base. */
  profit: number;
  /** The share of customers that is reached for it, on average. */
  fraction: number;
}

/**
 * The expected maximum profit of a campaign that reaches the customers of the highest scores, where how many of them
 * can be kept is uncertain (EMPC; Verbraken, Verbeke and Baesens 2013).
 *
 * @throws InvalidInputError as `rocAuc` does, or where an option is out of range; InvalidOptionError for an unknown one.
 */
export function empc(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  options: EmpcOptions = {},
): ExpectedMaximumProfit {
  checkOptionNames(options, empcOptionNames);
  return expectedMaximumProfit(targetingPath(scoreLadder(labels, scores)), options);
}

export function expectedMaximumProfit(
  path: TargetingPath,
  { alpha = 6, beta = 14, ...costs }: EmpcOptions,
): ExpectedMaximumProfit {
  checkShape({ alpha, beta });
  const { clv, d, f } = resolveCosts(costs);
  const { churnRate, churned, stayed, reached } = path;
  const meanGamma = alpha / (alpha + beta);
  const corners = convexHull(churned, stayed);
  let [profit, fraction, from] = [0, 0, 0];
  corners.forEach((corner, i) => {
    const next = corners[i + 1];
    const until =
      next === undefined ? 1 : Math.min(1, Math.max(from, switchAt(path, corner, next, { clv, d, f })));
    const weight = incompleteBeta(until, alpha, beta) - incompleteBeta(from, alpha, beta);
    const gammas =
      meanGamma * (incompleteBeta(until, alpha + 1, beta) - incompleteBeta(from, alpha + 1, beta));
    profit +=
      (gammas * (clv - d) - weight * f) * churnRate * churned[corner] -
      weight * (d + f) * (1 - churnRate) * stayed[corner];
    fraction += weight * reached[corner];
    from = until;
  });
  return { profit, fraction };
}

/** The gamma from which it pays to go on from one corner of the hull to the next. */
function switchAt(
  { churnRate, churned, stayed }: TargetingPath,
  corner: number,
  next: number,
  { clv, d, f }: Required<CampaignCosts>,
): number {
  const more = churnRate * (churned[next] - churned[corner]);
  if (more === 0) return 1;
  const cost = (d + f) * (1 - churnRate) * (stayed[next] - stayed[corner]);
  return (cost / more + f) / (clv - d);
}

/** The entries at the corners of the upper convex hull of a ROC curve, from nobody to everybody. */
function convexHull(churned: Float64Array, stayed: Float64Array): number[] {
  const hull: number[] = [];
  for (let entry = 0; entry < churned.length; entry++) {
    while (hull.length > 1 && !turnsRight(hull[hull.length - 2], hull[hull.length - 1], entry)) hull.pop();
    hull.push(entry);
  }
  return hull;

  function turnsRight(a: number, b: number, c: number): boolean {
    const [across, up] = [stayed[b] - stayed[a], churned[b] - churned[a]];
    return up * (stayed[c] - stayed[a]) > across * (churned[c] - churned[a]);
  }
}

/** Of greater shapes the distribution is a point, whose place the digits of its logarithms no longer tell. */
const mostShape = 1e6;

function checkShape(shape: { alpha: number; beta: number }): void {
  const faults = Object.entries(shape)
    .filter(([, value]) => !(Number.isFinite(value) && value > 0 && value <= mostShape))
    .map(([path, value]) => ({
      rule: 'out-of-range',
      message: `${path} must be a number above 0${typeof value === 'number' && value > mostShape ? `, at most ${mostShape}` : ''}: ${String(value)}`,
      path,
      value,
    }));
  if (faults.length > 0) throw new InvalidInputError(faults);
}
