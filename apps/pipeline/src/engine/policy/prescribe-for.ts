import { type CheckedOffer, prescribe } from '@clv/prescribe';

import type { Config } from '../../config/config.js';
import type { CheckedCustomers } from '../customers/check-customers.js';
import { customerInputs } from './customer-inputs.js';
import { holdOut } from './hold-out.js';
import type { LearnedEffects } from '../models/learn-effects.js';
import type { Foreknown, PrescribedCustomers } from './prescribed-customers.js';
import { rowsToPrescribe } from '../customers/rows-to-prescribe.js';
import { takeMatrixRows, takeRows } from '../../block/take-rows.js';
import { type CustomerValue, valueAt } from '../models/value-customers.js';

/** What is known of customers, and what follows from their value for a time to come. */
export interface ValuedCustomers extends Foreknown {
  value: CustomerValue;
}

/** The same of some of all customers. */
export function valuedAt(
  { segment, segmentNames, pChurn, value: ofAll }: Omit<ValuedCustomers, 'clv'>,
  rows: Int32Array,
): ValuedCustomers {
  const value = valueAt(ofAll, rows);
  return {
    segment: takeRows(segment, rows),
    segmentNames,
    pChurn: takeRows(pChurn, rows),
    clv: value.clv,
    value,
  };
}

/**
 * Decides for the customers who are to be prescribed for.
 *
 * @param valued those customers.
 * @param effects of offers on all customers, only where they were learned.
 */
export function prescribeFor(
  customers: CheckedCustomers,
  { value, ...foreknown }: ValuedCustomers,
  { offers, effects }: { offers: readonly CheckedOffer[]; effects?: LearnedEffects },
  config: Config,
): PrescribedCustomers {
  const rows = customers.prescribed;
  const { pChurn, segment } = foreknown;
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
  const policy = prescribe(inputs, {
    offers,
    budget: config.budget ?? undefined,
    budgetBasis: config.budget_basis,
    riskAversion: config.risk_aversion,
  });
  const { holdout: share, seed } = config;
  return {
    ...rowsToPrescribe(customers),
    labels: takeRows(customers.labels, rows),
    ...foreknown,
    inputs,
    policy,
    ...(share > 0 ? holdOut(policy, segment, { share, seed }) : { decision: policy }),
  };
}
