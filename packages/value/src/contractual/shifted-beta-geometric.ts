import { checkArgument, checkWhole, InvalidInputError, logGamma, shapes, type Fault } from '@clv/contracts';
import { assertCohortModel } from '../check-model.js';
import { digamma } from '../likelihood/digamma.js';
import { named } from '../likelihood/fitted.js';
import { maximizeLikelihood, type LogLikelihood } from '../likelihood/maximize-likelihood.js';
import type { ShiftedBetaGeometricModel } from './cohort-model.js';

/**
 * Fits the shifted beta-geometric model (Fader and Hardie 2007, How to Project Customer Retention) by maximum likelihood.
 *
 * @param cohorts for each cohort how many customers there were at the start and after 1, 2, … renewals: `[[1000, 631, 468]]`.
 * @throws InvalidInputError where a cohort grows, or is not counted in whole customers.
 * @throws NotConvergedError where the data do not determine the parameters: retention must rise with age.
 */
export function fitShiftedBetaGeometric(cohorts: readonly ArrayLike<number>[]): ShiftedBetaGeometricModel {
  checkCohorts(cohorts);
  const names = ['alpha', 'beta'] as const;
  const customers = cohorts.reduce((sum, cohort) => sum + cohort[0], 0);
  const fit = maximizeLikelihood('shifted beta-geometric', names, likelihoodOf(cohorts), customers, [1, 1]);
  return { format: 'clv-shifted-beta-geometric', version: 1, ...named(names, fit), customers };
}

/**
 * The share of a cohort that is still there after 1, 2, … `periods` renewals.
 *
 * @throws InvalidOptionError for periods that are not a whole number from 1 to 1,000,000; ClvError `INVALID_MODEL` where the model is damaged.
 */
export function cohortSurvival(model: ShiftedBetaGeometricModel, periods: number): Float64Array {
  assertCohortModel(model);
  checkWhole('periods', periods, 1, 1_000_000);
  const { alpha, beta } = model.parameters;
  let share = 1;
  return Float64Array.from({ length: periods }, (_, t) => (share *= (beta + t) / (alpha + beta + t)));
}

function likelihoodOf(cohorts: readonly ArrayLike<number>[]): LogLikelihood {
  return ([alpha, beta], gradient) => {
    let sum = 0;
    gradient.fill(0);
    const logBetaRatio = (leaving: number, stayed: number, customers: number) => {
      const [a, b, ab] = [alpha + leaving, beta + stayed, alpha + beta + leaving + stayed];
      sum += customers * (logGamma(a) + logGamma(b) - logGamma(ab));
      sum -= customers * (logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta));
      gradient[0] += customers * (digamma(a) - digamma(ab) - digamma(alpha) + digamma(alpha + beta));
      gradient[1] += customers * (digamma(b) - digamma(ab) - digamma(beta) + digamma(alpha + beta));
    };
    for (const cohort of cohorts) {
      const last = cohort.length - 1;
      for (let t = 1; t <= last; t++) logBetaRatio(1, t - 1, cohort[t - 1] - cohort[t]);
      logBetaRatio(0, last, cohort[last]);
    }
    return sum;
  };
}

const cohortsShape = shapes.listOf(shapes.numbers);

function checkCohorts(cohorts: readonly ArrayLike<number>[]): void {
  checkArgument('cohorts', cohorts, cohortsShape);
  const faults: Fault[] = [];
  cohorts.forEach((cohort, c) => {
    if (cohort.length < 2) {
      const message = `cohort ${c + 1} must have a start and at least one renewal: ${cohort.length} counts`;
      faults.push({ rule: 'cohort-too-short', message, row: c + 1 });
    }
    for (let t = 0; t < cohort.length; t++) {
      const most = t === 0 ? Infinity : cohort[t - 1];
      if (Number.isInteger(cohort[t]) && cohort[t] >= 0 && cohort[t] <= most) continue;
      const message = `cohort ${c + 1}, renewal ${t}: must be a whole number from 0 to the one before: ${String(cohort[t])}`;
      faults.push({ rule: 'not-a-cohort', message, row: c + 1, value: cohort[t] });
    }
  });
  if (cohorts.length === 0) faults.push({ rule: 'no-rows', message: 'there are no cohorts' });
  if (faults.length > 0) throw new InvalidInputError(faults);
}
