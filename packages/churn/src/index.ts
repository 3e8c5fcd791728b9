export { crossFitChurn, type CrossFitted } from './cross-fit.js';
export { fitChurn } from './fit.js';
export { predictChurn } from './predict.js';

export { evaluateChurn, type ChurnReport } from './evaluate.js';
export { rocAuc } from './metrics/roc-auc.js';

export type { ChurnModel } from './churn-model.js';
export type { ChurnOptions } from './options.js';
export type { Calibration, CalibrationMethod } from './calibration/calibration.js';
export type { CalibrationBin } from './metrics/calibration-curve.js';
export type { EngineName } from './engine/engines.js';
export type { TreeParams } from './engine/tree-engine.js';
