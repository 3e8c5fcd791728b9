import type { ChurnModel } from '@clv/churn';
import type { BudgetBasis, CheckedOffer } from '@clv/prescribe';
import type { SegmentModel } from '@clv/segment';
import { type Schema, defineSchema, rowCount } from '@clv/table';
import type { UpliftModel } from '@clv/uplift';

import { type Appraisal, appraise } from './appraise.js';
import { chooseAtPrice } from './choose-at-price.js';
import type { EngineRun } from './engine-run.js';
import type { Columns } from './load-customers.js';
import type { Decided, DecidedCustomers, OfferValues } from './prescribed-customers.js';
import type { ValueTerms } from './value-customers.js';

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
export function scorerOf({ config, customers, churn, segments, effects, prescribed }: EngineRun): Scorer {
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

/**
 * Decides for customers whom the models have not seen.
 *
 * @param name what to call the table in messages.
 * @throws InvalidInputError with every fault of the table.
 */
export async function scoreCustomers(
  scorer: Scorer,
  name: string,
  columns: Columns,
): Promise<DecidedCustomers & { pStay: Float64Array }> {
  const schema = schemaForScoring(scorer.schema, Object.keys(columns));
  const appraisal = await appraise(scorer, name, columns, schema);
  const rows = rowCount(columns);
  const { id } = schema.roles;
  const cells = id === undefined ? Int32Array.from({ length: rows }, (_, i) => i + 1) : columns[id];
  const choice = chooseAtPrice(appraisal.choices, scorer.shadow_price);
  return {
    rows,
    columns,
    id: { column: id, cells },
    ...decided(scorer, appraisal, choice),
    pStay: appraisal.values.pStay,
  };
}

/** An appraisal with who gets what. */
export function decided(
  { segments, offers }: Scorer,
  { segment, pChurn, clv, values }: Omit<Appraisal, 'values' | 'choices'> & { values: OfferValues },
  choice: Int32Array,
): Decided {
  return { segment, segmentNames: segments.names, pChurn, clv, decision: { offers, values, choice } };
}

/** New customers have no outcomes yet, and what no model sees need not be there. */
export function schemaForScoring({ roles, decimal }: Schema, columns: readonly string[]): Schema {
  const { label, offer, propensity, outcome, ...known } = roles;
  const exclude = (known.exclude ?? []).filter((column) => columns.includes(column));
  return defineSchema({ ...known, exclude }, { decimal });
}
