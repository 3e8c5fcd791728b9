export { fitSegments } from './fit.js';
export { assignSegments } from './assign.js';
export { nameSegments } from './name.js';
export { archetypes } from './naming/archetypes.js';

export type { SegmentModel } from './segment-model.js';
export type { FitSegmentsOptions } from './fit-options.js';
export type { Assignment } from './assign.js';
export type { NameSegmentsOptions } from './name.js';
export type { Archetype } from './naming/archetypes.js';
export type { Scale, ScaledColumn, Scaler } from './scale/scaler.js';
