export { fitSegments } from './fit.js';
export { assignSegments } from './assign.js';

export type { SegmentModel } from './segment-model.js';
export type { FitSegmentsOptions } from './fit-options.js';
export type { Assignment } from './assign.js';
export type { Scale, ScaledColumn, Scaler } from './scale/scaler.js';
