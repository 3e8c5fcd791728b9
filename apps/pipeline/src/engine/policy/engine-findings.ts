import type { ChurnModel } from '@clv/churn';
import type { SegmentModel } from '@clv/segment';

import type { Config } from '../../config/config.js';
import type { LearnedEffects } from '../models/learn-effects.js';
import type { PrescribedCustomers } from './prescribed-customers.js';
import type { SoundCustomers } from '../customers/sound-customers.js';

/** What the stages found. */
export interface EngineFindings {
  config: Config;
  /** All customers of the input, known and current. */
  customers: SoundCustomers;
  segments: SegmentModel;
  churn: ChurnModel;
  /** Only where the input holds the log of an experiment. */
  effects?: LearnedEffects;
  /** Those who get a prescription, and what it is. */
  prescribed: PrescribedCustomers;
}
