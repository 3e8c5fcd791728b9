import { normalQuantile } from '@clv/contracts';

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

/** What chance alone does no more often speaks against an experiment: the custom for sample ratios (Kohavi et al. 2020). */
export const rare = 0.001;

/** Chance alone gives a z beyond this so rarely. */
export const surprising = surprisingAmong(1);

/** The same of the largest of many (Bonferroni). */
export function surprisingAmong(comparisons: number): number {
  return -normalQuantile(rare / 2 / comparisons);
}
