import type { SurvivalModel } from '@clv/churn';
import type { BudgetBasis, Offer } from '@clv/prescribe';
import type { Scenario } from './scenario.js';

/** On what terms a run prescribed: its scenario, and which columns it reads. */
export interface RunTerms {
  scenario: Scenario;
  windowMonths: number;
  budgetBasis: BudgetBasis;
  priceColumn: string;
  sensitivityColumn?: string;
  /** How long customers stay by their tenure; null where the run has not learned it, undefined where it does not tell. */
  survival?: SurvivalModel | null;
  /** Whether offers keep what is stated of them: no experiment was there to learn from. */
  isStated?: boolean;
  /** The run's whole config, from which a scenario's is made. */
  config?: Readonly<Record<string, unknown>>;
}

interface RunRecord {
  config?: {
    offers?: Offer[];
    budget?: number | null;
    budget_basis?: BudgetBasis;
    horizon_months?: number;
    annual_discount_rate?: number;
    window_months?: number;
  };
  roles?: { price?: string; sensitivity?: string; tenure?: string; offer?: string };
  survival?: SurvivalModel | null;
}

/** The terms that `run.json` tells; undefined where it does not tell enough to calculate again. */
export function readTerms(record: unknown): RunTerms | undefined {
  const { config, roles, survival } = (record ?? {}) as RunRecord;
  if (!Array.isArray(config?.offers) || !config.horizon_months || !config.window_months || !roles?.price)
    return undefined;
  return {
    scenario: {
      offers: config.offers,
      budget: config.budget ?? null,
      horizonMonths: config.horizon_months,
      annualDiscountRate: config.annual_discount_rate ?? 0,
    },
    windowMonths: config.window_months,
    budgetBasis: config.budget_basis ?? 'expected',
    priceColumn: roles.price,
    sensitivityColumn: roles.sensitivity,
    survival: roles.tenure === undefined ? null : survival,
    isStated: roles.offer === undefined,
    config: { ...config },
  };
}
