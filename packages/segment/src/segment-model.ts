import type { Scaler } from './features/scaler.js';

/** Segments as plain data: what is needed to tell which segment a customer belongs to. */
export interface SegmentModel {
  format: 'clv-segments';
  version: 1;
  /** The columns that the segments were made from. */
  features: string[];
  /** How the columns became coordinates. */
  scaler: Scaler;
  /** One centre a segment, in the scaler's coordinates. Segments are numbered from the largest to the smallest. */
  centroids: number[][];
  /** The name of each segment; `Segment 1` and so on until `nameSegments` has seen their value and risk. */
  names: string[];
  /** The sum of squared distances to the centres, in the scaler's coordinates. */
  inertia: number;
  /** How well apart the segments are, in [-1, 1]; above 5,000 rows estimated on a sample. */
  silhouette: number;
  /** How many rows each segment had in the fit. */
  sizes: number[];
  /** What a reader must know of the features: missing values, constant columns. */
  notices: string[];
}
