import { longestTenure } from './season.js';

/** The months within which `churned` tells who left. */
export const windowMonths = 3;

/** The hazard of leaving falls with tenure: a Weibull of shape below 1, as in cohorts that sort themselves. */
const shape = 0.7;

/** The baseline's cumulative hazard over the window that begins at each whole month of tenure. */
const exposure = Float64Array.from(
  { length: longestTenure + 1 },
  (_, tenure) => (tenure + windowMonths) ** shape - tenure ** shape,
);

/**
 * The probability of leaving inside the next three months under proportional hazards,
 * `1 - exp(-exp(logHazard) * ((tenure + 3)^0.7 - tenure^0.7))`.
 *
 * @param tenure whole months, up to 120.
 */
export function leavingProbability(logHazard: number, tenure: number): number {
  return -Math.expm1(-Math.exp(logHazard) * exposure[tenure]);
}
