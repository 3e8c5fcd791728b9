import { shapes } from '@clv/contracts';
import { ModelFormatError } from '@clv/gbdt';
import { calibrationShape } from '../calibration/calibration-shape.js';
import type { ChurnModel } from '../churn-model.js';

const { exactly, record, whole } = shapes;
const appliedShape = record({
  version: exactly(1),
  seed: whole(Number.MIN_SAFE_INTEGER),
  calibration: calibrationShape,
});

/**
 * Passes a churn model as far as applying it goes; its encoding and trees are looked into by those that apply them.
 *
 * @throws ModelFormatError with the path of what is wrong.
 */
export function assertChurnModel(model: ChurnModel): void {
  const { format } = model ?? {};
  if (format !== 'clv-churn')
    throw new ModelFormatError(
      'format',
      `must be clv-churn: ${String(format)}; fit a model, or load one by fromJSON`,
    );
  const misshape = appliedShape(model, '');
  if (misshape) throw new ModelFormatError(misshape.path, misshape.fault);
}
