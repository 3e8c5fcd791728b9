import { type CheckedOffer, prescribe } from '@clv/prescribe';
import { type SegmentModel, segmentNumbers } from '@clv/segment';

import type { Config } from '../config/config.js';
import type { CheckedCustomers } from './check-customers.js';
import { customerInputs } from './customer-inputs.js';
import type { ForetoldChurn } from './foretell-churn.js';
import { holdOut } from './hold-out.js';
import type { LearnedEffects } from './learn-effects.js';
import type { PrescribedCustomers } from './prescribed-customers.js';
import { rowsToPrescribe } from './rows-to-prescribe.js';
import { takeMatrixRows, takeRows } from '../block/take-rows.js';
import { valueCustomers } from './value-customers.js';

/** Decides for the customers who are to be prescribed for. */
export function prescribeFor(
  customers: CheckedCustomers,
  { probabilities, survival }: ForetoldChurn,
  segments: SegmentModel,
  offers: readonly CheckedOffer[],
  effects: LearnedEffects | undefined,
  config: Config,
): PrescribedCustomers {
  const rows = customers.prescribed;
  const own = rowsToPrescribe(customers);
  const pChurn = takeRows(probabilities, rows);
  const months = survival && survival.length / probabilities.length;
  const staying = { pChurn, survival: survival && takeMatrixRows(survival, months!, rows) };
  const value = valueCustomers(takeRows(customers.margin, rows), staying, config);
  const inputs = customerInputs(
    {
      pChurn,
      price: takeRows(customers.price, rows),
      sensitivity: customers.sensitivity && takeRows(customers.sensitivity, rows),
      effect: effects && takeMatrixRows(effects.effect, offers.length, rows),
      effectError: effects && takeMatrixRows(effects.effectError, offers.length, rows),
    },
    value,
    offers,
  );
  const segment = segmentNumbers(segments, own.columns);
  const policy = prescribe(inputs, {
    offers,
    budget: config.budget ?? undefined,
    budgetBasis: config.budget_basis,
    riskAversion: config.risk_aversion,
  });
  const { holdout: share, seed } = config;
  return {
    ...own,
    labels: takeRows(customers.labels, rows),
    segment,
    segmentNames: segments.names,
    pChurn,
    clv: value.clv,
    inputs,
    policy,
    ...(share > 0 ? holdOut(policy, segment, { share, seed }) : { decision: policy }),
  };
}
