import { ModelFormatError, readModel } from '@clv/gbdt';
import type { ChurnModel } from '../churn-model.js';
import { encodedColumns } from '../columns/encoded-columns.js';
import { modelShape } from './model-shape.js';

/**
 * Reads a churn model from an untrusted source, such as a parsed file; anything unknown in it is refused.
 *
 * @throws ModelFormatError at the first fault, with its path in the document: `calibration.slope must be a finite number`.
 */
export function fromJSON(json: unknown): ChurnModel {
  const misshape = modelShape(json, '');
  if (misshape) throw new ModelFormatError(misshape.path, misshape.fault);
  const model = json as ChurnModel;
  const trees = readModel(model.trees, 'trees');
  const { encoding } = model;
  const columns = encodedColumns(encoding);
  agree('trees.columns', trees.columns, 'encoding.featureNames', encoding.featureNames.length);
  agree('encoding.featureNames', encoding.featureNames.length, 'encoding.columns', columns.at(-1)?.end ?? 0);
  agree('reference.columns', model.reference.columns.length, 'encoding.columns', columns.length);
  for (const [i, { count, customers }] of model.reference.columns.entries())
    agree(`reference.columns[${i}].customers`, customers.length, 'its count', count);
  return { ...model, trees };
}

function agree(path: string, size: number, otherPath: string, other: number): void {
  if (size !== other) throw new ModelFormatError(path, `must agree with ${otherPath}: ${size} and ${other}`);
}
