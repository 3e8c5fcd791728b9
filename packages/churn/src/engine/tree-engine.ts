import type { FeatureMatrix } from '@clv/contracts';
import type { GbdtModel, QuantileMatrix } from '@clv/gbdt';

/**
 * The parameters of boosted trees, by XGBoost's names in camelCase. Defaults depend on the engine and on how many rows there
 * are.
 */
export interface TreeParams {
  /** Trees at most. */
  rounds?: number;
  /** The learning rate, in (0, 1]; halving it takes about twice the rounds. */
  eta?: number;
  /** The greatest depth of a tree, 1 to 16: deeper trees catch more interactions of features, and more noise. */
  maxDepth?: number;
  /** The least sum of hessians in a leaf; higher is more cautious. */
  minChildWeight?: number;
  /** L2 regularisation: shrinks leaf values towards 0. */
  lambda?: number;
  /** The share of rows that each tree sees, in (0, 1]. */
  subsample?: number;
  /** The share of features that each tree sees, in (0, 1]: less makes trees differ more. */
  colsampleBytree?: number;
  /** Stop when predictions for customers set apart have not improved for this many rounds; 0 never stops. */
  earlyStoppingRounds?: number;
}

/** Customers to learn from, or to watch how well others are predicted. */
export interface Examples {
  matrix: FeatureMatrix;
  /** 1 churned, 0 stayed. */
  labels: Float32Array;
  /** Which rows of the matrix they are (default: all). */
  rows?: Uint32Array;
  /** The matrix cut into bins, where an engine has made it ready for several fits. */
  quantiles?: QuantileMatrix;
}

export interface GrownTrees {
  trees: GbdtModel;
  /** What the engine could not do as it was asked, in sentences. */
  warnings: string[];
}

export interface GrowControl {
  seed: number;
  signal?: AbortSignal;
  /** Decides when to stop early. */
  watchers?: Examples;
}

/** Who grows the trees. */
export interface TreeEngine {
  /** Parameters that suit this many rows. */
  defaults(rows: number): Required<TreeParams>;
  /** Does once what several fits on rows of these customers have in common. */
  makeReady?(customers: Examples): Promise<Examples>;
  /** Fits boosted trees to labels (`binary:logistic`). */
  grow(examples: Examples, params: Required<TreeParams>, control: GrowControl): Promise<GrownTrees>;
}
