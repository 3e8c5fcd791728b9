export { ClvError, type ErrorSite } from './faults/clv-error.js';
export { InvalidInputError, type Fault } from './faults/fault.js';
export { InvalidOptionError } from './faults/invalid-option-error.js';
export { UnknownColumnError } from './faults/unknown-column-error.js';

export { nearestName, unknownName } from './faults/nearest-name.js';
export { misspeltName } from './faults/misspelt-name.js';
export { checkArgument } from './faults/check-argument.js';
export { checkWhole } from './faults/check-whole.js';
export { checkSeed } from './faults/check-seed.js';
export { shapes, show } from './faults/shape.js';
export { checkOptionNames, type OptionNames } from './faults/option-names.js';
export { checkOptions, type OptionShapes } from './faults/check-options.js';
export { offerColumn, resultColumns, type ResultColumn } from './result-columns.js';
export { randomSource, type RandomSource } from './numerics/random-source.js';
export { intervalAround, normalInterval, type Estimate } from './numerics/estimate.js';
export { normalCumulative, normalDensity, normalQuantile } from './numerics/gaussian.js';
export { logGamma } from './numerics/log-gamma.js';
export { incompleteBeta } from './numerics/incomplete-beta.js';
export {
  amountDifference,
  shareDifference,
  type ArmDifference,
  type ArmOutcomes,
} from './numerics/arm-difference.js';
export { wilsonInterval } from './numerics/wilson-interval.js';
export { studentQuantile } from './numerics/student-quantile.js';
export { varianceFreedom, type Spread } from './numerics/variance-freedom.js';
export { fisherExact } from './numerics/fisher-exact.js';
export { choleskyFactor, solveByCholesky } from './numerics/cholesky.js';
export { sortNumbers } from './numerics/sort-numbers.js';

export type { FeatureMatrix } from './feature-matrix.js';
export type { Misshape, Shape } from './faults/shape.js';
export type { RunControl } from './run-control.js';
export type { HoldoutSummary, OfferSummary, RunSummary, SegmentSummary } from './run-summary.js';
