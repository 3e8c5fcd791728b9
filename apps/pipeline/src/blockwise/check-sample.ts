import type { Schema } from '@clv/table';

import type { Config } from '../config/config.js';
import { type CheckedCustomers, checkCustomers } from '../engine/check-customers.js';
import type { SampledSource } from './sample-source.js';

/** The sample of a source as customers like any others. */
export const checkSample = (
  { sampled, columns, kinds }: SampledSource,
  name: string,
  schema: Schema,
  notices: string[],
  config: Config,
): CheckedCustomers =>
  checkCustomers({ name, columns, rows: sampled.length, schema, kinds, notices, unreadable: [] }, config);
