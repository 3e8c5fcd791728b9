import type { ChurnModel } from '@clv/churn';
import type { BudgetBasis, CheckedOffer } from '@clv/prescribe';
import type { SegmentModel } from '@clv/segment';
import { type Schema, defineSchema } from '@clv/table';
import type { UpliftModel } from '@clv/uplift';

import type { EngineFindings } from './engine-findings.js';
import type { ValueTerms } from '../models/value-customers.js';

/** `scorer.json`: all of a run that new customers need to be decided for, as plain data. */
export interface Scorer {
  format: 'clv-scorer';
  version: 1;
  schema: Schema;
  churn: ChurnModel;
  segments: SegmentModel;
  /** What offers change, where the run learned it from an experiment. */
  uplift?: UpliftModel;
  terms: ValueTerms;
  offers: CheckedOffer[];
  /** What one more unit of budget would have gained in the run: an upgrade that returns less is not bought. */
  shadow_price: number;
  /** By how many standard errors each learned gain was lowered before offers were chosen. */
  risk_aversion: number;
  /** Whether offers count by their expected cost (default), or as if everyone stayed and redeemed. */
  budget_basis?: BudgetBasis;
}

/** All of a run that new customers need to be decided for. */
export function scorerOf({
  config,
  customers,
  churn,
  segments,
  effects,
  prescribed,
}: EngineFindings): Scorer {
  const { horizon_months, window_months, annual_discount_rate } = config;
  return {
    format: 'clv-scorer',
    version: 1,
    schema: customers.schema,
    churn,
    segments,
    ...(effects && { uplift: effects.model }),
    terms: { horizon_months, window_months, annual_discount_rate },
    offers: [...prescribed.decision.offers],
    shadow_price: prescribed.policy.shadowPrice,
    risk_aversion: config.risk_aversion,
    budget_basis: config.budget_basis,
  };
}

/** New customers have no outcomes yet, and what no model sees need not be there. */
export function schemaForScoring({ roles, decimal }: Schema, columns: readonly string[]): Schema {
  const { label, offer, propensity, outcome, ...known } = roles;
  const exclude = (known.exclude ?? []).filter((column) => columns.includes(column));
  return defineSchema({ ...known, exclude }, { decimal });
}
