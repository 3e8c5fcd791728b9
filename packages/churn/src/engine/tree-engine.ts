import type { FeatureMatrix, RunControl } from '@clv/contracts';
import type { GbdtModel } from '@clv/gbdt';

/** The knobs of boosted trees, by XGBoost's names in camelCase. */
export interface TreeParams {
  /** Trees in all (default 100). */
  rounds?: number;
  /** How far each tree goes towards what it found (default 0.1); halving it wants twice the rounds. */
  eta?: number;
  /** Questions asked in a row (default 3): deeper trees see more interplay of features, and more noise. */
  maxDepth?: number;
  /** The least sum of hessians in a leaf (default 10); higher is more cautious. */
  minChildWeight?: number;
  /** Shrinks leaves (L2; default 1). */
  lambda?: number;
  /** The share of rows that each tree sees (default 1). */
  subsample?: number;
  /** The share of features that each tree sees (default 0.4): less makes trees differ more. */
  colsampleBytree?: number;
}

export interface TrainedTrees {
  trees: GbdtModel;
  /** What the engine could not do as it was asked, in sentences. */
  warnings: string[];
}

/** Fits boosted trees to 0/1 labels (`binary:logistic`). */
export type TreeEngine = (
  matrix: FeatureMatrix,
  labels: Float32Array,
  params: Required<TreeParams>,
  seed: number,
  control?: RunControl,
) => Promise<TrainedTrees>;
