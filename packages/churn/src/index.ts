export { crossFitChurn, type CrossFitted } from './cross-fit.js';
export { fitChurn } from './fit.js';
export { fitOnceChurn } from './fit-once.js';
export { importTrees } from './import-trees.js';
export { predictChurn } from './predict.js';
export { prepareChurn, type ChurnPredictor } from './prepare.js';
export { survivalCurve, type SurvivalCurves, type SurvivalOptions } from './survival/survival-curve.js';
export { survivalByTenure, type SurvivalByTenureOptions } from './survival/survival-by-tenure.js';

export { explainChurn, type ChurnExplanation, type ExplainOptions, type Reason } from './explain/explain.js';
export { churnImportance, type ColumnImportance } from './explain/importance.js';
export {
  partialDependence,
  type DependencePoint,
  type PartialDependenceOptions,
} from './explain/partial-dependence.js';

export { evaluateChurn, type ChurnReport, type EvaluateOptions, type ScoredCustomers } from './evaluate.js';
export { checkClasses } from './checks/check-classes.js';
export { compareModels, type ModelComparison } from './compare-models.js';
export { modelCard } from './model-card.js';
export { fromJSON } from './model-file/from-json.js';
export { calibrationInTheLarge, type CalibrationInTheLarge } from './drift/calibration-in-the-large.js';
export { drift, type ChurnDrift, type ColumnDrift, type DriftOptions } from './drift/drift.js';
export { rocAuc } from './metrics/roc-auc.js';
export { empc, type EmpcOptions, type ExpectedMaximumProfit } from './metrics/empc.js';
export { mpc, profitCurve, type ProfitOptions, type ProfitPoint } from './metrics/profit-curve.js';

export type { ChurnModel } from './churn-model.js';
export type { ChurnOptions } from './options.js';
export type { Calibration, CalibrationMethod } from './calibration/calibration.js';
export type { EngineName } from './engine/engine-name.js';
export type { TreeParams } from './engine/tree-engine.js';
export type { SurvivalModel } from './survival/survival-model.js';
export type { BrierParts } from './metrics/brier-parts.js';
export type { CalibrationBin } from './metrics/calibration-curve.js';
export type { CampaignCosts } from './metrics/campaign-costs.js';
export type { Interval } from './metrics/delong.js';
export type { LiftPoint } from './metrics/lift.js';

export { ModelFormatError } from '@clv/gbdt';
