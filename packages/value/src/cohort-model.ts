/** How a cohort under contract melts: every customer has a chance of leaving of their own, at each renewal the same. */
export interface ShiftedBetaGeometricModel {
  format: 'clv-shifted-beta-geometric';
  version: 1;
  /** Of the beta distribution over customers of the chance of leaving at a renewal. */
  parameters: { alpha: number; beta: number };
  standardErrors: { alpha: number; beta: number };
  logLikelihood: number;
  customers: number;
}
