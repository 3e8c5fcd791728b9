import { InvalidOptionError, shapes, unknownName, type Fault } from '@clv/contracts';
import type { GbdtObjective } from '../model.js';

/** What to fit, and how; names, meanings and defaults are XGBoost's. */
export interface GbdtParams {
  /**
   * `binary:logistic` (default) for labels 0 and 1, or `reg:squarederror`. As in XGBoost no split is made that saves less than a
   * millionth of squared error: of labels far below 1 give so many thousandths or millionths.
   */
  objective?: GbdtObjective;
  /** How many trees, at most a million (default 100): more fit closer. */
  rounds?: number;
  /** How much of each tree's answer is taken (default 0.3): smaller learns slower and generalises better. */
  eta?: number;
  /** The most splits between a root and a leaf, 1 to 16 (default 6). */
  maxDepth?: number;
  /** L2 penalty on leaf weights (default 1): more draws them to 0. */
  lambda?: number;
  /** L1 penalty on leaf weights (default 0). */
  alpha?: number;
  /** The least loss that a split must save (default 0). */
  gamma?: number;
  /** The least sum of hessians on each side of a split (default 1); rows that have less all together get trees that answer 0. */
  minChildWeight?: number;
  /** The share of rows that each tree sees (default 1). */
  subsample?: number;
  /** The share of columns that each tree may split on (default 1). */
  colsampleBytree?: number;
  /** The most bins a column's values are cut into, 2 to 256 (default 256); XGBoost's higher numbers are refused. */
  maxBin?: number;
  /** How much a row with label 1 weighs in trees, times its weight (default 1); not in quantiles. `binary:logistic` only. */
  scalePosWeight?: number;
  /** What is predicted before any tree (default 0.5); a probability for `binary:logistic`. */
  baseScore?: number;
  /**
   * For each column 1 (never falls), -1 (never rises) or 0 (free); free by default. As in XGBoost, gains leave `alpha` out where a column
   * is not free; there also where all are.
   */
  monotoneConstraints?: readonly number[];
  /** Stop when the validation loss has not improved for this many rounds, and keep the best; off by default. */
  earlyStoppingRounds?: number;
  /** Which rows and columns are sampled (default 0): the same seed, the same model. */
  seed?: number;
}

export type ResolvedParams = Required<Omit<GbdtParams, 'earlyStoppingRounds' | 'monotoneConstraints'>> &
  Pick<GbdtParams, 'earlyStoppingRounds' | 'monotoneConstraints'>;

const DEFAULTS: ResolvedParams = {
  objective: 'binary:logistic',
  rounds: 100,
  eta: 0.3,
  maxDepth: 6,
  lambda: 1,
  alpha: 0,
  gamma: 0,
  minChildWeight: 1,
  subsample: 1,
  colsampleBytree: 1,
  maxBin: 256,
  scalePosWeight: 1,
  baseScore: 0.5,
  monotoneConstraints: undefined,
  earlyStoppingRounds: undefined,
  seed: 0,
};

const OBJECTIVES: readonly string[] = ['binary:logistic', 'reg:squarederror'] satisfies GbdtObjective[];

/** A parameter's requirement in words, and whether a number meets it. */
type Requirement = [words: string, isMet: (value: number) => boolean];

const whole = (least: number, most: number): Requirement => [
  most === Infinity ? `a whole number of at least ${least}` : `a whole number from ${least} to ${most}`,
  (value) => Number.isSafeInteger(value) && value >= least && value <= most,
];
const NOT_NEGATIVE: Requirement = ['a number of at least 0', (value) => value >= 0 && value < Infinity];
const POSITIVE: Requirement = ['a number above 0', (value) => value > 0 && value < Infinity];
const SHARE: Requirement = ['a share above 0 and at most 1', (value) => value > 0 && value <= 1];

const REQUIREMENTS: Partial<Record<keyof GbdtParams, Requirement>> = {
  rounds: whole(1, 1_000_000),
  eta: SHARE,
  maxDepth: whole(1, 16),
  lambda: NOT_NEGATIVE,
  alpha: NOT_NEGATIVE,
  gamma: NOT_NEGATIVE,
  minChildWeight: NOT_NEGATIVE,
  subsample: SHARE,
  colsampleBytree: SHARE,
  maxBin: whole(2, 256),
  scalePosWeight: POSITIVE,
  earlyStoppingRounds: whole(1, Infinity),
  seed: ['a whole number', Number.isSafeInteger],
};

const isObject = shapes.record({});

/**
 * The parameters with their defaults, and all that is wrong with them.
 *
 * @throws InvalidOptionError where they are no object.
 */
export function resolveParams(
  params: GbdtParams,
  columns: number,
): { resolved: ResolvedParams; faults: Fault[] } {
  const misshape = isObject(params, 'params');
  if (misshape) throw new InvalidOptionError('params', `params ${misshape.fault}`);
  const given = Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined));
  const resolved = { ...DEFAULTS, ...given } as ResolvedParams;
  return {
    resolved,
    faults: [...misspelt(given), ...outOfRange(resolved), ...badConstraints(resolved, columns)],
  };
}

function fault(name: string, message: string, value: unknown): Fault {
  return { rule: 'parameter', message, path: `params.${name}`, value };
}

function misspelt(given: object): Fault[] {
  const names = Object.keys(DEFAULTS);
  return Object.entries(given)
    .filter(([name]) => !names.includes(name))
    .map(([name, value]) => fault(name, unknownName('parameter', name, names), value));
}

function outOfRange(params: ResolvedParams): Fault[] {
  const faults: Fault[] = [];
  for (const [name, [words, isMet]] of Object.entries(REQUIREMENTS) as [keyof GbdtParams, Requirement][]) {
    const value = params[name];
    if (value === undefined || (typeof value === 'number' && isMet(value))) continue;
    faults.push(fault(name, `${name} must be ${words}: ${String(value)}`, value));
  }
  const { objective, baseScore } = params;
  // A model holds it as a float32, in which what is next to 1 is 1.
  const held = typeof baseScore === 'number' ? Math.fround(baseScore) : NaN;
  if (!OBJECTIVES.includes(objective))
    faults.push(fault('objective', unknownName('objective', String(objective), OBJECTIVES), objective));
  const isProbability = held > 0 && held < 1;
  if (!Number.isFinite(held) || (objective === 'binary:logistic' && !isProbability))
    faults.push(
      fault(
        'baseScore',
        `baseScore must be ${objective === 'binary:logistic' ? 'a probability between 0 and 1' : 'a finite number'}: ${String(baseScore)}`,
        baseScore,
      ),
    );
  return faults;
}

function badConstraints({ monotoneConstraints: constraints }: ResolvedParams, columns: number): Fault[] {
  if (constraints === undefined) return [];
  if (!Array.isArray(constraints) || constraints.length !== columns)
    return [
      fault(
        'monotoneConstraints',
        `monotoneConstraints must have a number for each of the ${columns} columns`,
        constraints,
      ),
    ];
  return constraints.flatMap((value, column) =>
    value === 0 || value === 1 || value === -1
      ? []
      : [
          fault(
            `monotoneConstraints[${column}]`,
            `monotoneConstraints[${column}] must be 1, 0 or -1: ${String(value)}`,
            value,
          ),
        ],
  );
}
