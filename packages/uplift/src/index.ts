export { checkExperiment } from './check-experiment.js';
export { fitUplift } from './fit-uplift.js';
export { predictUplift } from './predict-uplift.js';
export { evaluateUplift } from './evaluate/evaluate-uplift.js';
export { responseGroups } from './response-groups.js';

export type { AverageEffect, UpliftMember, UpliftModel, UpliftOptions } from './fit-uplift.js';
export type { UpliftPrediction } from './predict-uplift.js';
export type { ExperimentColumns } from './experiment.js';
export type { EffectModel, Learner } from './learn/learners.js';
export type { Overlap } from './learn/doubly-robust-scores.js';
export type { EvaluateOptions, UpliftEvaluation } from './evaluate/evaluate-uplift.js';
export type { Curve } from './evaluate/curves.js';
export type { HeldOut } from './evaluate/held-out.js';
export type { Interval } from './evaluate/interval.js';
export type { CheckOptions, ExperimentConcern, ExperimentReport } from './check-experiment.js';
export type { ResponseGroup, ResponseOptions } from './response-groups.js';
