import type { EngineName } from './engine-name.js';
import { gbdtEngine } from './gbdt.js';
import { mlXgboostEngine } from './ml-xgboost.js';
import type { TreeEngine } from './tree-engine.js';

export const engines: Record<EngineName, TreeEngine> = {
  gbdt: gbdtEngine,
  'ml-xgboost': mlXgboostEngine,
};
