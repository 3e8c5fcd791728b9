/** Numbers for a learner: `rows * columns` values, row-major; NaN is a missing value. */
export interface FeatureMatrix {
  data: Float32Array;
  rows: number;
  columns: number;
  featureNames?: string[];
}
