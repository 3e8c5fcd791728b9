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

/** A scenario as the part of `clv.config.json` that `clv run` takes it from. */
export function toConfig({ offers, budget, horizonMonths, annualDiscountRate }: Scenario): string {
  const config = {
    offers,
    budget,
    horizon_months: horizonMonths,
    annual_discount_rate: annualDiscountRate,
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
