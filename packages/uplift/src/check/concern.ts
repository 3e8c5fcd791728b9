/** What can speak against an experiment. */
export type ExperimentConcern =
  | 'sample-ratio-mismatch'
  | 'imbalance'
  | 'missing-propensity'
  | 'contamination'
  | 'no-none'
  | 'differential-attrition'
  | 'selective-attrition';

/** One thing that speaks against an experiment. */
export interface Concern {
  concern: ExperimentConcern;
  message: string;
}

/** Chance alone gives a z beyond this once in a thousand times: the custom for sample ratios (Kohavi et al. 2020). */
export const surprising = 3.29;
