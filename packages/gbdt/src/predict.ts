import { InvalidOptionError, unknownName, type FeatureMatrix } from '@clv/contracts';
import { checkRowsFor } from './check-matrix.js';
import { baseMargin, type GbdtModel } from './model.js';
import { readModel } from './read-model.js';
import { addTree, leafOf } from './walk-tree.js';

/** What a prediction says of a row. */
export type PredictOutput = 'probability' | 'margin' | 'leaf';

const OUTPUTS: readonly PredictOutput[] = ['probability', 'margin', 'leaf'];

export interface PredictOptions {
  /**
   * `probability` (default): of label 1; for `reg:squarederror`, the value. `margin`: before the link, log-odds for
   * `binary:logistic`. `leaf`: for each row, the node where it ends in each tree, `rows * trees` numbers.
   */
  output?: PredictOutput;
  /** How many threads share the rows (default 1). The numbers are the same for any. */
  threads?: number;
}

/**
 * Predicts one number a row (for `leaf`, one a row and tree).
 *
 * @param x rows with the model's columns; NaN is missing
 * @throws InvalidInputError where `x` does not fit the model; ModelFormatError where the model is damaged
 */
export async function predictGbdt(
  model: GbdtModel,
  x: FeatureMatrix,
  { output = 'probability' }: PredictOptions = {},
): Promise<Float32Array> {
  if (!OUTPUTS.includes(output))
    throw new InvalidOptionError('output', unknownName('output', String(output), OUTPUTS));
  const checked = readModel(model);
  checkRowsFor(checked.columns, x);
  if (output === 'leaf') return predictLeaves(checked, x);
  const margins = predictMargins(checked, x);
  return output === 'margin' || checked.objective === 'reg:squarederror' ? margins : margins.map(logistic);
}

function predictMargins(model: GbdtModel, x: FeatureMatrix): Float32Array {
  const margins = new Float32Array(x.rows).fill(baseMargin(model));
  for (const tree of model.trees) addTree(tree, x, margins);
  return margins;
}

function predictLeaves({ trees }: GbdtModel, x: FeatureMatrix): Float32Array {
  const leaves = new Float32Array(x.rows * trees.length);
  trees.forEach((tree, t) => {
    for (let row = 0; row < x.rows; row++) leaves[row * trees.length + t] = leafOf(tree, x, row);
  });
  return leaves;
}

function logistic(margin: number): number {
  return 1 / (1 + Math.exp(-margin));
}
