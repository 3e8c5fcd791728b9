import type { Fitted } from '../likelihood/fitted.js';

/**
 * How a cohort under contract shrinks: each customer has a chance of leaving of their own, the same at every renewal; over
 * customers it follows a beta distribution with these parameters.
 */
export interface ShiftedBetaGeometricModel extends Fitted<'alpha' | 'beta'> {
  format: 'clv-shifted-beta-geometric';
}
