import { checkOptions, InvalidInputError, shapes } from '@clv/contracts';
import { ModelFormatError } from '@clv/gbdt';
import { readNumbers, type TableLike } from '@clv/table';
import { checkProbabilities } from '../checks/check-probabilities.js';
import type { ChurnModel } from '../churn-model.js';
import { assertChurnModel } from '../columns/assert-churn-model.js';
import { predictChurn } from '../predict.js';
import { checkCurve } from './check-curve.js';
import { curvesOf } from './survival-model.js';
import { survivalShape } from './survival-shape.js';

/** Each customer's chance of still being one, month by month from now. */
export interface SurvivalCurves {
  /** How many months each curve has. */
  months: number;
  /** Rows x months, row-major: the chance of still being a customer after 1, 2, … months from now, in [0, 1]. */
  survival: Float64Array;
}

/** How far survival is predicted, and from which probabilities. */
export interface SurvivalOptions {
  /** How many months from now (default 12). */
  months?: number;
  /**
   * Each customer's chance of leaving (default: by the model). For customers whom the model was fitted on, give their
   * held-out probabilities, as it has seen what they did.
   */
  probabilities?: ArrayLike<number>;
}

/**
 * How long each customer is expected to stay, month by month from now, by the hazard at the customer's own risk and the shape
 * that tenure gives it; by that hazard alone where the label tells of a window.
 *
 * @throws InvalidInputError where the model has no survival (its schema named no tenure), `months` is out of range, or a tenure
 *   is missing or negative or a probability outside [0, 1], every row named; InvalidOptionError for an unknown option.
 */
export async function survivalCurve(
  model: ChurnModel,
  table: TableLike,
  options: SurvivalOptions = {},
): Promise<SurvivalCurves> {
  checkOptions(options, { months: () => undefined, probabilities: shapes.numbers });
  assertChurnModel(model);
  const { months = 12, probabilities } = options;
  const { survival: fitted } = model;
  if (fitted === undefined) throw new InvalidInputError([noSurvival]);
  const misshape = survivalShape(fitted, 'survival');
  if (misshape) throw new ModelFormatError(misshape.path, misshape.fault);
  const tenures = readNumbers(table, fitted.tenure, { decimal: model.encoding?.decimal });
  checkCurve(months, tenures, fitted.tenure);
  if (probabilities) checkProbabilities(probabilities, tenures.length);
  const risks = probabilities ?? (await predictChurn(model, table));
  return { months, survival: curvesOf(fitted, risks, tenures, months) };
}

const noSurvival = {
  rule: 'no-survival',
  message:
    'the model has no survival curve: fit it on a schema whose roles name the tenure, with at least 25 departures of known tenure',
  path: 'survival',
};
