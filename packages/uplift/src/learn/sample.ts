/** The customers that one member of the ensemble learns from. */
export interface Sample {
  /** A bootstrap sample has some of them more than once. */
  rows: Int32Array;
  /** The fold that is not among them; none is left out of a bootstrap sample. */
  leftOut?: number;
  /** A fold among them that can be kept apart for choices. */
  apart: number;
}
