import {
  checkOptionNames,
  InvalidInputError,
  InvalidOptionError,
  unknownName,
  type FeatureMatrix,
} from '@clv/contracts';
import { slabRows } from './engine/slabs.js';
import { standForest } from './engine/standing-forest.js';
import { allThreads, checkThreads, sharedThreads } from './engine/thread-count.js';
import { addTree, leafOf } from './engine/walk-tree.js';
import { checkRowsFor } from './input/check-matrix.js';
import { countRows, type SomeRows } from './input/some-rows.js';
import { rowFaults } from './input/training-data.js';
import { readModel } from './model-file/read-model.js';
import { baseMargin, type GbdtModel } from './model.js';

/** What a prediction says of a row. */
export type PredictOutput = 'probability' | 'margin' | 'leaf';

const OUTPUTS: readonly PredictOutput[] = ['probability', 'margin', 'leaf'];

/** For fewer values than this, rows times trees, starting a kernel takes longer than walking. */
const WALKS_WORTH_A_KERNEL = 100_000;

/** For fewer walks than this, calling other threads takes longer than the walks. */
const WALKS_WORTH_THREADS = 5_000_000;

const threadsFor = (walks: number) => (walks < WALKS_WORTH_THREADS ? 1 : allThreads());

/** What is predicted, and by how many threads. */
export interface PredictOptions {
  /**
   * `probability` (default): of label 1; for `reg:squarederror`, the value. `margin`: before the link, log-odds for
   * `binary:logistic`. `leaf`: for each row, the node where it ends in each tree, `rows * trees` numbers.
   */
  output?: PredictOutput;
  /**
   * How many threads share the rows (default: all of the machine's, at most 8; 1 for less than 5 million walks, rows times
   * trees). The numbers are the same for any.
   */
  threads?: number;
  /** Which rows of `x` to predict, in this order (default: all). */
  rows?: Uint32Array;
}

/**
 * Predicts one number a row (for `leaf`, one a row and tree).
 *
 * @param x rows with the model's columns; NaN is missing
 * @throws InvalidInputError where `x` does not fit the model; ModelFormatError where the model is damaged; InvalidOptionError for an
 *   unknown output or option
 */
export async function predictGbdt(
  model: GbdtModel,
  x: FeatureMatrix,
  options: PredictOptions = {},
): Promise<Float32Array> {
  checkOptionNames(options, { output: true, threads: true, rows: true });
  const { output = 'probability', threads, rows } = options;
  if (!OUTPUTS.includes(output))
    throw new InvalidOptionError('output', unknownName('output', String(output), OUTPUTS));
  const faults = checkThreads(threads);
  if (faults.length > 0) throw new InvalidInputError(faults);
  const checked = readModel(model);
  checkRowsFor(checked.columns, x);
  const some = { x, rows };
  const outOfRange = rowFaults(some);
  if (outOfRange.length > 0) throw new InvalidInputError(outOfRange);
  if (output === 'leaf') return predictLeaves(checked, some);
  const walks = countRows(some) * checked.trees.length;
  const margins = await predictMargins(checked, some, threads ?? threadsFor(walks));
  return output === 'margin' || checked.objective === 'reg:squarederror' ? margins : margins.map(logistic);
}

async function predictMargins(model: GbdtModel, some: SomeRows, threads: number): Promise<Float32Array> {
  const margins = new Float32Array(countRows(some)).fill(baseMargin(model));
  if (margins.length * model.trees.length >= WALKS_WORTH_A_KERNEL)
    await addForest(model, some, margins, sharedThreads(threads));
  else for (const tree of model.trees) addTree(tree, some, margins);
  return margins;
}

async function addForest(
  model: GbdtModel,
  some: SomeRows,
  margins: Float32Array,
  threads: number,
): Promise<void> {
  const size = slabRows({ rows: margins.length, columns: model.columns });
  const forest = await standForest(model, size, threads);
  try {
    forest.addTo(margins, some);
  } finally {
    forest.clear();
  }
}

function predictLeaves({ trees }: GbdtModel, { x, rows }: SomeRows): Float32Array {
  const count = countRows({ x, rows });
  const leaves = new Float32Array(count * trees.length);
  trees.forEach((tree, t) => {
    for (let i = 0; i < count; i++)
      leaves[i * trees.length + t] = leafOf(tree, x, rows === undefined ? i : rows[i]);
  });
  return leaves;
}

function logistic(margin: number): number {
  return 1 / (1 + Math.exp(-margin));
}
