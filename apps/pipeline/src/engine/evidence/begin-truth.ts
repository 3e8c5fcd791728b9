import type { ExpectedValues } from '@clv/prescribe';

import type { Config } from '../../config/config.js';
import { hasRunner, runTask } from '../../second-thread/run-task.js';
import type { CheckedCustomers } from '../customers/check-customers.js';
import { configOffers } from '../policy/customer-inputs.js';
import { truthOf } from './truth-of.js';

/** Fewer customers are priced sooner than they can be sent to another thread. */
const least = 100_000;

/**
 * Begins to find what each offer would truly be worth before it is decided who gets which, where there is a thread for it and
 * no experiment that may yet change the offers.
 */
export function beginTruth(customers: CheckedCustomers, config: Config): Promise<ExpectedValues> | undefined {
  if (!hasRunner() || customers.rows < least || customers.experiment !== undefined) return undefined;
  const offers = configOffers(config);
  const truth = truthOf(customers, offers);
  if (truth === undefined) return undefined;
  const { horizon_months, window_months, annual_discount_rate } = config;
  const terms = { horizon_months, window_months, annual_discount_rate };
  const values = runTask('trueValues', truth, offers, terms);
  // Of a run that fails nobody asks for them.
  values.catch(() => {});
  return values;
}
