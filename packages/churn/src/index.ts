export { crossFitChurn, type CrossFitted } from './cross-fit.js';
export { fitChurn } from './fit.js';
export { predictChurn } from './predict.js';

export { evaluateChurn, type ChurnReport, type EvaluateOptions } from './evaluate.js';
export { rocAuc } from './metrics/roc-auc.js';
export { empc, type EmpcOptions, type ExpectedMaximumProfit } from './metrics/empc.js';
export { mpc, profitCurve, type ProfitOptions, type ProfitPoint } from './metrics/profit-curve.js';

export type { ChurnModel } from './churn-model.js';
export type { ChurnOptions } from './options.js';
export type { Calibration, CalibrationMethod } from './calibration/calibration.js';
export type { EngineName } from './engine/engines.js';
export type { TreeParams } from './engine/tree-engine.js';

export type { BrierParts } from './metrics/brier-parts.js';
export type { CalibrationBin } from './metrics/calibration-curve.js';
export type { CampaignCosts } from './metrics/campaign-costs.js';
export type { Interval } from './metrics/delong.js';
export type { LiftPoint } from './metrics/lift.js';
