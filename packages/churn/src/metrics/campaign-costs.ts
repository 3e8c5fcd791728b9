import { InvalidInputError, type Fault, type OptionNames } from '@clv/contracts';
import type { TargetingPath } from './targeting-path.js';

/** What a retention campaign costs and earns, a customer, in the currency's units. */
export interface CampaignCosts {
  /** What a customer who is kept is worth (default 200). */
  clv?: number;
  /** What the offer costs where it is taken (default 10). */
  d?: number;
  /** What reaching a customer costs (default 1). */
  f?: number;
}

export const costNames: OptionNames<CampaignCosts> = { clv: true, d: true, f: true };

/** @throws InvalidInputError where a cost is not a number of at least 0, or the offer costs what a customer is worth. */
export function resolveCosts({ clv = 200, d = 10, f = 1 }: CampaignCosts): Required<CampaignCosts> {
  const faults: Fault[] = Object.entries({ clv, d, f })
    .filter(([, value]) => !(Number.isFinite(value) && value >= 0))
    .map(([path, value]) => ({
      rule: 'out-of-range',
      message: `${path} must be a number of at least 0: ${String(value)}`,
      path,
      value,
    }));
  if (faults.length === 0 && clv <= d)
    faults.push({
      rule: 'out-of-range',
      message: `clv must be above d: ${clv} and ${d}`,
      path: 'clv',
      value: clv,
    });
  if (faults.length > 0) throw new InvalidInputError(faults);
  return { clv, d, f };
}

/**
 * The profit of a campaign, a customer of the whole base, that reaches these shares of churners and of others, where a
 * share `gamma` of the churners takes the offer and stays (Verbeke et al. 2012).
 */
export function campaignProfit(
  { churnRate, churned, stayed }: TargetingPath,
  entry: number,
  gamma: number,
  { clv, d, f }: Required<CampaignCosts>,
): number {
  return (gamma * (clv - d) - f) * churnRate * churned[entry] - (d + f) * (1 - churnRate) * stayed[entry];
}
