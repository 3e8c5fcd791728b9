import {
  checkOptions,
  InvalidInputError,
  shapes,
  type Fault,
  type FeatureMatrix,
  type OptionShapes,
} from '@clv/contracts';
import { checkThreads, defaultThreads, sharedThreads } from './engine/thread-count.js';
import { Trainer } from './engine/trainer.js';
import { Validation, type ValidationSet } from './engine/validation.js';
import { yieldToHost } from './engine/yield-to-host.js';
import { shapeFaults } from './input/check-matrix.js';
import { resolveParams, type GbdtParams, type ResolvedParams } from './input/params.js';
import { countRows, type SomeRows } from './input/some-rows.js';
import {
  constantFaults,
  labelFaults,
  lossFaults,
  readColumns,
  sumFaults,
  weightFaults,
  type ColumnFacts,
} from './input/training-data.js';
import type { GbdtModel, GbdtTree } from './model.js';
import { cutFaults, isQuantileMatrix, type QuantileMatrix } from './quantile-matrix.js';

/** What a training takes besides the rows, the labels and the parameters. */
export interface TrainIo {
  /** Which rows of `x` to learn from (default: all); `y` and `weights` have a number for each row of `x` all the same. */
  rows?: Uint32Array;
  /** How much each row counts (default 1 each). */
  weights?: ArrayLike<number>;
  /** Rows kept apart: their loss is reported to `onRound` and decides `earlyStoppingRounds`. */
  validation?: ValidationSet;
  /**
   * How many threads work (default: all of the machine's, at most 8; 1 for less than 200,000 values). The model is the
   * same, byte for byte, for any. A browser's page trains in one; its workers share if the page is cross-origin isolated.
   */
  threads?: number;
  /** Aborting rejects with the signal's reason after the round at work. */
  signal?: AbortSignal;
  /** Called after each round with how far the training has come. */
  onRound?: (report: RoundReport) => void;
}

/** How far a training has come. */
export interface RoundReport {
  /** Trees grown so far. */
  round: number;
  /** Trees asked for. */
  rounds: number;
  /** Log-loss or root mean squared error of the validation rows, where there are any. */
  validationLoss?: number;
}

/** Rows and threads are looked at with the data. */
const ioShapes: OptionShapes<TrainIo> = {
  rows: () => undefined,
  weights: shapes.numbers,
  validation: shapes.record({ x: shapes.record({}), y: shapes.numbers }),
  threads: () => undefined,
  signal: shapes.signal,
  onRound: shapes.callback,
};

const MAX_COLUMNS = 65_536;

/**
 * Fits gradient-boosted trees (Friedman 2001; Chen & Guestrin 2016) by histograms of quantised gradients.
 * Cuts, gains and ties are those of XGBoost's `hist`, so without sampling the trees are its trees.
 * The same input, parameters and seed give the same model on every machine.
 *
 * @param x rows of up to 65,536 features; NaN is missing, and each split learns where missing values go. A `QuantileMatrix`
 *   brings its cuts, and its `maxBin`
 * @param y a label a row: 0 or 1 for `binary:logistic`
 * @throws InvalidInputError with every fault of the parameters, or of the data; InvalidOptionError for an unknown part of `io`;
 *   ClvError `TOO_LARGE` beyond 4 GB
 */
export async function trainGbdt(
  x: FeatureMatrix | QuantileMatrix,
  y: ArrayLike<number>,
  params: GbdtParams = {},
  io: TrainIo = {},
): Promise<GbdtModel> {
  checkOptions(io, ioShapes);
  const isCut = isQuantileMatrix(x);
  const matrix = isCut ? x.x : x;
  const some = { x: matrix, rows: io.rows };
  throwIfAny(shapeFaults(matrix));
  if (isCut) throwIfAny(cutFaults(x));
  const { resolved, faults } = resolveParams(params, matrix.columns);
  throwIfAny([...faults, ...optionFaults(matrix, resolved, io), ...binFaults(x, params)]);
  throwIfAny(dataFaults(some, y, resolved, io));
  const cut = isCut ? x : readFacts(some);
  io.signal?.throwIfAborted();

  const labels = valuesOf(y, some);
  const weights = rowWeights(labels, resolved, io);
  if (weights) throwIfAny(sumFaults(weights.inTrees));
  const threads = io.threads ?? defaultThreads({ rows: labels.length, columns: matrix.columns });
  const heaviest = weights?.inTrees.reduce((most, weight) => Math.max(most, weight), 0);
  const toBin = { ...cut, ...some, weights: weights?.inQuantiles, heaviest };
  const trainer = await Trainer.open(toBin, resolved, sharedThreads(threads));
  try {
    trainer.takeRows(labels, weights?.inTrees);
    const trees = await boost(trainer, resolved, io);
    return {
      format: 'clv-gbdt',
      version: 1,
      objective: resolved.objective,
      baseScore: Math.fround(resolved.baseScore),
      columns: matrix.columns,
      ...(matrix.featureNames && { featureNames: [...matrix.featureNames] }),
      trees,
    };
  } finally {
    trainer.stop();
  }
}

