import { formatCount } from '@clv/charts';
import type { Schema } from '@clv/table';

import type { Config } from '../../config/config.js';
import { assertGroupable } from '../../engine/customers/assert-groupable.js';
import { type CheckedCustomers, checkCustomers } from '../../engine/customers/check-customers.js';
import { assertLearnable } from '../../engine/customers/count-experiment.js';
import { tableNotices } from '../../engine/customers/notices/table-notices.js';
import type { SampledSource } from './sample-source.js';

/**
 * The sample of a source as customers like any others, with the counts of all rows.
 *
 * @throws InvalidInputError where too few outcomes are known to learn from, of all rows or in the sample.
 */
export function checkSample(
  { sampled, columns, kinds, experiment, compared }: SampledSource,
  name: string,
  schema: Schema,
  notices: string[],
  config: Config,
): CheckedCustomers {
  assertLearnable(name, experiment, schema);
  const customers = { name, columns, rows: sampled.length, schema, kinds, notices, unreadable: [] };
  const checked = checkCustomers(customers, config);
  assertGroupable(checked);
  const drawn = `${name}, ${formatCount(sampled.length)} rows of it that models are fitted on (fit_rows)`;
  assertLearnable(drawn, checked.experiment, schema);
  const ofAll = { ...checked, experiment, compared };
  return { ...ofAll, notices: [...checked.notices, ...tableNotices(ofAll)] };
}
