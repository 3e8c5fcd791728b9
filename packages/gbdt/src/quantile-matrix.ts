import { checkOptionNames, InvalidInputError, type Fault, type FeatureMatrix } from '@clv/contracts';
import { cutCount, type ColumnCuts } from './engine/column-cuts.js';
import { checkThreads, defaultThreads, sharedThreads } from './engine/thread-count.js';
import { Trainer } from './engine/trainer.js';
import { shapeFaults } from './input/check-matrix.js';
import { resolveParams } from './input/params.js';
import { evenlySpread } from './input/some-rows.js';
import { readColumns, sizeFaults, type ColumnFacts } from './input/training-data.js';

/** A matrix with cuts for its bins: several trainings on rows of it need not look for them again. */
export interface QuantileMatrix {
  x: FeatureMatrix;
  maxBin: number;
  cuts: ColumnCuts;
  facts: ColumnFacts;
}

/** How finely columns are cut, and from how many rows. */
export interface QuantileOptions {
  /** The most bins a column is cut into, 2 to 256 (default 256). */
  maxBin?: number;
  /** From how many rows at most the quantiles are taken, evenly spread (default: all). Which label a row has is not asked. */
  sample?: number;
  /** How many threads work, as in `TrainIo` (default: all of the machine's, at most 8; 1 for less than 200,000 values). */
  threads?: number;
}

/**
 * Finds the cuts of a matrix's columns once, by XGBoost's quantile sketch, for many trainings (as its `QuantileDMatrix`).
 *
 * @throws InvalidInputError with every fault of the matrix or the options; InvalidOptionError for an unknown option.
 */
export async function quantileMatrix(
  x: FeatureMatrix,
  options: QuantileOptions = {},
): Promise<QuantileMatrix> {
  checkOptionNames(options, { maxBin: true, sample: true, threads: true });
  const { maxBin, sample = Infinity, threads } = options;
  const shape = shapeFaults(x);
  if (shape.length > 0) throw new InvalidInputError(shape);
  const { resolved, faults } = resolveParams({ maxBin }, x.columns);
  faults.push(...checkThreads(threads));
  if (!(typeof sample === 'number' && sample >= 1))
    faults.push({
      rule: 'option',
      message: `sample must be at least 1: ${String(sample)}`,
      path: 'sample',
      value: sample,
    });
  faults.push(...sizeFaults(x, 'x'));
  if (faults.length > 0) throw new InvalidInputError(faults);
  const { facts, faults: columnFaults } = readColumns({ x });
  if (columnFaults.length > 0) throw new InvalidInputError(columnFaults);

  const rows = sample < x.rows ? evenlySpread(x.rows, Math.floor(sample)) : undefined;
  const trainer = await Trainer.open(
    { x, rows, facts },
    resolved,
    sharedThreads(threads ?? defaultThreads(x)),
  );
  try {
    return { x, maxBin: resolved.maxBin, cuts: trainer.readCuts(), facts };
  } finally {
    trainer.stop();
  }
}

export function isQuantileMatrix(x: FeatureMatrix | QuantileMatrix): x is QuantileMatrix {
  return typeof x === 'object' && x !== null && 'cuts' in x;
}

/** What is wrong with the cuts of a matrix of this many columns, where they are not as `quantileMatrix` gives them. */
export function cutFaults({ x, maxBin, cuts, facts }: QuantileMatrix): Fault[] {
  const { columns } = x;
  const isWhole =
    Number.isInteger(maxBin) &&
    cuts?.values instanceof Float32Array &&
    cuts.values.length === cutCount(columns) &&
    cuts.bins instanceof Int32Array &&
    cuts.bins.length === columns &&
    facts?.hasMissing instanceof Uint8Array &&
    facts.hasMissing.length === columns &&
    facts.tops instanceof Float32Array &&
    facts.tops.length === columns;
  if (isWhole) return [];
  const message = 'maxBin, cuts and facts must be those of a quantileMatrix of x';
  return [{ rule: 'matrix-shape', message, path: 'x' }];
}