async function boost(trainer: Trainer, params: ResolvedParams, io: TrainIo): Promise<GbdtTree[]> {
  const { rounds, earlyStoppingRounds = Infinity } = params;
  const validation = io.validation && new Validation(io.validation, params);
  const trees: GbdtTree[] = [];
  trainer.startTree(0);
  while (trees.length < rounds) {
    const tree = trainer.finishTree();
    const round = trees.push(tree);
    if (round < rounds) trainer.startTree(round);
    const validationLoss = validation?.add(tree, round);
    io.onRound?.({ round, rounds, ...(validationLoss !== undefined && { validationLoss }) });
    if (validation && round - validation.bestTrees >= earlyStoppingRounds) break;
    await yieldToHost();
    io.signal?.throwIfAborted();
  }
  const keepsBest = validation !== undefined && params.earlyStoppingRounds !== undefined;
  return keepsBest ? trees.slice(0, validation.bestTrees) : trees;
}

function optionFaults(x: FeatureMatrix, params: ResolvedParams, { threads, validation }: TrainIo): Fault[] {
  const faults = checkThreads(threads);
  const complain = (path: string, message: string, value: unknown) =>
    faults.push({ rule: 'option', message, path, value });
  if (x.columns > MAX_COLUMNS)
    complain('x.columns', `x.columns must be at most ${MAX_COLUMNS}: ${x.columns}`, x.columns);
  if (params.earlyStoppingRounds !== undefined && !validation)
    complain('validation', 'earlyStoppingRounds needs validation rows', undefined);
  if (validation && validation.x.columns !== x.columns)
    complain(
      'validation.x.columns',
      `validation.x.columns must be ${x.columns}, as in x: ${String(validation.x.columns)}`,
      validation.x.columns,
    );
  return faults;
}

function dataFaults(
  some: SomeRows,
  y: ArrayLike<number>,
  { objective, baseScore }: ResolvedParams,
  { weights, validation }: TrainIo,
): Fault[] {
  const own = labelFaults(some, y, objective, { x: 'x', y: 'y' });
  return [
    ...(own.length > 0 ? own : constantFaults(y, some)),
    ...(weights ? weightFaults(weights, some.x.rows) : []),
    ...(own.length === 0 && objective === 'reg:squarederror' ? lossFaults(y, some, baseScore, weights) : []),
    ...(validation ? labelFaults(validation, validation.y, objective, validationNames) : []),
  ];
}

const validationNames = { x: 'validation.x', y: 'validation.y' };

function binFaults(x: FeatureMatrix | QuantileMatrix, { maxBin }: GbdtParams): Fault[] {
  if (!isQuantileMatrix(x) || maxBin === undefined || maxBin === x.maxBin) return [];
  const message = `maxBin must be the quantile matrix's ${x.maxBin}: ${maxBin}`;
  return [{ rule: 'parameter', message, path: 'params.maxBin', value: maxBin }];
}

function readFacts(some: SomeRows): { facts: ColumnFacts; cuts?: undefined } {
  const { facts, faults } = readColumns(some);
  throwIfAny(faults);
  return { facts };
}

function valuesOf(values: ArrayLike<number>, some: SomeRows): Float32Array {
  const { rows } = some;
  const chosen = new Float32Array(countRows(some));
  for (let i = 0; i < chosen.length; i++) chosen[i] = values[rows === undefined ? i : rows[i]];
  return chosen;
}

function throwIfAny(faults: Fault[]): void {
  if (faults.length > 0) throw new InvalidInputError(faults);
}

/** What each row weighs: in quantiles its own weight, in trees that of positives too, as in XGBoost; undefined where all weigh 1. */
function rowWeights(
  y: Float32Array,
  { objective, scalePosWeight }: ResolvedParams,
  { weights, rows }: TrainIo,
): { inQuantiles: Float32Array; inTrees: Float32Array } | undefined {
  const positive = objective === 'binary:logistic' ? scalePosWeight : 1;
  if (!weights && positive === 1) return undefined;
  const inQuantiles = y.map((_, i) => weights?.[rows?.[i] ?? i] ?? 1);
  return { inQuantiles, inTrees: inQuantiles.map((weight, i) => weight * (y[i] === 1 ? positive : 1)) };
}
