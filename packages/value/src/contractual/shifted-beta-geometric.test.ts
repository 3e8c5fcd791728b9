import { NotConvergedError } from '../likelihood/not-converged-error.js';
import { cohortSurvival, fitShiftedBetaGeometric } from './shifted-beta-geometric.js';

/** Fader and Hardie 2007, table 1: customers of 1,000 who are there after 0 to 7 renewals. */
const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491];
const regular = [1000, 631, 468, 382, 326, 289, 262, 241];

describe('fitShiftedBetaGeometric', () => {
  it.each([
    ['high end', highEnd, 0.668, 3.806],
    ['regular', regular, 0.704, 1.182],
  ])('gives the published parameters of the %s cohort', (_, cohort, alpha, beta) => {
    const { parameters } = fitShiftedBetaGeometric([cohort]);
    expect(parameters.alpha).toBeCloseTo(alpha, 3);
    expect(parameters.beta).toBeCloseTo(beta, 3);
  });

  it('predicts, as the paper does, how many regular customers are left after 12 renewals (17.3%)', () => {
    const survival = cohortSurvival(fitShiftedBetaGeometric([regular]), 12);
    expect(survival[0]).toBeCloseTo(1.182 / (0.704 + 1.182), 3);
    expect(Math.abs(survival[11] - 0.173)).toBeLessThan(0.01);
  });

  it('throws with the reason where nobody leaves, and returns no last iterate', () => {
    expect(() => fitShiftedBetaGeometric([[100, 100, 100]])).toThrow(NotConvergedError);
    expect(() => fitShiftedBetaGeometric([[100, 100, 100]])).toThrow(
      /shifted beta-geometric did not converge: /,
    );
  });

  it('names the cohorts that cannot be', () => {
    expect(() => fitShiftedBetaGeometric([[100, 90], [50, 60], [10]])).toThrow(
      'cohort 2, renewal 1: must be a whole number from 0 to the one before: 60\ncohort 3 must have a start',
    );
  });
});
