import { checkOptionNames, InvalidInputError, type OptionNames } from '@clv/contracts';
import { campaignProfit, costNames, resolveCosts, type CampaignCosts } from './campaign-costs.js';
import { scoreLadder } from './score-ladder.js';
import { targetingPath, type TargetingPath } from './targeting-path.js';

/** What reaching everyone above one threshold earns. */
export interface ProfitPoint {
  /** Everyone of at least this score is reached; null reaches nobody. */
  threshold: number | null;
  /** The share of customers that is reached. */
  fraction: number;
  /** In the currency's units, a customer of the whole base. */
  profit: number;
}

/** The campaign's money, and the share who accept. */
export interface ProfitOptions extends CampaignCosts {
  /** The share of would-be churners who take the offer and stay, in [0, 1] (default 0.3). */
  gamma?: number;
}

const optionNames: OptionNames<ProfitOptions> = { ...costNames, gamma: true };

const points = 100;

/**
 * The profit of reaching more and more customers, from the highest score down: 101 points, from nobody to everybody. Those
 * of equal score are reached together.
 *
 * @throws InvalidInputError as `rocAuc` does, or where a cost is out of range; InvalidOptionError for an unknown option.
 */
export function profitCurve(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  options: ProfitOptions = {},
): ProfitPoint[] {
  checkOptionNames(options, optionNames);
  const path = targetingPath(scoreLadder(labels, scores));
  const profitAt = profitOf(path, options);
  let entry = 0;
  return Array.from({ length: points + 1 }, (_, point) => {
    while (path.reached[entry] < point / points) entry++;
    return profitAt(entry);
  });
}

/**
 * The maximum profit, and the threshold that earns it (MPC; Verbeke et al. 2012).
 *
 * @throws InvalidInputError as `rocAuc` does, or where a cost is out of range; InvalidOptionError for an unknown option.
 */
export function mpc(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  options: ProfitOptions = {},
): ProfitPoint {
  checkOptionNames(options, optionNames);
  return bestProfit(targetingPath(scoreLadder(labels, scores)), options);
}

export function bestProfit(path: TargetingPath, options: ProfitOptions): ProfitPoint {
  const profitAt = profitOf(path, options);
  let best = profitAt(0);
  for (let entry = 1; entry < path.reached.length; entry++) {
    const point = profitAt(entry);
    if (point.profit > best.profit) best = point;
  }
  return best;
}

function profitOf(
  path: TargetingPath,
  { gamma = 0.3, ...costs }: ProfitOptions,
): (entry: number) => ProfitPoint {
  if (!(typeof gamma === 'number' && gamma >= 0 && gamma <= 1))
    throw new InvalidInputError([
      {
        rule: 'out-of-range',
        message: `gamma must be in [0, 1]: ${String(gamma)}`,
        path: 'gamma',
        value: gamma,
      },
    ]);
  const resolved = resolveCosts(costs);
  return (entry) => {
    if (entry === 0) return { threshold: null, fraction: 0, profit: 0 };
    const profit = campaignProfit(path, entry, gamma, resolved);
    return { threshold: path.threshold[entry], fraction: path.reached[entry], profit };
  };
}
