export { checkOffers } from './offers/check.js';
export { defaultOffers } from './offers/offer.js';
export { readCustomers } from './value/read-customers.js';
export { expectedValues } from './value/expected-values.js';
export { budgetChoices, type BudgetBasis } from './value/budget-choices.js';
export { cautiousGain } from './value/gain-error.js';
export { allocateBudget, type BudgetProblem } from './allocate-budget.js';
export { allocateBlocks, type BlockAllocation } from './budget/allocate-blocks.js';
export { budgetEdge, edgeAbove, edgeOfAnyone } from './budget/edge/budget-edge.js';
export { addSums, emptyBins } from './budget/returns/return-bins.js';
export { binChoices, chooseByEdge, nearEdge, settleAtEdge } from './budget/spread.js';
export { covers, wideEdge, withBinAbove } from './budget/edge/wide-edge.js';
export { findUpgrades } from './budget/upgrades/find-upgrades.js';
export { budgetPath, frontier, gainAt } from './budget/budget-path.js';
export { prescribe } from './policy/prescribe.js';
export { explain } from './policy/explain.js';
export { choiceStability } from './policy/stability.js';
export { startWhatIf } from './policy/start-what-if.js';
export { startBudgetWhatIf, whatIf, whatIfFrontier, whatIfPath } from './policy/what-if.js';
export { comparePolicies } from './evidence/compare-policies.js';
export { sensitivity } from './evidence/sensitivity.js';
export { evaluatePolicy } from './evidence/evaluate-policy.js';
export { assignHoldout, holdBack } from './evidence/assign-holdout.js';
export { powerAnalysis } from './evidence/power-analysis.js';
export { measureCampaign } from './evidence/measure-campaign.js';
export { fairnessReport } from './evidence/fairness-report.js';

export type { CheckedOffer, Offer, Response } from './offers/offer.js';
export type { CustomerInputs } from './value/inputs.js';
export type { ColumnarTable, CustomerColumns } from './value/read-customers.js';
export type { ExpectedValues } from './value/expected-values.js';
export type { Capacity, Constraints, SegmentLimits } from './constraints/constraints.js';
export type { BudgetPath, FrontierPoint } from './budget/budget-path.js';
export type { Allocation } from './budget/spend.js';
export type { BudgetEdge } from './budget/edge/budget-edge.js';
export type { ReturnBins } from './budget/returns/return-bins.js';
export type { EdgeSettlement } from './budget/spread.js';
export type { Choices } from './budget/choices.js';
export type { Upgrades } from './budget/upgrades/find-upgrades.js';
export type { BudgetOptions, PrescribeOptions, Prescription } from './policy/prescription.js';
export type { Alternative, Explanation } from './policy/explain.js';
export type { Stability, StabilityOptions } from './policy/stability.js';
export type { WhatIfChange, WhatIfState } from './policy/what-if.js';
export type { ComparePoliciesOptions, PolicyResult } from './evidence/compare-policies.js';
export type {
  BreakEven,
  Factor,
  Sensitivity,
  SensitivityOptions,
  Swing,
  World,
} from './evidence/sensitivity.js';
export type { ExperimentLog, PolicyValue } from './evidence/evaluate-policy.js';
export type { Holdout, HoldoutOptions } from './evidence/assign-holdout.js';
export type { Power, PowerOptions } from './evidence/power-analysis.js';
export type { CampaignEffect, CampaignLog, CampaignReport, Forecast } from './evidence/campaign.js';
export type { FairnessOptions, GroupTreatment } from './evidence/fairness-report.js';
export type { BootstrapOptions } from './statistics/bootstrap.js';
export type { Estimate } from '@clv/contracts';

export { InfeasibleError, NoPolicyFoundError, type BrokenConstraint } from './constraints/no-policy.js';
