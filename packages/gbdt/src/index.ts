export { trainGbdt } from './train.js';
export { quantileMatrix } from './quantile-matrix.js';
export { predictGbdt } from './predict.js';
export { prepareGbdt } from './prepare.js';
export { explainGbdt } from './explain.js';
export { importance } from './importance.js';
export { fromXgboostJson } from './model-file/from-xgboost-json.js';
export { toXgboostJson } from './model-file/to-xgboost-json.js';
export { toXgboostText } from './model-file/to-xgboost-text.js';
export { readModel } from './model-file/read-model.js';

export type { FeatureMatrix } from '@clv/contracts';
export type { GbdtModel, GbdtObjective, GbdtTree } from './model.js';
export type { Explanation } from './explain.js';
export type { GbdtParams } from './input/params.js';
export type { ImportanceKind } from './importance.js';
export type { GbdtPredictor } from './prepare.js';
export type { PredictOptions, PredictOutput } from './predict.js';
export type { RoundReport, TrainIo } from './train.js';
export type { QuantileMatrix, QuantileOptions } from './quantile-matrix.js';
export type { ValidationSet } from './engine/validation.js';

export { ModelFormatError } from './model-file/model-format-error.js';
