import { gbdtEngine } from './gbdt.js';
import { mlXgboostEngine } from './ml-xgboost.js';
import type { TreeEngine } from './tree-engine.js';

/** Who grows the trees. */
export type EngineName = 'gbdt' | 'ml-xgboost';

export const engines: Record<EngineName, TreeEngine> = {
  gbdt: gbdtEngine,
  'ml-xgboost': mlXgboostEngine,
};
