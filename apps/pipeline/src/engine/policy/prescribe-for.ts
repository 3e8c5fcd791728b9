import { type CheckedOffer, prescribe } from '@clv/prescribe';

import type { Config } from '../../config/config.js';
import type { CheckedCustomers } from '../customers/check-customers.js';
import { customerInputs } from './customer-inputs.js';
import { holdOut } from './hold-out.js';
import type { LearnedEffects } from '../models/learn-effects.js';
import type { Decided, PrescribedCustomers } from './prescribed-customers.js';
import { rowsToPrescribe } from '../customers/rows-to-prescribe.js';
import { takeMatrixRows, takeRows } from '../../block/take-rows.js';
import { type CustomerValue, valueAt } from '../models/value-customers.js';

/** What is known of all customers before it is decided who gets what; every array has one entry a customer. */
interface Foreknown extends Pick<Decided, 'pChurn' | 'segment' | 'segmentNames'> {
  value: CustomerValue;
  /** Only where they were learned. */
  effects?: LearnedEffects;
}

/** Decides for the customers who are to be prescribed for. */
export function prescribeFor(
  customers: CheckedCustomers,
  { effects, ...foreknown }: Foreknown,
  offers: readonly CheckedOffer[],
  config: Config,
): PrescribedCustomers {
  const rows = customers.prescribed;
  const pChurn = takeRows(foreknown.pChurn, rows);
  const segment = takeRows(foreknown.segment, rows);
  const value = valueAt(foreknown.value, rows);
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
    segment,
    segmentNames: foreknown.segmentNames,
    pChurn,
    clv: value.clv,
    inputs,
    policy,
    ...(share > 0 ? holdOut(policy, segment, { share, seed }) : { decision: policy }),
  };
}
