import { checkOptions, ClvError, InvalidInputError, shapes } from '@clv/contracts';
import { checkProbabilities } from '../checks/check-probabilities.js';
import { checkCurve } from './check-curve.js';
import type { SurvivalCurves } from './survival-curve.js';
import { curvesOf, type SurvivalModel } from './survival-model.js';
import { survivalShape } from './survival-shape.js';

/** Customers of whom no more is known than their tenure and their chance of leaving, one entry each. */
export interface SurvivalByTenureOptions {
  /** For how many months each has been a customer; NaN where that is not known. */
  tenures: ArrayLike<number>;
  /** Each customer's chance of leaving within the window, in [0, 1]. */
  probabilities: ArrayLike<number>;
  /** How many months from now (default 12). */
  months?: number;
  /** The months of the window (default the model's, else 3): the hazard of a customer whose tenure is not known comes from it. */
  windowMonths?: number;
}

const optionShapes = {
  tenures: shapes.numbers,
  probabilities: shapes.numbers,
  months: () => undefined,
  windowMonths: shapes.whole(1),
};

/**
 * How long customers are expected to stay by a churn model's `survival` alone, which is small enough to travel with results: where
 * the probabilities are the model's own, the curves are those of `survivalCurve`. One whose tenure is not known has the
 * constant hazard `1 - (1 - p)^(1 / windowMonths)`.
 *
 * @throws ClvError `INVALID_MODEL` where the survival is damaged; InvalidInputError where `months` is out of range, lengths differ, or a
 *   tenure is negative or a probability outside [0, 1], every row named; InvalidOptionError for an option that is no such thing.
 */
export function survivalByTenure(survival: SurvivalModel, options: SurvivalByTenureOptions): SurvivalCurves {
  checkOptions(options, optionShapes, ['tenures', 'probabilities']);
  const misshape = survivalShape(survival, 'survival');
  if (misshape)
    throw new ClvError('INVALID_MODEL', `${misshape.path} ${misshape.fault}`, { path: misshape.path });
  const { probabilities, months = 12, windowMonths = survival.windowMonths ?? 3 } = options;
  const tenures = new Float64Array(options.tenures);
  const unknown: number[] = [];
  for (let row = 0; row < tenures.length; row++) if (Number.isNaN(options.tenures[row])) unknown.push(row);
  for (const row of unknown) tenures[row] = 0;
  checkCurve(months, tenures, 'tenures');
  if (tenures.length !== probabilities.length) {
    const message = `tenures and probabilities must be equally long: ${tenures.length} and ${probabilities.length}`;
    throw new InvalidInputError([{ rule: 'lengths-differ', message, path: 'tenures' }]);
  }
  checkProbabilities(probabilities, tenures.length);
  const curves = curvesOf(survival, probabilities, tenures, months);
  for (const row of unknown)
    for (let month = 1; month <= months; month++)
      curves[row * months + month - 1] = (1 - probabilities[row]) ** (month / windowMonths);
  return { months, survival: curves };
}
