import {
  checkArgument,
  InvalidInputError,
  shapes,
  unknownName,
  type Fault,
  type RunControl,
} from '@clv/contracts';
import type { Schema } from '@clv/table';
import { calibrationMethods, type CalibrationMethod } from './calibration/calibration.js';
import { abortSignal, atLeastZero, oneOf, ofType, share, whole, type Rule } from './checks/option-rules.js';
import { engineNames, type EngineName } from './engine/engine-name.js';
import type { TreeParams } from './engine/tree-engine.js';
import { evaluateChurn, type ChurnReport } from './evaluate.js';

/** How a churn model is fitted; each has a default. */
export interface ChurnOptions extends RunControl {
  /** Into how many parts customers are divided for cross-fitting (default 5): more take longer and see more data each. */
  folds?: number;
  /** The same seed gives the same model (default 42). */
  seed?: number;
  /** Who grows the trees (default `gbdt`); `ml-xgboost` is slower, and holds about 50,000 customers. */
  engine?: EngineName;
  /** Of the trees; the defaults depend on the engine and on how many customers there are. */
  params?: TreeParams;
  /** How log-odds become probabilities; `auto` (default) takes the method with the least held-out log-loss. */
  calibration?: CalibrationMethod | 'auto';
  /** How many parameter sets to try inside each fold (default 0: none); each costs about a third of a fit. */
  tune?: number;
  /**
   * A column of dates or numbers by which customers are put in order of time (default: the schema's `snapshot_date`; where
   * it has none, folds are drawn at random).
   * Folds are then spans of time, and `model.latest` tells how the last was predicted by those before it. Of few different times
   * take as few `folds`: where the last cannot hold all customers of the latest time, a warning says so.
   */
  timeColumn?: string;
  /**
   * Label 1 means: left within this many months after the table was taken, at a time when everyone was a customer. By
   * default it means: has left, after `tenure` months. Only `survivalCurve` asks: with a window each customer goes on leaving as
   * in it.
   */
  windowMonths?: number;
  /**
   * Judges held-out probabilities by outcomes, 0 or 1 (default: `evaluateChurn`). A caller who has another thread can have it
   * done there while the rest of the model is made here.
   */
  judge?: (outcomes: Float64Array, probabilities: Float64Array) => ChurnReport | Promise<ChurnReport>;
  /** Whether features that give the label away are refused (default false: they are named in the model's warnings). */
  strict?: boolean;
}

export type ResolvedOptions = Required<
  Omit<ChurnOptions, 'calibration' | 'timeColumn' | 'windowMonths' | keyof RunControl>
> &
  Pick<ChurnOptions, 'timeColumn' | 'windowMonths' | keyof RunControl> & {
    calibration: readonly CalibrationMethod[];
  };

/**
 * Options with their defaults, some of which a table's schema knows.
 *
 * @throws InvalidInputError with everything that is misspelt or out of range; InvalidOptionError where options or the schema are
 *   none.
 */
export function resolveOptions(options: ChurnOptions, schema: Pick<Schema, 'roles'>): ResolvedOptions {
  checkArgument('options', options, record({}));
  checkArgument('schema', schema, record({ roles: record({}) }));
  const { roles } = schema;
  const faults = [
    ...faultsOf('option', options, optionRules),
    ...(record({})(options.params, '') ? [] : faultsOf('param', options.params!, paramRules)),
  ];
  if (faults.length > 0) throw new InvalidInputError(faults);
  const { calibration = 'auto' } = options;
  return {
    ...options,
    timeColumn: options.timeColumn ?? roles.snapshot_date,
    folds: options.folds ?? 5,
    seed: options.seed ?? 42,
    engine: options.engine ?? 'gbdt',
    params: options.params ?? {},
    calibration: calibration === 'auto' ? calibrationMethods : [calibration],
    tune: options.tune ?? 0,
    judge: options.judge ?? evaluateChurn,
    strict: options.strict ?? false,
  };
}

const { record } = shapes;

const optionRules: Record<keyof ChurnOptions, Rule> = {
  folds: whole(2, 100),
  seed: whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  engine: oneOf(engineNames),
  params: ofType('object'),
  calibration: oneOf(['auto', ...calibrationMethods]),
  tune: whole(0, 10_000),
  timeColumn: ofType('string'),
  windowMonths: whole(1, 120),
  judge: ofType('function'),
  strict: ofType('boolean'),
  signal: abortSignal,
  onProgress: ofType('function'),
};

const paramRules: Record<keyof TreeParams, Rule> = {
  rounds: whole(1, 100_000),
  eta: share,
  maxDepth: whole(1, 16),
  minChildWeight: atLeastZero,
  lambda: atLeastZero,
  subsample: share,
  colsampleBytree: share,
  earlyStoppingRounds: whole(0, 100_000),
};

function faultsOf(kind: string, given: object, rules: Record<string, Rule>): Fault[] {
  return Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .flatMap(([path, value]): Fault[] => {
      if (!Object.hasOwn(rules, path))
        return [{ rule: `unknown-${kind}`, message: unknownName(kind, path, Object.keys(rules)), path }];
      const message = rules[path](path, value);
      return message === undefined ? [] : [{ rule: 'out-of-range', message, path, value }];
    });
}
