import { mlXgboostEngine } from './ml-xgboost.js';
import type { TreeEngine } from './tree-engine.js';

/** Who grows the trees. */
export type EngineName = 'ml-xgboost';

export const engines: Record<EngineName, TreeEngine> = {
  'ml-xgboost': mlXgboostEngine,
};
