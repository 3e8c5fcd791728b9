/** What is fitted, and how a margin becomes an answer. */
export type GbdtObjective = 'binary:logistic' | 'reg:squarederror';

/**
 * One tree as columns of numbers, node 0 its root. All numbers are float32 values, as XGBoost keeps them.
 * A node is a leaf where `left` and `right` are both -1.
 */
export interface GbdtTree {
  /** Column that an inner node tests; 0 in leaves. */
  feature: number[];
  /** `x < threshold` goes left, compared in float32; 0 in leaves. */
  threshold: number[];
  /** Index of the left child; -1 in leaves. */
  left: number[];
  /** Index of the right child; -1 in leaves. */
  right: number[];
  /** 1 where a missing value goes left, else 0. */
  defaultLeft: number[];
  /** What a leaf adds to the margin (eta included); an inner node's own weight, which no prediction uses. */
  value: number[];
  /** How much loss an inner node's split saves; 0 in leaves. */
  gain: number[];
  /** Sum of hessians of the training rows that reach the node. */
  cover: number[];
}

/** A fitted model: plain data, so that `JSON.parse(JSON.stringify(model))` is the same model, bit for bit. */
export interface GbdtModel {
  format: 'clv-gbdt';
  version: 1;
  objective: GbdtObjective;
  /** What is predicted before any tree: a probability for `binary:logistic`, else a value. */
  baseScore: number;
  /** How many features a row has. */
  columns: number;
  featureNames?: string[];
  trees: GbdtTree[];
}

/** The margin that every row starts from. */
export function baseMargin({ objective, baseScore }: Pick<GbdtModel, 'objective' | 'baseScore'>): number {
  return Math.fround(objective === 'binary:logistic' ? -Math.log(1 / baseScore - 1) : baseScore);
}
