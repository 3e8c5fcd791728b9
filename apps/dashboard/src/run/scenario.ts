import { shapes } from '@clv/contracts';
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

/** A scenario that was given a name, to be told from others. */
export interface NamedScenario {
  name: string;
  scenario: Scenario;
}

const { finite, listOf, nullable, record, text } = shapes;

export const scenarioShape = record({
  offers: listOf(record({ id: text })),
  budget: nullable(finite),
  horizonMonths: finite,
  annualDiscountRate: finite,
});

const months = { least: 1, most: 120 };

/** A scenario from data that anyone may have written, such as an address; null where it is none. */
export function readScenario(value: unknown): Scenario | null {
  const { offers, budget, horizonMonths, annualDiscountRate } = (value ?? {}) as Partial<Scenario>;
  const within = (number: unknown, least: number, most = Infinity) =>
    typeof number === 'number' && number >= least && number <= most;
  if (!Array.isArray(offers) || !offers.every(isOffer)) return null;
  if (new Set(offers.map(({ id }) => id)).size < offers.length) return null;
  if (budget !== null && !(within(budget, 0) && Number.isFinite(budget))) return null;
  if (!Number.isInteger(horizonMonths) || !within(horizonMonths, months.least, months.most)) return null;
  if (!within(annualDiscountRate, 0, 1)) return null;
  return { offers, budget, horizonMonths, annualDiscountRate } as Scenario;
}

/** The named scenarios among data that anyone may have written. */
export function readNamed(value: unknown): NamedScenario[] {
  return (Array.isArray(value) ? value : []).flatMap((each: Partial<NamedScenario> | null) => {
    const scenario = readScenario(each?.scenario);
    return scenario && typeof each?.name === 'string' ? [{ name: each.name, scenario }] : [];
  });
}

function isOffer(value: unknown): value is Offer {
  const { id, label = '', ...rest } = (value ?? {}) as Offer;
  return (
    typeof id === 'string' &&
    typeof label === 'string' &&
    Object.entries(rest).every(([name, field]) => name === 'response' || Number.isFinite(field))
  );
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
