import { InvalidInputError, unknownName, type Fault, type RunControl } from '@clv/contracts';
import type { CalibrationMethod } from './calibration/calibration.js';
import { calibrationMethods } from './calibration/fit-calibration.js';
import { engines, type EngineName } from './engine/engines.js';
import type { TreeParams } from './engine/tree-engine.js';

export interface ChurnOptions extends RunControl {
  /** Into how many parts customers are divided for cross-fitting (default 5): more take longer and see more data each. */
  folds?: number;
  /** The same seed gives the same model (default 42). */
  seed?: number;
  /** Who grows the trees (default `ml-xgboost`). */
  engine?: EngineName;
  /** Of the trees; see TreeParams. */
  params?: TreeParams;
  /** How log-odds become probabilities; `auto` (default) takes the method with the least held-out log-loss. */
  calibration?: CalibrationMethod | 'auto';
}

export interface ResolvedOptions extends RunControl {
  folds: number;
  seed: number;
  engine: EngineName;
  params: Required<TreeParams>;
  calibration: CalibrationMethod[];
}

export const defaultParams: Required<TreeParams> = {
  rounds: 100,
  eta: 0.1,
  maxDepth: 3,
  minChildWeight: 10,
  lambda: 1,
  subsample: 1,
  colsampleBytree: 0.4,
};

/**
 * Options with their defaults.
 *
 * @throws InvalidInputError with everything that is misspelt or out of range.
 */
export function resolveOptions(options: ChurnOptions): ResolvedOptions {
  const { folds = 5, seed = 42, engine = 'ml-xgboost', params = {}, calibration = 'auto' } = options;
  const faults = [
    ...misspelt('option', Object.keys(options), optionNames),
    ...misspelt('param', Object.keys(params), Object.keys(defaultParams)),
    ...misspelt('engine', [engine], Object.keys(engines)),
    ...misspelt('calibration', [calibration], ['auto', ...calibrationMethods]),
    ...unless(isWhole(folds) && folds >= 2 && folds <= 100, 'folds', 'a whole number from 2 to 100', folds),
    ...unless(isWhole(seed), 'seed', 'a whole number', seed),
  ];
  if (faults.length > 0) throw new InvalidInputError(faults);
  return {
    folds,
    seed,
    engine,
    params: { ...defaultParams, ...params },
    calibration: calibration === 'auto' ? calibrationMethods : [calibration],
    signal: options.signal,
    onProgress: options.onProgress,
  };
}

const optionNames = ['folds', 'seed', 'engine', 'params', 'calibration', 'signal', 'onProgress'];
const isWhole = (value: number) => Number.isInteger(value);

function misspelt(kind: string, given: readonly string[], known: readonly string[]): Fault[] {
  return given
    .filter((name) => !known.includes(name))
    .map((name) => ({ rule: `unknown-${kind}`, message: unknownName(kind, name, known), path: name }));
}

function unless(holds: boolean, option: string, rule: string, value: unknown): Fault[] {
  return holds
    ? []
    : [{ rule: 'out-of-range', message: `${option} must be ${rule}: ${String(value)}`, path: option, value }];
}
