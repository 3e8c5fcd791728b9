import type { ExpectedValues } from '@clv/prescribe';

import type { Config } from '../../config/config.js';
import { hasHelpFor } from '../../second-thread/has-help-for.js';
import { runTask } from '../../second-thread/run-task.js';
import type { CheckedCustomers } from '../customers/check-customers.js';
import { configOffers } from '../policy/customer-inputs.js';
import { truthOf } from './truth-of.js';

/**
 * Begins to find what each offer would truly be worth before it is decided who gets which, where there is a thread for it and
 * no experiment that may yet change the offers.
 */
export function beginTruth(customers: CheckedCustomers, config: Config): Promise<ExpectedValues> | undefined {
  if (!hasHelpFor(customers.rows) || customers.experiment !== undefined) return undefined;
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
