import type { Offer } from '@clv/prescribe';

/** What may be tried out: the offers, the money, and how value is counted. */
export interface Scenario {
  offers: readonly Offer[];
  /** In money; null is no limit. */
  budget: number | null;
  horizonMonths: number;
  /** The yearly rate at which later money counts less, such as 0.1. */
  annualDiscountRate: number;
}

/**
 * A scenario as a `clv.config.json` that `clv run` reads.
 *
 * @param config the run's own, for all that a scenario does not say; where it wrote and how it was called is left out,
 *   so that nothing is written over unasked (default: the scenario alone).
 */
export function toConfig(
  { offers, budget, horizonMonths, annualDiscountRate }: Scenario,
  config: Readonly<Record<string, unknown>> = {},
): string {
  const { out: _, run_id: __, ...kept } = config;
  const tried = {
    ...kept,
    offers,
    budget,
    horizon_months: horizonMonths,
    annual_discount_rate: annualDiscountRate,
  };
  return `${JSON.stringify(tried, null, 2)}\n`;
}
