/** How the hazard of leaving falls with tenure: a Weibull of shape below 1, as in cohorts that sort themselves. */
const shape = 0.7;

/**
 * The probability of leaving inside the window that begins at `tenure`, under proportional hazards:
 * `1 - exp(-exp(logHazard) * ((tenure + window)^shape - tenure^shape))`.
 *
 * @param logHazard the log of what multiplies the baseline hazard.
 * @param tenure months since the customer joined.
 * @param window months.
 */
export function leavingProbability(logHazard: number, tenure: number, window: number): number {
  const exposure = Math.pow(tenure + window, shape) - Math.pow(tenure, shape);
  return -Math.expm1(-Math.exp(logHazard) * exposure);
}
